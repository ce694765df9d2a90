"""Cases side by side: a distribution, and sums of what may be added."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise.portfolio import portfolio, spread
from civalue_build.model.appraisal import Undefined, Vintage
from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import SavingClaim, SavingShare, Seen, UnitPart
from civalue_build.model.enums import Claim, Kind, Status
from civalue_build.model.framework import Framework, Term
from civalue_build.model.portfolio import TOO_FEW, Apart, By, LeftOut, Portfolio
from tests import builders as make
from tests.present.library.cards import card, freed, headline, returns

FRAMEWORK = make.framework(
    settings={name: Term(id=name, title=name) for name in ("acute", "community")},
    priorities={"safer-care": Term(id="safer-care", title="Safer care")},
    kinds={kind: Term(id=kind, title=kind) for kind in Kind},
)


def valued(slug: str, costs: float | None, benefits: float, **changes: Any) -> CaseCard:
    """A case with a headline, at 2023/24 prices."""
    basis = Vintage(
        framework="test",
        discounting="green-book-2026",
        price_year=changes.pop("price_year", "2023/24"),
        horizon=3,
        price_index="deflator",
        currency="GBP",
    )
    return card(slug, headline=headline(returns(costs, benefits)), vintage=basis, **changes)


def of(*cards: CaseCard, framework: Framework = FRAMEWORK) -> Portfolio:
    """What these cases come to."""
    return portfolio(cards, framework)


def claim(share: float, amount: float, *, first: int = 2023, bed_days: float = 0) -> SavingClaim:
    """What a case claims of one saving in one financial year."""
    return SavingClaim(
        share=SavingShare(saving="beds", by_year=(share,), first=first),
        claimed=(amount,),
        corrected=(amount / 2,),
        units=(UnitPart(unit="bed-day", by_year=(bed_days,), saving="beds"),),
    )


@given(st.lists(st.floats(-1e6, 1e6), min_size=4, max_size=40))
def test_quartiles_are_those_of_pandas(values: list[float]) -> None:
    import pandas as pd  # noqa: PLC0415 slow to import

    found = spread(values)
    expected = pd.Series(values).quantile([0.25, 0.5, 0.75])
    assert (found.lower, found.median, found.upper) == pytest.approx(tuple(expected), abs=1e-9)


@given(st.lists(st.floats(-10, 10), max_size=40))
def test_every_return_is_counted_once(values: list[float]) -> None:
    found = spread([*values, Undefined("not stated")])
    assert found.above_one + found.some + found.none + found.negative == found.known == len(values)


def test_a_return_of_just_1_and_one_below_a_penny_are_neither_gain_nor_something() -> None:
    found = spread([1.0, 1.01, 0.004, -0.004, -0.01, 0.01])
    assert (found.above_one, found.some, found.none, found.negative) == (1, 2, 2, 1)


def test_fewer_than_four_returns_have_no_quartiles() -> None:
    assert spread([1, 2, 3]).median == TOO_FEW
    assert spread([1, 2, 3, 4]).median == 2.5


def test_invented_and_archived_cases_enter_nothing() -> None:
    real = valued("real", 100, 300, operational=(freed("bed-day", 5),))
    invented = replace(real, slug="invented", illustrative=True)
    archived = replace(real, slug="archived", status=Status.ARCHIVED)
    found = of(real, invented, archived)
    assert (found.invented, found.archived) == (1, 1)
    assert replace(found, invented=0, archived=0) == of(real)


def test_a_case_without_a_return_is_told_with_the_reason() -> None:
    unspent = valued("unspent", 0, 50)
    silent = valued("silent", 100, 0)
    assert silent.headline
    why = Undefined("no benefit stated")
    unsaid = replace(silent.headline.claimed, pv_benefits=why, npv=why, return_per_pound=why)
    silent = replace(silent, headline=headline(unsaid))
    found = of(card("story"), valued("gross", None, -5), silent, unspent, valued("known", 1, 2))
    assert found.no_return == (
        LeftOut(why=Apart.NOT_VALUED, cases=("story",)),
        LeftOut(why=Apart.NO_COST_STATED, cases=("gross",)),
        LeftOut(why=Apart.NO_BENEFIT_STATED, cases=("silent",)),
        LeftOut(why=Apart.NOTHING_SPENT, cases=("unspent",)),
    )
    assert found.no_gain == 1
    assert found.claimed.returns == (2,)


def test_groups_stand_in_the_order_of_the_framework_and_hold_their_cases() -> None:
    found = of(
        valued("a", 1, 2, setting="community", kinds=(Kind.HEALTH, Kind.WIDER)),
        valued("b", 1, 9, setting="acute", priorities=("safer-care",), claim=Claim.MEASURED),
        valued("c", None, 9, setting="acute"),
    )
    settings = [(group.id, group.cases, group.claimed.returns) for group in found.of(By.SETTING)]
    assert settings == [("acute", 2, (9,)), ("community", 1, (2,))]
    assert [group.id for group in found.of(By.KIND)] == ["health", "wider"]
    assert [group.id for group in found.of(By.PRIORITY)] == ["safer-care"]
    assert [group.id for group in found.of(By.CLAIM)] == ["measured"]


def test_steps_and_lenses_look_at_the_same_cases_from_elsewhere() -> None:
    seen = valued(
        "a",
        1,
        2,
        cash=Seen(claimed=0.5, corrected=0.4),
        society=Seen(claimed=3.0, corrected=2.5),
        business=Seen(claimed=Undefined("the organisation bears none"), corrected=0.0),
    )
    found = of(seen)
    steps = {group.id: group.claimed.returns for group in found.of(By.STEP)}
    assert steps == {"cash": (0.5,), "capacity": (2,), "society": (3.0,)}
    lenses = {group.id: group.corrected.returns for group in found.of(By.LENS)}
    assert lenses == {"economic": (2.5,), "business": (0.0,)}


def test_money_is_carried_to_the_prices_of_the_library_and_kept_apart_by_claim() -> None:
    old = valued("old", 90, 180, price_year="2019/20", claim=Claim.MEASURED)
    new = valued("new", 10, 5, claim=Claim.MEASURED)
    plan = valued("plan", 1, 1, claim=Claim.PLANNED)
    planned, measured = of(old, new, plan).money
    assert planned.cases == ("plan",)
    assert measured.claimed.costs == pytest.approx(90 * 100 / 90 + 10)
    assert measured.claimed.net == pytest.approx(180 * 100 / 90 + 5 - 110)
    assert measured.largest == "old"
    assert measured.part == pytest.approx(300 / 315)


def test_what_cannot_be_added_stands_beside_the_total_with_the_reason() -> None:
    found = of(
        valued("dollars", 1, 2, currency="USD"),
        valued("ancient", 1, 2, price_year="1999/00"),
        valued("gross", None, 2),
        card("story"),
        valued("known", 1, 2),
    )
    assert {item.why: item.cases for item in found.not_added} == {
        Apart.NOT_VALUED: ("story",),
        Apart.CURRENCY: ("dollars",),
        Apart.PRICES: ("ancient",),
        Apart.NO_COST_STATED: ("gross",),
    }
    assert [total.cases for total in found.money] == [("known",)]
    assert found.claimed.known == 3, "a return has no currency and no prices"


def test_without_an_index_only_cases_at_the_prices_of_the_library_are_added() -> None:
    bare = make.framework(default_price_index="none")
    found = of(valued("old", 1, 2, price_year="2019/20"), valued("new", 1, 2), framework=bare)
    assert found.not_added == (LeftOut(why=Apart.PRICES, cases=("old",)),)


def test_a_saving_that_two_cases_claim_counts_once() -> None:
    one = valued("one", 10, 100, savings=(claim(0.8, 80, bed_days=8),))
    two = valued("two", 10, 200, savings=(claim(0.8, 80, bed_days=8),))
    days = (freed("bed-day", 10),)
    found = of(replace(one, operational=days), replace(two, operational=days))
    (money,) = found.money
    assert money.claimed.costs == 20
    assert money.claimed.benefits == pytest.approx(300 - 160 + 100)
    assert money.corrected.benefits == pytest.approx(300 - 80 + 50)
    (unit,) = found.units
    assert unit.total == pytest.approx(20 - 16 + 10)
    assert unit.stated == 20
    (shared,) = found.shared
    assert shared.is_over
    assert shared.claimed == pytest.approx(1.6)


def test_shares_of_different_years_or_up_to_all_of_it_are_left_as_they_are() -> None:
    for other in (claim(0.8, 80, first=2024), claim(0.2, 20)):
        one = valued("one", 10, 100, savings=(claim(0.8, 80),))
        two = valued("two", 10, 200, savings=(other,))
        found = of(one, two)
        assert found.money[0].claimed.benefits == pytest.approx(300)
        assert [saving.is_over for saving in found.shared] == [False]


def test_a_case_that_is_not_added_takes_nothing_from_one_that_is() -> None:
    one = valued("one", 10, 100, savings=(claim(1, 100),))
    gross = valued("gross", None, 100, savings=(claim(1, 100),))
    assert of(one, gross).money[0].claimed.benefits == pytest.approx(100)


def test_savings_of_invented_cases_are_shown_apart() -> None:
    both = [
        valued(name, 1, 2, savings=(claim(0.6, 1),), illustrative=True) for name in ("one", "two")
    ]
    found = of(*both, valued("real", 1, 2, savings=(claim(1, 1),)))
    assert found.shared == ()
    assert [shares for saving in found.shared_invented for shares in saving.shares] == [
        ("one", 0.6),
        ("two", 0.6),
    ]


@given(st.permutations(range(5)))
def test_the_order_of_cases_changes_no_figure(order: list[int]) -> None:
    cards = [valued(f"case-{n}", n + 1, n * n - 2, savings=(claim(0.4, n),)) for n in range(5)]
    first, again = of(*cards), of(*(cards[n] for n in order))
    assert first.claimed == again.claimed
    assert first.money[0].claimed.net == pytest.approx(again.money[0].claimed.net)


def test_a_case_of_one_practice_is_in_no_total_and_said_to_be_so() -> None:
    one = valued("one-practice", 10, 40, operational=(freed("bed-day", 3),))
    assert one.vintage
    one = replace(one, vintage=replace(one.vintage, per="practice"))
    found = of(one, valued("whole", 10, 20, operational=(freed("bed-day", 5),)))
    assert [total.cases for total in found.money] == [("whole",)]
    assert [(item.why, item.cases) for item in found.not_added] == [
        (Apart.PER_ONE, ("one-practice",))
    ]
    assert [(unit.total, unit.cases) for unit in found.units] == [(5, 1)]
    assert found.claimed.returns == (2, 4)


def test_the_cases_of_a_total_give_what_the_total_holds() -> None:
    cards = (
        valued("a", 10, 100, price_year="2019/20", savings=(claim(0.8, 60, bed_days=8),),
               operational=(freed("bed-day", 8),)),
        valued("b", 5, 50, savings=(claim(0.8, 50, bed_days=8),),
               operational=(freed("bed-day", 9),)),
    )  # fmt: skip
    found = of(*cards)
    (total,) = found.money
    assert [part.case for part in total.parts] == ["a", "b"]
    assert sum(part.claimed.net for part in total.parts) == pytest.approx(total.claimed.net)
    assert sum(part.corrected.net for part in total.parts) == pytest.approx(total.corrected.net)
    assert total.parts[0].carried == 100 / 90
    assert total.parts[1].shared == pytest.approx(50 - 50 / 1.6)
    (unit,) = found.units
    assert sum(part.stated for part in unit.parts) == unit.stated
    assert sum(part.counted for part in unit.parts) == pytest.approx(unit.total)
