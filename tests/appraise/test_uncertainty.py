import numpy as np
import pytest

from civalue_build.appraise import appraise
from civalue_build.appraise.pert import draw
from civalue_build.appraise.switching import switching_value
from civalue_build.model.appraisal import OneInput, Uncertainty, Undefined
from civalue_build.model.enums import Kind
from civalue_build.model.estimate import Estimate, Range
from civalue_build.model.lines import BenefitLine
from tests.builders import benefit, case, cost, each, framework, number, priced


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


def test_a_switching_value_outside_what_is_feasible_is_never() -> None:
    found = unsure(benefit(50, attribution=number(0.5)))
    assert isinstance(one(found, "benefits.benefit.attribution").switching_value, Undefined)


def test_a_share_that_is_not_linear_is_found_by_bisection() -> None:
    found = switching_value("benefits.x.drop_off", 0.1, lambda x: (1 - x) ** 2 - 0.25)
    assert found == pytest.approx(0.5)


def test_draws_keep_to_the_range_and_to_the_mean_of_pert() -> None:
    found = draw("case", "key", Range(low=10, central=20, high=60))
    assert found.shape == (10_000,)
    assert found.min() >= 10
    assert found.max() <= 60
    assert found.mean() == pytest.approx((10 + 4 * 20 + 60) / 6, rel=0.01)


def test_draws_depend_on_case_and_input_alone() -> None:
    number_ = Range(low=0, central=1, high=2)
    assert np.array_equal(draw("a", "x", number_), draw("a", "x", number_))
    assert not np.array_equal(draw("a", "x", number_), draw("b", "x", number_))


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
