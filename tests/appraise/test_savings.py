"""What a case claims of a saving in financial years, and its headline under each schedule."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise import appraise
from civalue_build.appraise.editions import editions
from civalue_build.appraise.programme_savings import scaled, scales
from civalue_build.appraise.savings import saving_claims
from civalue_build.check.registry import BY_NAME
from civalue_build.check.rule import Inquiry
from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Case, Period
from civalue_build.model.contribution import SavingShare, added
from civalue_build.model.estimate import Estimate, PartialDate
from civalue_build.model.subject import Subject
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.framework import read_framework
from civalue_build.source.library import case_slugs
from tests import builders as make
from tests.conftest import ROOT

FRAMEWORK = make.framework()


def begun(month: int, *keys: str) -> Case:
    """A case that begins in a month of 2023 and gains 100 bed days a year for two years."""
    lines = tuple(
        make.benefit(
            id=f"line-{at}",
            saving_key=key,
            years=make.each(0, 1),
            attribution=make.number(0.5),
            **make.priced(100, 10),
            unit="bed-day",
        )
        for at, key in enumerate(keys)
    )
    start = Period(start=PartialDate(year=2023, month=month))
    return make.case(period=start, costs=(make.cost(1),), benefits=lines)


def test_a_case_that_begins_in_april_claims_whole_financial_years() -> None:
    (claim,) = saving_claims(begun(4, "beds"), FRAMEWORK)
    assert claim.share.first == 2023
    assert claim.share.by_year == pytest.approx((0.5, 0.5, 0, 0))
    assert claim.claimed == pytest.approx((500, 500 / 1.035, 0, 0))
    assert [part.by_year for part in claim.units] == [pytest.approx((50, 50, 0, 0))]


def test_a_year_that_begins_in_october_is_split_between_two() -> None:
    (claim,) = saving_claims(begun(10, "beds"), FRAMEWORK)
    assert claim.share.first == 2023
    assert claim.share.by_year == pytest.approx((0.25, 0.5, 0.25, 0))


def test_january_belongs_to_the_financial_year_that_began_before() -> None:
    (claim,) = saving_claims(begun(1, "beds"), FRAMEWORK)
    assert claim.share.first == 2022
    assert claim.share.by_year == pytest.approx((0.125, 0.5, 0.375, 0))


def test_lines_of_one_saving_are_added_and_others_kept_apart() -> None:
    claims = saving_claims(begun(4, "beds", "beds", "clinics"), FRAMEWORK)
    shares = {claim.share.saving: claim.share.by_year[0] for claim in claims}
    assert shares == pytest.approx({"beds": 1, "clinics": 0.5})


def with_a_loss() -> Case:
    """The same, with 30 bed days more elsewhere under the same key."""
    gained = begun(4, "beds")
    loss = make.benefit(
        id="loss", saving_key="beds", **make.priced(-30, 10), unit="bed-day", years=make.each(0)
    )
    return replace(gained, benefits=(*(gained.benefits or ()), loss))


def test_a_disbenefit_claims_nothing_of_a_saving_and_is_never_scaled_down_with_it() -> None:
    (claim,) = saving_claims(with_a_loss(), FRAMEWORK)
    assert claim.share.by_year == pytest.approx((0.5, 0.5, 0, 0))
    assert claim.claimed == pytest.approx((500, 500 / 1.035, 0, 0))
    assert [part.by_year for part in claim.units] == [pytest.approx((50, 50, 0, 0))]


SHARES = st.lists(
    st.tuples(st.lists(st.floats(0, 1), min_size=1, max_size=4), st.integers(2020, 2023)),
    min_size=1,
    max_size=6,
)


@given(SHARES)
def test_scaled_shares_come_to_all_at_most_and_are_kept_where_they_do_so_anyway(
    drawn: list[tuple[list[float], int]],
) -> None:
    shares = [SavingShare(saving="beds", by_year=tuple(s), first=first) for s, first in drawn]
    once, before = scales(shares), added(shares).get("beds", {})
    after = added(
        replace(share, by_year=scaled(share.by_year, "beds", once, share.first)) for share in shares
    ).get("beds", {})
    for year, total in before.items():
        assert after[year] == pytest.approx(min(total, 1.0))


@given(st.integers(1, 12))
def test_nothing_of_the_headline_is_lost_on_the_calendar(month: int) -> None:
    case = begun(month, "beds")
    (claim,) = saving_claims(case, FRAMEWORK)
    headline = appraise(case, FRAMEWORK).headline
    assert headline
    assert sum(claim.claimed) == pytest.approx(headline.claimed.pv_benefits)
    assert sum(claim.corrected) == pytest.approx(headline.corrected.pv_benefits)


def test_a_saving_that_the_nhs_does_not_gain_is_no_part_of_the_headline() -> None:
    line = make.benefit(saving_key="beds", gained_by="council")
    (claim,) = saving_claims(make.case(costs=(), benefits=(line,)), FRAMEWORK)
    assert sum(claim.claimed) == 0
    assert sum(claim.share.by_year) == pytest.approx(1)


def test_a_case_without_money_claims_and_has_nothing() -> None:
    case = make.case(costs=None, benefits=None)
    assert saving_claims(case, FRAMEWORK) == ()
    assert editions(case, (), FRAMEWORK) == ()


@pytest.mark.parametrize("slug", case_slugs(ROOT))
def test_each_edition_of_a_case_is_what_the_case_is_worth_under_that_schedule(slug: str) -> None:
    framework = read_framework(ROOT)
    case = parse_case(load_case(ROOT, slug)).case
    assert case
    lines = appraise(case, framework, uncertain=False).lines
    for edition in editions(case, lines, framework):
        found = appraise(case, framework, edition.schedule, uncertain=False).headline
        assert found
        claimed, corrected = found.claimed, found.corrected
        assert (edition.npv, edition.return_per_pound) == (claimed.npv, claimed.return_per_pound)
        assert edition.corrected_npv == corrected.npv
        assert edition.corrected_return_per_pound == corrected.return_per_pound


def test_later_gains_count_for_most_where_nothing_is_discounted() -> None:
    case = make.case(costs=(make.cost(10),), benefits=(make.benefit(100, years=make.each(2)),))
    lines = appraise(case, FRAMEWORK, uncertain=False).lines
    found = {edition.schedule: edition.npv for edition in editions(case, lines, FRAMEWORK)}
    assert found["none"] == 90
    assert not isinstance(found["green-book-2026"], Undefined)
    assert found["green-book-2026"] == pytest.approx(100 / 1.035**2 - 10)


def test_a_share_that_is_a_volume_of_the_case_counts_as_much_as_the_volume() -> None:
    framework = read_framework(ROOT)
    lines = tuple(
        make.benefit(id=name, saving_key="beds", attribution=Estimate(volume="half"))
        for name in ("one", "two")
    )
    for share, found in ((0.5, []), (0.6, [("benefits", 1, "saving_key")])):
        case = make.case(costs=(), benefits=lines, volumes={"half": make.number(share)})
        subject = Subject(case=case, appraisal=appraise(case, framework), framework=framework)
        faults = BY_NAME["saving-claimed-twice"].search(Inquiry(subject=subject))
        assert [path for path, _ in faults] == found


def test_a_disbenefit_under_the_key_of_a_gain_is_no_second_claim() -> None:
    framework = read_framework(ROOT)
    lines = tuple(
        make.benefit(amount, id=name, saving_key="beds")
        for name, amount in (("gain", 100.0), ("loss", -30.0))
    )
    case = make.case(costs=(), benefits=lines)
    subject = Subject(case=case, appraisal=appraise(case, framework), framework=framework)
    assert not list(BY_NAME["saving-claimed-twice"].search(Inquiry(subject=subject)))
