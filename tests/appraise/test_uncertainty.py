from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import OneInput, Uncertainty, Undefined
from civalue_build.model.enums import Kind
from civalue_build.model.estimate import Estimate, PartialDate, Range
from civalue_build.model.lines import BenefitLine, UnitPrice
from civalue_build.model.measures import LedgerEntry
from tests.builders import benefit, case, cost, each, framework, number, priced, yearly_value
from tests.conftest import examples


def unsure(*benefits: BenefitLine, spent: float = 100) -> Uncertainty:
    made = case(costs=(cost(spent),), benefits=benefits)
    found = appraise(made, framework()).uncertainty
    assert isinstance(found, Uncertainty)
    return found


def one(found: Uncertainty, key: str) -> OneInput:
    return next(item for item in found.one_at_a_time if item.input == key)


def test_one_at_a_time_moves_only_its_own_input() -> None:
    found = unsure(benefit(**priced(number(10, 5, 20), number(30, 20, 40))))
    quantity = one(found, "benefits.benefit.quantity")
    assert (quantity.low, quantity.high) == (50, 500)
    price = one(found, "benefits.benefit.unit_value")
    assert (price.low, price.high) == (100, 300)


def test_corners_take_every_input_at_the_end_that_helps_or_hurts() -> None:
    line = benefit(deadweight=number(0.2, 0.1, 0.5), **priced(number(10, 5, 20), 30))
    found = unsure(line)
    assert found.best_corner == pytest.approx(20 * 30 * 0.9 - 100)
    assert found.worst_corner == pytest.approx(5 * 30 * 0.5 - 100)


def test_a_volume_of_two_lines_is_one_input() -> None:
    lines = [
        benefit(id=name, **priced(Estimate(volume="visits"), price))
        for name, price in (("one", 10), ("two", 20))
    ]
    made = case(costs=(cost(100),), benefits=tuple(lines), volumes={"visits": number(10, 5, 20)})
    found = appraise(made, framework()).uncertainty
    assert isinstance(found, Uncertainty)
    assert one(found, "volumes.visits").switching_value == pytest.approx(100 / 30)


def test_the_switching_value_makes_the_headline_nothing() -> None:
    found = unsure(benefit(300, years=each(2), attribution=number(0.5)))
    share = one(found, "benefits.benefit.attribution").switching_value
    assert share == pytest.approx(100 / (300 / 1.035**2))


def test_a_switching_value_is_also_given_as_a_share_of_the_claim() -> None:
    found = unsure(benefit(**priced(number(10, 5, 20), 40)))
    quantity = one(found, "benefits.benefit.quantity")
    assert quantity.switching_value == pytest.approx(100 / 40)
    assert quantity.share_of_claim == pytest.approx(0.25)


def test_a_claim_of_nothing_has_no_share() -> None:
    found = one(unsure(benefit(300, deadweight=number(0.0))), "benefits.benefit.deadweight")
    assert found.switching_value == pytest.approx(2 / 3)
    assert isinstance(found.share_of_claim, Undefined)


