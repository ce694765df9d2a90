"""A programme adds up its cases, less what they cost and what they share."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from civalue_build.appraise import appraise
from civalue_build.appraise.programme import contribution, programme_value
from civalue_build.model.appraisal import Figure, Returns, Undefined
from civalue_build.model.case import Basis, Case, Period
from civalue_build.model.contribution import Contribution
from civalue_build.model.enums import Better, Kind, MeasureResult, Perspective, Status, Stream, Who
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear
from civalue_build.model.evidence import Outcome
from civalue_build.model.lines import UnitPrice
from civalue_build.model.measures import Measure
from civalue_build.model.programme import Programme
from civalue_build.model.programme_value import ProgrammeAppraisal
from tests import builders as make

FRAMEWORK = make.framework()
START = PartialDate(year=2023, month=4)


def programme(**changes: Any) -> Programme:
    """A programme at 2023/24 prices over three years, without shared costs."""
    template = make.case()
    fields: dict[str, Any] = {
        "format": 1,
        "title": "A programme",
        "summary": "A summary.",
        "record": template.record,
        "organisation": template.organisation,
        "status": Status.COMPLETED,
        "period": Period(start=START),
        "appraisal": Basis(price_year=make.PRICES, horizon=3),
        "partners": template.partners,
        "costs": (),
        "id": "a-programme",
    }
    return Programme(**(fields | changes))


def case(slug: str, **changes: Any) -> Case:
    """A case of the programme."""
    return make.case(slug=slug, title=f"Case {slug}", **changes)


def value(known: Programme, *cases: Case, discounting: str | None = None) -> ProgrammeAppraisal:
    """The value of a programme with these cases."""
    contributions = [contribution(one, FRAMEWORK, known) for one in cases]
    return programme_value(known, FRAMEWORK, contributions, discounting)


def returns(found: ProgrammeAppraisal, *, shared: bool = True) -> Returns:
    """The claimed figures for the NHS."""
    rung = found.of(Perspective.NHS, shared=shared)
    assert rung
    return rung.claimed


def amount(figure: Figure) -> float:
    """A figure that is defined."""
    assert not isinstance(figure, Undefined), figure
    return figure


def test_one_case_on_the_same_basis_comes_to_what_it_is_worth_alone() -> None:
    one = case("a", costs=(make.cost(100),), benefits=(make.benefit(300, years=make.each(0, 2)),))
    alone = appraise(one, FRAMEWORK).headline
    assert alone
    assert returns(value(programme(), one)) == alone.claimed


def test_shared_costs_are_taken_off_once() -> None:
    known = programme(costs=(make.cost(50),))
    cases = [case(name, costs=(make.cost(100),), benefits=(make.benefit(150),)) for name in "ab"]
    found = value(known, *cases)
    assert amount(returns(found).npv) == pytest.approx(50)
    assert amount(returns(found).return_per_pound) == pytest.approx(300 / 250)
    assert amount(returns(found).net_return) == pytest.approx(300 / 250 - 1)
    assert amount(returns(found, shared=False).npv) == pytest.approx(100)
    assert amount(returns(found, shared=False).return_per_pound) == pytest.approx(1.5)


def test_members_stand_in_the_order_of_their_titles_and_add_up_to_all_together() -> None:
    found = value(
        programme(),
        case("b", costs=(), benefits=(make.benefit(10),)),
        case("a", costs=(), benefits=(make.benefit(-30),)),
    )
    assert [member.case for member in found.members] == ["a", "b"]
    parts = [member.rung(Perspective.NHS) for member in found.members]
    total = sum(amount(rung.claimed.npv) for rung in parts if rung)
    assert total == pytest.approx(amount(returns(found).npv)) == -20


def test_a_case_that_begins_later_is_discounted_from_the_start_of_the_programme() -> None:
    late = case(
        "a",
        period=Period(start=PartialDate(year=2023, month=10)),
        costs=(),
        benefits=(make.benefit(1000),),
    )
    found = returns(value(programme(), late))
    assert amount(found.pv_benefits) == pytest.approx(500 + 500 / 1.035)
    assert amount(found.undiscounted.benefits) == 1000


def test_what_falls_outside_the_years_of_the_programme_is_left_out_and_said() -> None:
    early = case(
        "a",
        period=Period(start=PartialDate(year=2022, month=4)),
        costs=(make.cost(100),),
        benefits=(make.benefit(300, years=make.each(0, 1)),),
    )
    found = value(programme(), early)
    assert amount(returns(found).npv) == 300
    assert found.members[0].before
    assert not found.members[0].after


def test_prices_of_a_case_are_carried_to_those_of_the_programme() -> None:
    old = case(
        "a",
        basis={"price_year": PriceYear(first=2019)},
        costs=(),
        benefits=(make.benefit(90, price_year=PriceYear(first=2019)),),
    )
    assert amount(returns(value(programme(), old)).npv) == pytest.approx(100)


def test_a_case_in_prices_that_the_index_does_not_reach_is_left_out_with_the_reason() -> None:
    old = case("a", basis={"price_year": PriceYear(first=1999)}, costs=(), benefits=())
    (member,) = value(programme(), old).members
    assert "1999/00" in member.left_out


def test_prices_of_two_years_without_an_index_are_not_added() -> None:
    known = programme(appraisal=Basis(price_year=make.PRICES, horizon=3, price_index="none"))
    old = case("a", basis={"price_year": PriceYear(first=2019)}, costs=(), benefits=())
    (member,) = value(known, old).members
    assert "no index" in member.left_out


def test_a_case_in_another_currency_is_left_out() -> None:
    foreign = case("a", basis={"currency": "USD"}, costs=(), benefits=(make.benefit(10),))
    home = case("b", costs=(make.cost(1),), benefits=(make.benefit(10),))
    found = value(programme(), foreign, home)
    assert [member.case for member in found.left_out] == ["a"]
    assert "USD" in found.left_out[0].left_out
    assert amount(returns(found).npv) == 9


@pytest.mark.parametrize(("of_programme", "of_case"), [(False, True), (True, False)])
def test_invented_and_real_are_never_added_up(*, of_programme: bool, of_case: bool) -> None:
    one = case("a", illustrative=of_case, costs=(), benefits=(make.benefit(10),))
    found = value(programme(illustrative=of_programme), one)
    assert found.counted == ()
    assert "invented" in found.members[0].left_out


def test_an_archived_case_is_left_out() -> None:
    one = case("a", status=Status.ARCHIVED, costs=(), benefits=(make.benefit(10),))
    assert value(programme(), one).members[0].left_out == "the case is archived"


def test_one_case_without_stated_costs_leaves_the_total_unknown_with_its_name() -> None:
    silent = case("a", costs=None, benefits=(make.benefit(10),))
    open_one = case("b", costs=(make.cost(4),), benefits=(make.benefit(10),))
    found = returns(value(programme(), silent, open_one))
    assert isinstance(found.npv, Undefined)
    assert "in “Case a”, no cost is stated" in found.npv.why
    assert isinstance(found.return_per_pound, Undefined)
    assert found.pv_benefits == 20


def test_a_case_that_is_a_story_alone_leaves_costs_unknown() -> None:
    story = replace(case("a"), appraisal=None)
    found = returns(value(programme(), story, case("b", costs=(), benefits=(make.benefit(1),))))
    assert isinstance(found.pv_costs, Undefined)
    assert found.pv_benefits == 1


def test_shared_costs_that_are_not_stated_spare_the_return_without_them() -> None:
    known = programme(costs=None)
    found = value(known, case("a", costs=(make.cost(5),), benefits=(make.benefit(10),)))
    assert returns(found).npv == Undefined("the shared costs are not stated")
    assert amount(returns(found, shared=False).npv) == 5


def test_an_unknown_cost_hides_only_the_perspectives_that_count_its_payer() -> None:
    unknown = make.cost(make.unstated(), paid_by="council")
    found = value(programme(), case("a", costs=(unknown,), benefits=(make.benefit(10),)))
    assert amount(returns(found).npv) == 10
    public = found.of(Perspective.PUBLIC_SECTOR)
    assert public
    assert isinstance(public.claimed.npv, Undefined)


def test_a_benefit_without_an_amount_adds_nothing_and_is_named() -> None:
    lines = (make.benefit(10), make.benefit(make.unstated(), id="other", label="Other"))
    found = value(programme(), case("a", costs=(), benefits=lines))
    assert amount(returns(found).npv) == 10
    assert found.members[0].uncounted == ("Other",)


def saving(share: float, **changes: Any) -> Any:
    """A benefit that claims a share of one and the same saving."""
    return make.benefit(100, saving_key="one-saving", attribution=make.number(share), **changes)


def test_a_saving_that_two_cases_claim_counts_once() -> None:
    found = value(
        programme(),
        case("a", costs=(), benefits=(saving(0.8),)),
        case("b", costs=(), benefits=(saving(0.8),)),
    )
    assert amount(returns(found).npv) == pytest.approx(100)
    (once,) = found.counted_once
    assert (once.saving, once.cases) == ("one-saving", ("a", "b"))
    assert once.claimed == pytest.approx(1.6)


def test_shares_that_come_to_one_are_left_as_they_are() -> None:
    found = value(
        programme(),
        case("a", costs=(), benefits=(saving(0.6),)),
        case("b", costs=(), benefits=(saving(0.4),)),
    )
    assert amount(returns(found).npv) == pytest.approx(100)
    assert found.counted_once == ()


def test_claims_on_one_saving_in_different_years_do_not_meet() -> None:
    found = value(
        programme(),
        case("a", costs=(), benefits=(saving(1),)),
        case("b", costs=(), benefits=(saving(1, years=make.each(1)),)),
    )
    assert amount(returns(found).undiscounted.benefits) == 200


def freed(days: float, **changes: Any) -> Any:
    """Bed days at the framework's price."""
    return make.benefit(
        amount=None,
        kind=Kind.RELEASED_CAPACITY,
        quantity=make.number(days),
        unit="bed-day",
        unit_value=UnitPrice(id="bed-day"),
        **changes,
    )


