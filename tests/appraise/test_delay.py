"""What a month costs, against sums written out in full."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise import appraise
from civalue_build.appraise.delay import slipped
from civalue_build.appraise.discounting import factors
from civalue_build.model.appraisal import Delay, Undefined
from civalue_build.model.enums import Kind
from tests.builders import MONEY, benefit, case, cost, each, framework, number

AMOUNTS = st.floats(0, 1e7)


def delay(*, horizon: int = 3, **lines: Any) -> Delay:
    found = appraise(case(basis={"horizon": horizon}, **lines), framework()).cost_of_delay
    assert found is not None
    return found


def claimed(**lines: Any) -> float:
    found = delay(**lines).claimed
    assert isinstance(found, float)
    return found


@given(AMOUNTS, AMOUNTS, st.integers(1, 30))
def test_constant_flows_lose_a_month_of_benefit_less_the_time_value_of_costs(
    gained: float, spent: float, years: int
) -> None:
    always = each(*range(years))
    found = claimed(
        horizon=years, costs=(cost(spent, years=always),), benefits=(benefit(gained, years=always),)
    )
    expected = gained / 12 - spent / 12 * (1 - 1.035**-years)
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-9 * (gained + spent))


@given(AMOUNTS, st.integers(0, 9))
def test_a_cost_that_slips_is_a_gain_as_large_as_a_twelfth_of_a_years_discount(
    spent: float, year: int
) -> None:
    found = claimed(horizon=10, costs=(cost(spent, years=each(year)),), benefits=())
    assert found == pytest.approx(-spent * (1.035**-year - 1.035 ** -(year + 1)) / 12)


@given(st.lists(AMOUNTS, min_size=1, max_size=6))
def test_slipping_agrees_with_sums_month_by_month(gained: list[float]) -> None:
    """Benefits of 1/12 a month; each month takes the factor of the year in which it falls."""
    years = len(gained)
    level = factors(MONEY, years)
    months = [amount / 12 for amount in gained for _ in range(12)]
    now = sum(amount * level[month // 12] for month, amount in enumerate(months))
    later = sum(a * level[(m + 1) // 12] for m, a in enumerate(months) if m + 1 < 12 * years)
    lines = tuple(benefit(a, id=f"b{y}", years=each(y)) for y, a in enumerate(gained))
    found = claimed(horizon=years, costs=(), benefits=lines)
    assert found == pytest.approx(now - later, abs=1e-6)


def test_of_the_last_year_the_last_month_is_lost() -> None:
    of_costs, of_benefits = slipped([1.0, 0.9, 0.8])
    assert of_costs == pytest.approx((0.1 / 12, 0.1 / 12))
    assert of_benefits == pytest.approx((0.1 / 12, 0.9 / 12))


def test_a_loss_that_slips_is_a_gain() -> None:
    assert claimed(costs=(), benefits=(benefit(-120),)) < 0


def test_only_what_the_headline_counts_is_delayed() -> None:
    wider = benefit(1e6, id="wider", kind=Kind.WIDER, gained_by="people")
    council = benefit(1e6, id="council", gained_by="council")
    lines = {"costs": (cost(10),), "benefits": (benefit(120, years=each(0, 1, 2)),)}
    more = lines | {"benefits": (*lines["benefits"], wider, council)}
    assert claimed(**more) == claimed(**lines)


def test_a_transfer_within_the_nhs_is_delayed_for_both() -> None:
    income = benefit(500, id="income", kind=Kind.INCOME, from_party="board")
    assert claimed(costs=(), benefits=(income,)) == 0


def test_the_corrected_delay_is_of_the_corrected_flows() -> None:
    found = delay(costs=(), benefits=(benefit(120, grade=6, years=each(0, 1, 2)),))
    assert isinstance(found.claimed, float)
    assert found.corrected == pytest.approx(found.claimed * 0.6)


def test_a_share_of_the_claim_is_delayed() -> None:
    assert claimed(costs=(), benefits=(benefit(120, attribution=number(0.5)),)) == pytest.approx(
        claimed(costs=(), benefits=(benefit(60),))
    )


def test_without_a_stated_cost_there_is_none_and_it_says_why() -> None:
    assert delay(benefits=(benefit(),)).claimed == Undefined("no cost stated")


def test_a_case_without_money_has_no_delay() -> None:
    assert appraise(case(appraisal=None), framework()).cost_of_delay is None