def test_a_year_of_the_ledger_is_an_input_too() -> None:
    months = [PartialDate(year=2023 + (3 + i) // 12, month=(3 + i) % 12 + 1) for i in range(12)]
    entries = tuple(LedgerEntry(month=month, line="benefit", actual=20) for month in months)
    line = benefit(5, attribution=number(0.5), years=each(0, 1))
    found = appraise(case(costs=(cost(100),), benefits=(line,), entries=entries), framework())
    assert isinstance(found.uncertainty, Uncertainty)
    paid = one(found.uncertainty, "benefits.benefit.ledger.0")
    assert paid.range == Range.of(240)
    assert paid.switching_value == pytest.approx((100 - 0.5 * 5 / 1.035) / 0.5)


def test_a_volume_that_serves_as_a_share_stays_between_0_and_1() -> None:
    line = benefit(50, attribution=Estimate(volume="due"))
    made = case(costs=(cost(100),), benefits=(line,), volumes={"due": number(0.5, 0.2, 1)})
    found = appraise(made, framework()).uncertainty
    assert isinstance(found, Uncertainty)
    assert isinstance(one(found, "volumes.due").switching_value, Undefined)


def test_a_drop_off_that_is_nothing_now_still_has_its_switching_value() -> None:
    found = unsure(benefit(100, years=each(0, 1, 2), drop_off=number(0, 0, 0.9)), spent=200)
    value = one(found, "benefits.benefit.drop_off").switching_value
    assert isinstance(value, float)
    left = 1 - value
    assert 100 * (1 + left / 1.035 + left**2 / 1.035**2) == pytest.approx(200)


def test_a_switching_value_outside_what_is_feasible_is_never() -> None:
    found = unsure(benefit(50, attribution=number(0.5)))
    assert isinstance(one(found, "benefits.benefit.attribution").switching_value, Undefined)


def test_a_range_that_the_headline_does_not_count_leaves_it_certain() -> None:
    wider = benefit(number(10, 0, 20), id="wider", kind=Kind.WIDER, gained_by="people")
    found = unsure(benefit(300), wider)
    assert found.chance_npv_positive == 1
    assert (found.npv_5, found.npv_95) == (200, 200)


def test_a_transfer_between_two_parties_that_count_moves_nothing() -> None:
    income = benefit(number(0.1, 0.05, 0.3), id="income", kind=Kind.INCOME, from_party="board")
    item = one(unsure(benefit(300), income), "benefits.income.amount")
    assert (item.low, item.high) == (200, 200)
    assert isinstance(item.switching_value, Undefined)


def test_the_order_of_lines_changes_no_chance() -> None:
    lines = [benefit(id=name, **priced(number(10, 0, 20), 10)) for name in "ab"]
    one_way, other = unsure(*lines), unsure(*reversed(lines))
    assert one_way.chance_npv_positive == other.chance_npv_positive
    assert one_way.npv_5 == pytest.approx(other.npv_5)


def test_a_price_of_each_year_moves_as_one_with_its_share_of_each_year() -> None:
    world = framework(unit_values={"carbon": yearly_value({2023: 10, 2024: 30}, "ulcer")})
    line = benefit(
        amount=None,
        quantity=number(2),
        unit="ulcer",
        unit_value=UnitPrice(id="carbon"),
        years=each(0, 1),
    )
    found = appraise(case(costs=(cost(5),), benefits=(line,)), world)
    assert isinstance(found.uncertainty, Uncertainty)
    assert found.headline is not None
    price = one(found.uncertainty, "unit-values.carbon")
    assert found.headline.claimed.npv == pytest.approx(2 * 10 + 2 * 30 / 1.035 - 5)
    assert price.low == pytest.approx((2 * 10 + 2 * 30 / 1.035) / 2 - 5)


AMOUNTS = st.tuples(*[st.floats(0, 1000)] * 3).map(sorted)


def ranged(each_: list[float]) -> Estimate:
    low, central, high = each_
    return number(central, low, high)


@st.composite
def benefits(draw: st.DrawFn) -> tuple[BenefitLine, ...]:
    return tuple(
        benefit(
            id=f"line-{index}",
            years=each(*range(draw(st.integers(1, 3)))),
            attribution=number(draw(st.floats(0, 1)), 0, 1),
            **priced(ranged(draw(AMOUNTS)), ranged(draw(AMOUNTS))),
        )
        for index in range(draw(st.integers(1, 4)))
    )


@given(benefits(), AMOUNTS)
@examples(40)
def test_draws_lie_between_the_corners_and_percentiles_in_order(
    lines: tuple[BenefitLine, ...], spent: list[float]
) -> None:
    made = case(costs=(cost(ranged(spent)),), benefits=lines)
    found = appraise(made, framework()).uncertainty
    assert isinstance(found, Uncertainty)
    assert isinstance(found.npv_5, float)
    assert isinstance(found.npv_95, float)
    slack = 1e-9 * (1 + abs(found.best_corner) + abs(found.worst_corner))
    assert found.worst_corner - slack <= found.npv_5 <= found.npv_95 <= found.best_corner + slack
    if found.spread:
        width = found.spread[0].high - found.spread[0].low
        assert found.spread[0].high > found.worst_corner - slack
        assert found.spread[-1].low < found.best_corner + slack
        assert all(band.high - band.low == pytest.approx(width) for band in found.spread)
        assert sum(band.share for band in found.spread) == pytest.approx(1)
        above = sum(band.share for band in found.spread if band.low >= 0)
        assert above == pytest.approx(found.chance_npv_positive, abs=1e-3)


@given(benefits(), st.randoms(use_true_random=False))
@examples(20)
def test_draws_are_the_same_again_and_in_any_order_of_lines(
    lines: tuple[BenefitLine, ...], chance: Random
) -> None:
    shuffled = list(lines)
    chance.shuffle(shuffled)
    one_way, again, other = unsure(*lines), unsure(*lines), unsure(*shuffled)
    assert one_way == again
    for name in ("chance_npv_positive", "npv_5", "npv_95", "best_corner", "worst_corner"):
        assert getattr(other, name) == pytest.approx(getattr(one_way, name), abs=1e-6)


def test_the_chance_and_the_ends_come_from_the_draws() -> None:
    found = unsure(benefit(**priced(number(10, 0, 20), 10)))
    assert found.draws == 10_000
    assert found.chance_npv_positive == pytest.approx(0.5, abs=0.02)
    assert isinstance(found.npv_5, float)
    assert isinstance(found.npv_95, float)
    assert -100 < found.npv_5 < found.npv_95 < 100


def test_without_a_range_there_are_no_draws_and_it_says_so() -> None:
    found = unsure(benefit(300))
    assert found.draws == 0
    assert isinstance(found.chance_npv_positive, Undefined)
    assert found.best_corner == found.worst_corner == 200


def test_a_cost_that_is_not_stated_leaves_nothing_to_be_unsure_of() -> None:
    found = appraise(case(benefits=(benefit(),)), framework()).uncertainty
    assert found == Undefined("no cost stated")