def test_capacity_is_added_up_over_cases_and_counted_once_too() -> None:
    half = {"saving_key": "beds", "attribution": make.number(1)}
    found = value(
        programme(),
        case("a", costs=(), benefits=(freed(40, **half), freed(10, id="own"))),
        case("b", costs=(), benefits=(freed(40, **half),)),
    )
    (beds,) = found.operational
    assert (beds.unit, beds.by_year, beds.total) == ("bed-day", (50.0, 0.0, 0.0), 50.0)


def test_each_perspective_counts_its_own_payers() -> None:
    known = programme(costs=(make.cost(7, paid_by="board"),))
    found = value(known, case("a", costs=(make.cost(5),), benefits=(make.benefit(20),)))
    nets = {rung.perspective: amount(rung.claimed.npv) for rung in found.whole}
    assert nets[Perspective.ORGANISATION] == 15
    assert nets[Perspective.NHS] == 8


def test_health_follows_its_own_discount_rate_and_counts_for_society_alone() -> None:
    price = UnitPrice(amount=Estimate(central=100), price_year=make.PRICES, stream=Stream.HEALTH)
    health = make.benefit(
        amount=None,
        kind=Kind.HEALTH,
        quantity=make.number(1),
        unit_value=price,
        years=make.each(1),
    )
    found = value(programme(), case("a", costs=(), benefits=(health,)))
    society = found.of(Perspective.SOCIETY)
    assert society
    assert amount(society.claimed.pv_benefits) == pytest.approx(100 / 1.015)
    assert amount(returns(found).pv_benefits) == 0


