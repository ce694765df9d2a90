"""A case as other approaches tell it: nothing of it is lost, counted twice or added to."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise import appraise, in_brief
from civalue_build.model.appraisal import Appraisal, Figure, Undefined
from civalue_build.model.approach import Approach, Category, Take, Whose
from civalue_build.model.case import Case
from civalue_build.model.crosswalk import Money, Placed, Reading
from civalue_build.model.enums import (
    Claim,
    CostType,
    Decision,
    Kind,
    Perspective,
    Sector,
    Side,
    Step,
    Who,
)
from civalue_build.model.evidence import Outcome
from civalue_build.model.lines import BenefitLine, Harvest
from civalue_build.model.reporting import Item, Part, Reported
from civalue_build.source.framework import read_framework
from tests.appraise.cases import cases, world
from tests.builders import CITED, benefit, case, cost, framework, unstated
from tests.conftest import ROOT


@cache
def real() -> dict[str, Approach]:
    return dict(read_framework(ROOT).approaches)


def approach(*categories: Category, **changes: Any) -> Approach:
    fields: dict[str, Any] = {
        "number": 1,
        "title": "An approach",
        "short": "Approach",
        "about": "",
        "categories": categories,
        "sources": (CITED,),
    }
    return Approach(**(fields | changes))


def category(name: str, *takes: Take, people: tuple[Who, ...] = ()) -> Category:
    return Category(id=name, title=name, means="", takes=takes, people=people)


def told(found: Case, *categories: Category, **changes: Any) -> Reading:
    """A case as one approach with these categories tells it."""
    known = framework(approaches={"own": approach(*categories, **changes)})
    (reading,) = appraise(found, known).readings
    return reading


def some(values: type) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.one_of(st.just(()), st.sets(st.sampled_from(values), min_size=1).map(tuple))


def takes(side: Side) -> st.SearchStrategy[Take]:
    return st.builds(
        Take,
        side=st.just(side),
        kinds=some(Kind) if side is Side.BENEFIT else st.just(()),
        steps=some(Step) if side is Side.BENEFIT else st.just(()),
        types=some(CostType) if side is Side.COST else st.just(()),
        sectors=some(Sector),
        whose=st.sampled_from((None, *Whose)),
        valued=st.sampled_from((None, True, False)),
    )


CATEGORIES = st.lists(
    st.sampled_from(Side).flatmap(lambda side: st.lists(takes(side), min_size=1, max_size=2)),
    max_size=5,
).map(lambda drawn: [category(f"c{at}", *each) for at, each in enumerate(drawn)])


def holds_all(found: Appraisal, case: Case, reading: Reading) -> None:
    """Every line stands in one place, and the places add up to what the perspectives count."""
    lines = [line for placed in reading.placed for line in placed.lines]
    assert sorted(lines) == sorted(line.id for line in found.lines)
    horizon = case.appraisal.horizon if case.appraisal else 1
    counted = {
        "headline": found.headline,
        "society": found.result(Perspective.SOCIETY, horizon),
        "own": found.result(Perspective.ORGANISATION, horizon),
    }
    for side, total in ((Side.COST, "pv_costs"), (Side.BENEFIT, "pv_benefits")):
        own = [placed for placed in reading.placed if placed.side is side]
        for money, result in counted.items():
            for of in ("claimed", "corrected"):
                same(_sum(own, money, of), getattr(getattr(result, of), total))


def _sum(own: list[Placed], money: str, of: str) -> float:
    amounts: list[Money | None] = [getattr(placed, money) for placed in own]
    added: float = sum(getattr(amount, of) for amount in amounts if amount)
    return added


def same(added: float, total: Figure) -> None:
    if not isinstance(total, Undefined):
        assert added == pytest.approx(total, rel=1e-9, abs=1e-3)


@given(cases(), CATEGORIES)
def test_the_places_of_any_approach_add_up_to_the_whole(
    case: Case, categories: list[Category]
) -> None:
    known = replace(world(), approaches={"own": approach(*categories)})
    found = appraise(case, known)
    for reading in found.readings:
        if found.headline:
            holds_all(found, case, reading)


@given(cases())
def test_the_places_of_the_approaches_of_the_library_add_up_to_the_whole(case: Case) -> None:
    found = appraise(case, replace(world(), approaches=real()))
    assert [reading.approach for reading in found.readings] == list(real())
    for reading in found.readings:
        if found.headline:
            holds_all(found, case, reading)


CASH = benefit(100, id="cash")
BEDS = benefit(50, id="beds", kind=Kind.RELEASED_CAPACITY)


def where(reading: Reading) -> dict[str, tuple[str, ...]]:
    return {placed.category: placed.lines for placed in reading.categories}


PLANNED = benefit(1, id="other")
PAID = benefit(1, id="other", kind=Kind.INCOME, from_party="board")
PEOPLE = benefit(1, id="other", gained_by="people")


@pytest.mark.parametrize(
    ("take", "line", "other"),
    [
        (Take(kinds=(Kind.CASH_RELEASING,)), CASH, PAID),
        (Take(steps=(Step.CAPACITY,)), BEDS, PAID),
        (Take(sectors=(Sector.LOCAL_AUTHORITY,)), benefit(id="x", gained_by="council"), PEOPLE),
        (Take(sectors=(Sector.PROVIDER,)), CASH, PEOPLE),
        (Take(whose=Whose.OWN), CASH, PEOPLE),
        (Take(whose=Whose.OTHERS), benefit(id="x", gained_by="board"), PAID),
        (Take(claims=(Claim.FORECAST,)), benefit(id="x", claim=Claim.FORECAST), PLANNED),
        (Take(claims=(Claim.PLANNED,)), CASH, benefit(id="other", claim=Claim.FORECAST)),
        (
            Take(decisions=(Decision.REUSED,)),
            benefit(id="x", harvest=Harvest(decision=Decision.REUSED)),
            benefit(id="other", harvest=Harvest(decision=Decision.LOST)),
        ),
        (Take(valued=False), benefit(unstated(), id="x"), PAID),
        (Take(valued=True), CASH, benefit(unstated(), id="other")),
        (Take(kinds=(Kind.CASH_RELEASING,), whose=Whose.OWN), CASH, PEOPLE),
    ],
)
def test_a_line_falls_where_it_fits_and_else_in_none(
    take: Take, line: BenefitLine, other: BenefitLine
) -> None:
    reading = told(case(costs=(), benefits=(line, other)), category("own", take))
    assert where(reading) == {"own": (line.id,)}
    assert reading.other_benefits.lines == (other.id,)


def test_a_line_belongs_to_the_first_category_that_it_fits() -> None:
    reading = told(
        case(costs=(), benefits=(CASH, BEDS)),
        category("beds", Take(steps=(Step.CAPACITY,))),
        category("all", Take()),
        category("never", Take()),
    )
    assert where(reading) == {"beds": ("beds",), "all": ("cash",), "never": ()}
    assert [placed.is_empty for placed in reading.categories] == [False, False, True]


def test_costs_fall_by_their_type_and_are_positive() -> None:
    costs = (cost(10, id="lead"), cost(5, id="time", type=CostType.INDIRECT))
    reading = told(
        case(costs=costs, benefits=(CASH,)),
        category("direct", Take(side=Side.COST, types=(CostType.DIRECT,))),
    )
    (direct,) = reading.categories
    assert (direct.lines, direct.headline and direct.headline.claimed) == (("lead",), 10)
    assert reading.other_costs.lines == ("time",)
    assert reading.other_costs.headline == (5, 5)


def test_health_has_money_for_society_alone() -> None:
    life = benefit(80, id="life", kind=Kind.HEALTH, gained_by="people", grade=3)
    reading = told(
        case(costs=(), benefits=(CASH, life)), category("life", Take(kinds=(Kind.HEALTH,)))
    )
    (placed,) = reading.categories
    assert placed.headline is None
    assert placed.society == pytest.approx((80, 72))


def test_what_one_gains_and_another_pays_comes_to_nothing_where_both_count() -> None:
    paid = benefit(60, id="paid", kind=Kind.INCOME, from_party="board", grade=3)
    from_council = benefit(40, id="council", kind=Kind.INCOME, from_party="council")
    reading = told(
        case(costs=(), benefits=(paid, from_council)),
        category("all", Take()),
    )
    (placed,) = reading.categories
    assert placed.headline == (40, 40)
    assert placed.society == (0, 0)
    assert placed.own == pytest.approx((100, 94))


def test_an_amount_that_is_not_stated_is_no_nought() -> None:
    reading = told(
        case(costs=(), benefits=(CASH, benefit(unstated(), id="x", kind=Kind.COST_AVOIDED))),
        category("avoided", Take(kinds=(Kind.COST_AVOIDED,))),
    )
    (placed,) = reading.categories
    assert (placed.lines, placed.unvalued, placed.headline) == (("x",), ("x",), None)


OUTCOMES = (
    Outcome(who=Who.STAFF, what="Calmer nights"),
    Outcome(who=Who.PATIENTS, what="Less pain"),
    Outcome(who=Who.STAFF, what="Fewer calls"),
    Outcome(who=Who.WIDER_SOCIETY, what="Less travel"),
)


def test_outcomes_fall_by_those_for_whom_they_are() -> None:
    reading = told(
        case(outcomes=OUTCOMES, appraisal=None),
        category("people", people=(Who.PATIENTS, Who.FAMILIES_AND_CARERS)),
        category("staff", Take(), people=(Who.STAFF, Who.PATIENTS)),
    )
    assert [placed.outcomes for placed in reading.categories] == [(1,), (0, 2)]
    assert reading.other_benefits.outcomes == (3,)
    assert reading.other_costs.outcomes == ()
    assert [placed.headline for placed in reading.placed] == [None] * 4


ASKS = (
    Item(
        id="sessions",
        title="Sessions",
        parts=(
            Part(says="who met", keys=("approaches.own.sessions.*.people",), every=True),
            Part(says="what was decided", keys=("approaches.own.sessions.*.decided",)),
        ),
    ),
)


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({"own": {"sessions": [{"people": ["nurses"], "decided": "Begin"}]}}, Reported.MET),
        ({"own": {"sessions": [{"people": ["nurses"]}]}}, Reported.PARTLY),
        ({"own": {"sessions": [{"people": ["nurses"]}, {"people": []}]}}, Reported.NOT_MET),
        ({"own": {"sessions": "in spring"}}, Reported.NOT_MET),
        ({"own": {"sessions": ["in spring", 3]}}, Reported.NOT_MET),
        ({"own": {"sessions": 3}}, Reported.NOT_MET),
        ({"own": ["sessions"]}, Reported.NOT_MET),
        ({"own": None}, Reported.NOT_MET),
        ({"another": {"sessions": [{"people": ["nurses"]}]}}, Reported.NOT_MET),
    ],
)
def test_an_approach_is_answered_by_facts_of_its_own_whatever_they_look_like(
    facts: dict[str, Any], standing: Reported
) -> None:
    reading = told(case(approaches=facts), category("all", Take()), asks=ASKS)
    assert [answer.standing for answer in reading.answers] == [standing]
    assert reading.gives_facts is bool(facts.get("own"))


def test_a_check_reads_a_case_only_by_the_approaches_that_it_names() -> None:
    known = framework(
        approaches={name: approach(category("all", Take()), asks=ASKS) for name in ("own", "other")}
    )
    named = case(approaches={"own": {"sessions": 1}, "nobody": {}}, benefits=(CASH,), costs=())
    assert [r.approach for r in in_brief(named, known).readings] == ["own"]
    assert in_brief(named, known).readings[0] == appraise(named, known).readings[0]
    assert in_brief(replace(named, appraisal=None), known).readings
    assert in_brief(case(), known).readings == ()


def test_freed_capacity_with_a_use_is_an_economic_effect_and_else_an_operational_one() -> None:
    used = replace(BEDS, id="used", harvest=Harvest(decision=Decision.REUSED))
    known = framework(approaches=real())
    found = appraise(case(costs=(), benefits=(BEDS, used)), known)
    reading = next(r for r in found.readings if r.approach == "wemmerlov")
    assert where(reading) == {"economic": ("used",), "operational": ("beds",), "cost": ()}


def test_the_pyramid_has_patients_at_its_base_and_revenue_at_its_tip() -> None:
    lines = (
        benefit(1, id="health", kind=Kind.HEALTH, gained_by="people"),
        benefit(1, id="calm", kind=Kind.EXPERIENCE),
        benefit(1, id="comfort", kind=Kind.EXPERIENCE, gained_by="people"),
        BEDS,
        benefit(1, id="avoided", kind=Kind.COST_AVOIDED),
        CASH,
        benefit(1, id="paid", kind=Kind.FUNDED_CAPACITY, from_party="board"),
        benefit(1, id="carbon", kind=Kind.WIDER),
    )
    found = appraise(case(costs=(cost(1),), benefits=lines), framework(approaches=real()))
    reading = next(r for r in found.readings if r.approach == "elft-pyramid")
    assert [placed.lines for placed in reading.categories] == [
        ("health", "comfort"),
        ("calm",),
        ("beds",),
        ("avoided",),
        ("cash",),
        ("paid",),
    ]
    assert reading.other_benefits.lines == ("carbon",)
    assert reading.other_costs.lines == ("cost",)
