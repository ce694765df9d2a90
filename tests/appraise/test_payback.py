import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise.payback import payback

AMOUNTS = st.lists(st.tuples(st.integers(0, 1000), st.integers(-500, 1000)), min_size=1, max_size=6)


def test_benefits_come_evenly_through_a_year() -> None:
    assert payback([100], [200]) == 0.5


def test_costs_of_a_year_fall_at_its_start() -> None:
    assert payback([100, 50], [100, 100]) == 1.5


def test_money_that_never_comes_back_has_no_payback() -> None:
    assert payback([100, 0], [10, 10]) is None


def test_a_later_loss_puts_payback_off() -> None:
    assert payback([100, 200, 0], [150, 100, 100]) == 2.5


def test_a_loss_in_the_last_year_means_never() -> None:
    assert payback([100, 0], [150, -100]) is None


def test_nothing_spent_is_paid_back_at_once() -> None:
    assert payback([0, 0], [10, 10]) == 0


def test_a_sum_that_ends_at_nothing_is_paid_back_at_the_end() -> None:
    assert payback([0.1 + 0.2], [0.3]) == pytest.approx(1)


@given(AMOUNTS)
def test_it_agrees_with_walking_through_the_years(years: list[tuple[int, int]]) -> None:
    costs, benefits = [c for c, _ in years], [b for _, b in years]
    assert payback(costs, benefits) == pytest.approx(_walk(costs, benefits), abs=2e-3)


def _walk(costs: list[int], benefits: list[int]) -> float | None:
    """Go through the years in small steps; keep the end of the last moment in the red."""
    steps, net, last_red = 2000, 0.0, -1.0
    for year, (cost, gain) in enumerate(zip(costs, benefits, strict=True)):
        start = net - cost
        for step in range(steps + 1):
            net = start + gain * step / steps
            if net < -1e-9:
                last_red = year + step / steps
    if last_red < 0:
        return 0.0
    return None if net < -1e-9 else last_red