def test_unit_values_are_those_of_the_day_of_the_programme() -> None:
    early = Basis(price_year=make.PRICES, horizon=3, valued_on=PartialDate(year=2019))
    one = case("a", costs=(), benefits=(freed(10),))
    assert amount(returns(value(programme(), one)).npv) == pytest.approx(5600)
    assert isinstance(returns(value(programme(appraisal=early), one)).npv, Undefined)


def test_another_schedule_can_be_asked_for() -> None:
    one = case("a", costs=(), benefits=(make.benefit(100, years=make.each(2)),))
    found = value(programme(), one, discounting="none")
    assert amount(returns(found).npv) == 100
    assert found.vintage
    assert found.vintage.discounting == "none"


def test_a_programme_without_a_basis_adds_nothing_up() -> None:
    found = value(programme(appraisal=None, costs=None), case("a", costs=(), benefits=()))
    assert found.vintage is None
    assert found.whole == ()
    assert "price year" in found.members[0].left_out


def test_a_programme_without_cases_gives_no_return() -> None:
    found = value(programme(costs=(make.cost(10),)))
    assert isinstance(returns(found).return_per_pound, Undefined)
    assert amount(returns(found).pv_costs) == 10


def test_what_changed_for_people_comes_with_what_its_measure_did() -> None:
    measure = Measure(
        id="falls",
        label="Falls",
        unit="fall",
        better=Better.LOWER,
        result=MeasureResult.NO_EFFECT,
    )
    one = case(
        "a",
        costs=(),
        benefits=(),
        measures=(measure,),
        outcomes=(Outcome(who=Who.PATIENTS, what="As many falls", measure="falls"),),
    )
    (change,) = value(programme(), one).members[0].changes
    assert (change.who, change.result) == (Who.PATIENTS, MeasureResult.NO_EFFECT)


AMOUNTS = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(-1000, 1000)), min_size=1, max_size=6
)


@given(AMOUNTS, st.integers(0, 500))
def test_the_net_of_a_programme_is_the_sum_of_its_cases_less_what_they_share(
    lines: list[tuple[int, int]], shared: int
) -> None:
    cases = [
        case(f"c{at}", costs=(make.cost(spent),), benefits=(make.benefit(gained),))
        for at, (spent, gained) in enumerate(lines)
    ]
    found = value(programme(costs=(make.cost(shared),)), *cases)
    expected = sum(gained - spent for spent, gained in lines) - shared
    assert amount(returns(found).npv) == pytest.approx(expected)


def test_a_contribution_outlives_a_round_through_json() -> None:
    known = programme(costs=(make.cost(50),))
    one = case("a", costs=None, benefits=(saving(0.3), freed(3, id="beds")))
    kept = contribution(one, FRAMEWORK, known)
    adapter = TypeAdapter(Contribution)
    assert adapter.validate_json(adapter.dump_json(kept)) == kept
