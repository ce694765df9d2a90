"""The whole appraisal: worked figures of published cases, and what must always hold."""

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise import appraise, in_brief
from civalue_build.model.appraisal import Appraisal, Result, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Kind, Perspective, PrintedOf, Stream
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear
from civalue_build.model.evidence import Printed
from civalue_build.model.lines import BenefitLine, CostLine, UnitPrice
from civalue_build.model.measures import LedgerEntry
from tests import builders
from tests.builders import benefit, by_year, case, cost, each, framework, number, priced, unstated

NHS, ORGANISATION, SOCIETY = Perspective.NHS, Perspective.ORGANISATION, Perspective.SOCIETY


def cell(found: Appraisal, who: Perspective = NHS, horizon: int = 3) -> Result:
    result = found.result(who, horizon)
    assert result is not None
    return result


def valued(*lines: CostLine | BenefitLine, **changes: Any) -> Appraisal:
    return appraise(
        case(
            costs=tuple(x for x in lines if isinstance(x, CostLine)),
            benefits=tuple(x for x in lines if isinstance(x, BenefitLine)),
            **changes,
        ),
        framework(),
    )


def test_published_pressure_ulcers_give_their_printed_net_saving() -> None:
    year = PriceYear(first=2011, financial=False)
    ulcers = [
        benefit(
            id=name,
            years=each(0, 1, 2),
            kind=Kind.COST_AVOIDED,
            **priced(Estimate(total=count, over=each(0, 1, 2)), price, price_year=year),
        )
        for name, count, price in (("two", 220, 5241), ("three", -13, 9041), ("four", 56, 14108))
    ]
    nurse = cost(years=each(0, 1, 2), **priced(1, 17794, price_year=year))
    found = valued(nurse, *ulcers, basis={"price_year": year})
    plain = cell(found).claimed.undiscounted
    assert plain.costs == pytest.approx(53_382)
    assert plain.benefits == pytest.approx(1_825_535)
    assert plain.net == pytest.approx(1_772_153)
    assert plain.return_per_pound == pytest.approx(34.20, abs=0.005)


def test_smoking_cessation_on_wards_gives_its_printed_bed_days() -> None:
    avoided = 52_780 * (0.384 - 0.267)
    assert avoided == pytest.approx(6_175.26)
    beds = benefit(kind=Kind.RELEASED_CAPACITY, unit="bed-day", **priced(6_176 * 5, 1))
    stays = benefit(id="stays", kind=Kind.COST_AVOIDED, **priced(6_176, 1_609))
    found = valued(beds, stays)
    assert found.operational[0].total == 30_880
    assert found.operational[0].total / 365 == pytest.approx(84.60, abs=0.005)
    assert found.lines[1].total_claimed == pytest.approx(9_937_184)


def test_the_value_chain_multiplies_every_share() -> None:
    line = benefit(
        1000,
        years=each(1, 2),
        attribution=number(0.6),
        deadweight=number(0.1),
        displacement=number(0.2),
        drop_off=number(0.5),
    )
    years = valued(line).lines[0].by_year
    assert [y.year for y in years] == [1, 2]
    assert years[0].claimed == pytest.approx(1000 * 0.6 * 0.9 * 0.8)
    assert years[1].claimed == pytest.approx(1000 * 0.6 * 0.9 * 0.8 * 0.5)
    assert years[1].discounted == pytest.approx(years[1].claimed / 1.035**2)


def test_amounts_of_their_own_by_year_fall_in_their_years() -> None:
    line = cost(amount=None, years=by_year({0: 10, 2: 30}))
    assert [(y.year, y.gross) for y in valued(line).lines[0].by_year] == [(0, 10), (2, 30)]


def test_prices_are_brought_to_the_price_year_of_the_case() -> None:
    line = cost(90, price_year=PriceYear(first=2019))
    assert valued(line).lines[0].by_year[0].gross == pytest.approx(100)


def test_evidence_lowers_gains_and_raises_costs_and_losses() -> None:
    found = valued(
        cost(100, grade=6),
        benefit(100, grade=6),
        benefit(-100, id="loss", grade=6),
    )
    corrected = {line.id: line.by_year[0].corrected for line in found.lines}
    assert corrected == pytest.approx({"cost": 140, "benefit": 60, "loss": -140})


def test_a_line_without_a_grade_is_treated_as_the_weakest() -> None:
    found = valued(benefit(100, grade=None))
    assert found.lines[0].by_year[0].corrected == pytest.approx(60)


def test_health_follows_its_own_discount_stream_and_counts_for_society_alone() -> None:
    life = benefit(
        kind=Kind.HEALTH,
        gained_by="people",
        years=each(1),
        **priced(1, 1000, stream=Stream.HEALTH),
    )
    found = valued(cost(), life)
    assert cell(found).claimed.pv_benefits == 0
    assert cell(found, SOCIETY).claimed.pv_benefits == pytest.approx(1000 / 1.015)


def test_a_transfer_nets_to_nothing_where_both_parties_count() -> None:
    income = benefit(500, kind=Kind.INCOME, from_party="board")
    found = valued(cost(100), income)
    assert cell(found, ORGANISATION).claimed.pv_benefits == 500
    assert cell(found).claimed.pv_benefits == 0
    assert cell(found).corrected.pv_benefits == 0
    gains = {party.id: party.gains for party in found.parties}
    assert gains["self"] == 500
    assert gains["board"] == -500


def test_a_payer_counted_alone_has_its_loss_corrected_upwards() -> None:
    income = benefit(100, kind=Kind.INCOME, gained_by="people", from_party="self", grade=6)
    found = valued(cost(10), income)
    assert cell(found, ORGANISATION).corrected.pv_benefits == pytest.approx(-140)
    assert cell(found, SOCIETY).corrected.pv_benefits == pytest.approx(0)


def test_a_share_may_be_a_volume() -> None:
    line = benefit(2000, attribution=Estimate(volume="half"), drop_off=Estimate(volume="half"))
    found = valued(line, volumes={"half": number(0.5)})
    assert found.lines[0].by_year[0].claimed == 1000
    assert all(s.stated for s in found.lines[0].shares if s.name in ("attribution", "drop_off"))


def test_a_price_may_be_a_volume() -> None:
    found = valued(benefit(**priced(3, Estimate(volume="fee"))), volumes={"fee": number(20)})
    assert found.lines[0].total_claimed == 60


def test_a_price_year_that_is_not_stated_is_not_made_up() -> None:
    assert valued(benefit(100)).lines[0].price_year == ""


def test_printed_costs_alone_are_positive_and_costs_beside_benefits_are_taken_off() -> None:
    def printed(*lines: str) -> Printed:
        return Printed(label="x", source="s", of=PrintedOf.LINES, lines=lines, value=1)

    found = valued(cost(30), benefit(100), printed=(printed("cost"), printed("cost", "benefit")))
    assert [item.computed[0] for item in found.printed] == [30, 70]


def test_a_printed_figure_of_a_case_without_money_is_kept_and_cannot_be_computed() -> None:
    figure = Printed(label="x", source="s", of=PrintedOf.NPV, value=1)
    found = appraise(case(printed=(figure,)), framework())
    assert found.printed[0].agrees is None
    assert isinstance(found.printed[0].computed[0], Undefined)


def test_a_partner_counts_from_the_first_perspective_that_holds_its_sector() -> None:
    found = valued(cost(100, paid_by="council"), benefit(100))
    paid = {who: cell(found, who).claimed.pv_costs for who in Perspective}
    assert paid == {
        Perspective.ORGANISATION: 0,
        NHS: 0,
        Perspective.PUBLIC_SECTOR: 100,
        SOCIETY: 100,
    }


def test_an_organisation_that_bears_no_cost_has_no_ratio_and_says_so() -> None:
    found = cell(valued(cost(paid_by="board"), benefit()), ORGANISATION).claimed
    assert found.pv_costs == 0
    assert found.npv == 100
    assert found.return_per_pound == Undefined("the organisation bears none")


def test_costs_that_come_to_nothing_are_not_said_to_lie_outside_the_years() -> None:
    found = cell(valued(cost(0), benefit()), ORGANISATION).claimed
    assert found.npv == 100
    assert found.return_per_pound == Undefined("the stated costs are zero within 3 years")


def test_a_cost_that_is_not_stated_undoes_the_perspectives_that_count_it() -> None:
    unknown = cost(amount=unstated(), paid_by="council")
    found = valued(unknown, cost(50, id="known"), benefit())
    assert cell(found).claimed.npv == 50
    wide = cell(found, Perspective.PUBLIC_SECTOR).claimed
    assert isinstance(wide.pv_costs, Undefined)
    assert isinstance(wide.npv, Undefined)
    assert isinstance(wide.return_per_pound, Undefined)
    assert wide.pv_benefits == 100


def test_no_costs_key_means_unknown_and_an_empty_one_means_none() -> None:
    unknown = appraise(case(benefits=(benefit(),)), framework())
    none = appraise(case(costs=(), benefits=(benefit(),)), framework())
    assert cell(unknown).claimed.pv_costs == Undefined("no cost stated")
    assert isinstance(cell(unknown).claimed.npv, Undefined)
    assert cell(none).claimed.npv == 100
    assert isinstance(cell(none).claimed.return_per_pound, Undefined)


def test_a_benefit_that_is_not_stated_is_named_and_leaves_the_others() -> None:
    found = valued(cost(), benefit(300), benefit(amount=unstated(), id="unknown"))
    assert cell(found).claimed.npv == 200
    assert cell(found).not_counted == ("unknown",)


def test_a_shared_volume_that_is_not_stated_says_which() -> None:
    line = benefit(**priced(Estimate(volume="visits"), 10))
    found = valued(cost(), line, volumes={"visits": unstated()})
    assert "visits" in found.lines[1].undefined
    assert isinstance(cell(found).claimed.pv_benefits, Undefined)


def test_past_its_own_horizon_nothing_accrues() -> None:
    found = valued(cost(), benefit(years=each(0, 1, 2, 3, 4)))
    assert cell(found, horizon=10).claimed.npv == cell(found, horizon=3).claimed.npv


def test_a_year_in_full_of_the_ledger_takes_the_place_of_the_line() -> None:

    def month(index: int) -> LedgerEntry:
        year, month_of_year = divmod(3 + index, 12)
        date = PartialDate(year=2023 + year, month=month_of_year + 1)
        return LedgerEntry(month=date, line="benefit", plan=5, actual=7)

    one_year = tuple(month(i) for i in range(14))
    found = valued(cost(), benefit(years=each(0, 1)), entries=one_year)
    line = found.lines[1]
    assert line.from_ledger == (0,)
    assert [y.gross for y in line.by_year] == [84, 100]


def test_a_ledger_in_full_values_a_line_that_states_no_amount() -> None:
    entries = tuple(
        LedgerEntry(
            month=PartialDate(year=2023 + (3 + i) // 12, month=(3 + i) % 12 + 1),
            line="cost",
            actual=5,
        )
        for i in range(12)
    )
    unknown = cost(amount=unstated())
    assert cell(valued(unknown, benefit(), entries=entries)).claimed.pv_costs == 60
    longer = cost(amount=unstated(), years=each(0, 1))
    partly = cell(valued(longer, benefit(), entries=entries)).claimed.pv_costs
    assert isinstance(partly, Undefined)


def test_a_case_without_money_has_only_its_social_lens() -> None:
    found = appraise(replace(case(), appraisal=None), framework())
    assert found.results == ()
    assert found.vintage is None


def test_another_schedule_can_be_asked_for() -> None:
    made = case(costs=(cost(),), benefits=(benefit(years=each(2)),))
    found = appraise(made, framework(), discounting="none")
    assert cell(found).claimed.npv == 0
    assert found.vintage is not None
    assert found.vintage.discounting == "none"


AMOUNTS = st.floats(-1e6, 1e6).filter(lambda x: x == 0 or abs(x) > 1e-3)
SHARE = st.floats(0, 1)
KINDS = st.sampled_from(Kind)


@st.composite
def benefits(draw: st.DrawFn) -> BenefitLine:
    kind = draw(KINDS)
    return benefit(
        draw(AMOUNTS),
        id=draw(st.uuids().map(str)),
        kind=kind,
        gained_by=draw(st.sampled_from(("self", "board", "council", "people"))),
        from_party="board" if kind.is_transfer else None,
        years=each(*draw(st.sets(st.integers(0, 4), min_size=1))),
        attribution=number(draw(SHARE)),
        drop_off=number(draw(SHARE)),
        grade=draw(st.sampled_from((1, 3, 6, None))),
    )


CASES = st.builds(
    lambda spent, gained, horizon: case(
        costs=tuple(cost(x, id=f"c{i}") for i, x in enumerate(spent)),
        benefits=tuple(gained),
        basis={"horizon": horizon},
    ),
    st.lists(st.floats(0, 1e6), max_size=3),
    st.lists(benefits(), max_size=4),
    st.integers(1, 12),
)


@given(CASES)
def test_the_order_of_lines_does_not_matter(made: Case) -> None:
    turned = replace(made, costs=(made.costs or ())[::-1], benefits=(made.benefits or ())[::-1])
    one, other = appraise(made, framework()), appraise(turned, framework())
    for left, right in zip(one.results, other.results, strict=True):
        assert _close(left.claimed.npv, right.claimed.npv)
        assert _close(left.corrected.npv, right.corrected.npv)


@given(CASES)
def test_no_figure_is_ever_nan_or_infinite(made: Case) -> None:
    for result in appraise(made, framework()).results:
        for returns in (result.claimed, result.corrected):
            for name in ("pv_costs", "pv_benefits", "npv", "return_per_pound", "payback_years"):
                figure = getattr(returns, name)
                assert isinstance(figure, Undefined) or math.isfinite(figure)


@given(CASES)
def test_the_evidence_correction_never_raises_net_value(made: Case) -> None:
    for result in appraise(made, framework()).results:
        claimed, corrected = result.claimed.npv, result.corrected.npv
        if isinstance(claimed, float) and isinstance(corrected, float):
            slack = 1e-9 * (1 + abs(claimed) + abs(corrected))
            assert corrected <= claimed + slack


@given(CASES)
def test_what_all_parties_net_is_what_society_nets(made: Case) -> None:
    found = appraise(made, framework())
    nets = [party.net for party in found.parties if isinstance(party.net, float)]
    society = found.lenses.economic
    assert society is not None
    assert _close(sum(nets), society.claimed.npv)


@given(CASES, st.floats(0, 1))
def test_net_value_is_linear_in_an_amount(made: Case, share: float) -> None:
    scaled = replace(
        made,
        costs=tuple(_scaled(line, share) for line in made.costs or ()),
        benefits=tuple(_scaled(line, share) for line in made.benefits or ()),
    )
    whole, part = appraise(made, framework()), appraise(scaled, framework())
    for left, right in zip(whole.results, part.results, strict=True):
        if isinstance(left.claimed.npv, float):
            assert _close(left.claimed.npv * share, right.claimed.npv)


@given(CASES)
def test_without_discounting_present_values_are_plain_sums(made: Case) -> None:
    for result in appraise(made, framework(), discounting="none").results:
        plain = result.claimed.undiscounted
        assert _close(result.claimed.pv_costs, plain.costs)
        assert _close(result.claimed.pv_benefits, plain.benefits)


@given(SHARE, SHARE)
def test_a_larger_share_due_to_the_work_never_lowers_a_gain(one: float, other: float) -> None:
    low, high = sorted((one, other))
    found = [
        cell(valued(cost(), benefit(attribution=number(share)))).claimed.npv
        for share in (low, high)
    ]
    assert isinstance(found[0], float)
    assert isinstance(found[1], float)
    assert found[0] <= found[1]


def test_a_unit_value_of_the_framework_is_the_one_in_force_when_valued() -> None:

    entry = builders.unit_value(560).values[0]
    newer = replace(entry, from_date=PartialDate(year=2025), value=number(600))
    world = framework(
        unit_values={"bed-day": replace(builders.unit_value(1), values=(newer, entry))}
    )
    line = benefit(amount=None, quantity=number(2), unit_value=UnitPrice(id="bed-day"))
    for day, expected in ((2024, 1120), (2026, 1200)):
        made = case(costs=(), benefits=(line,), basis={"valued_on": PartialDate(year=day, month=6)})
        assert cell(appraise(made, world)).claimed.pv_benefits == expected


def _scaled(line: Any, share: float) -> Any:
    return replace(line, amount=number(line.amount.central * share))


def _close(one: object, other: object) -> bool:
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return isinstance(one, Undefined) and isinstance(other, Undefined)
    assert isinstance(one, float | int)
    assert isinstance(other, float | int)
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-5)


@pytest.mark.parametrize(
    "stated",
    [
        case(costs=(cost(100),), benefits=(benefit(300),)),
        case(costs=(cost(100),), benefits=(benefit(unstated()),), printed=()),
        case(appraisal=None, costs=None, benefits=None),
    ],
    ids=["valued", "with a line without a value", "without money"],
)
def test_a_value_in_brief_says_of_a_case_what_the_whole_says(stated: Case) -> None:
    whole, brief = appraise(stated, framework()), in_brief(stated, framework())
    assert brief.headline == whole.headline
    assert brief.lines == whole.lines
    assert brief.printed == whole.printed
    assert brief.problems == whole.problems
