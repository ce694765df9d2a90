from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise.switching import Tried, share_of_claim, switching_value
from civalue_build.model.appraisal import Undefined
from civalue_build.model.estimate import Range


def test_a_share_that_is_not_linear_is_found_by_bisection() -> None:
    tried = Tried(
        range=Range.of(0.1), npv=lambda x: (1 - x) ** 2 - 0.25, is_share=True, is_bent=True
    )
    assert switching_value(tried) == pytest.approx(0.5)


def test_a_number_that_is_not_linear_is_searched_far_beyond_one() -> None:
    tried = Tried(range=Range.of(3), npv=lambda x: x * x - 1e6, is_bent=True)
    assert switching_value(tried) == pytest.approx(1000)


def test_of_several_values_the_one_nearest_to_the_claim_is_given() -> None:
    tried = Tried(range=Range.of(7), npv=lambda x: (x - 2) * (x - 8), is_bent=True)
    assert switching_value(tried) == pytest.approx(8)


@pytest.mark.parametrize(
    ("number", "ends"),
    [
        (Range(low=1, central=2, high=3), (0, inf)),
        (Range(low=-3, central=-2, high=-1), (-inf, 0)),
        (Range(low=-3, central=1, high=3), (-inf, inf)),
    ],
)
def test_a_number_keeps_the_sign_of_its_range(number: Range, ends: tuple[float, float]) -> None:
    assert Tried(range=number, npv=float).feasible == ends


def test_what_moves_nothing_never_switches() -> None:
    assert isinstance(switching_value(Tried(range=Range.of(1), npv=lambda _: 5)), Undefined)


@given(st.floats(0.01, 1e6), st.floats(-1e6, 1e6), st.floats(0.01, 1e6))
def test_a_straight_line_is_solved_wherever_that_is_feasible(
    slope: float, start: float, central: float
) -> None:
    found = switching_value(Tried(range=Range.of(central), npv=lambda x: start + slope * x))
    if start > 0:
        assert isinstance(found, Undefined)
    else:
        assert isinstance(found, float)
        assert found == pytest.approx(-start / slope, rel=1e-9, abs=1e-9)


def test_far_from_what_is_usual_no_digit_is_lost() -> None:
    """As where a claim of nothing would have to pay for a large cost."""
    cost, kept = 2_600_000.07, 0.98
    found = switching_value(Tried(range=Range.of(0), npv=lambda x: kept * x - cost))
    assert isinstance(found, float)
    assert kept * found == pytest.approx(cost, rel=1e-12)


def test_the_share_of_the_claim_is_of_its_central_value() -> None:
    assert share_of_claim(30.0, 120) == 0.25
    assert isinstance(share_of_claim(30.0, 0), Undefined)
    never = Undefined("never")
    assert share_of_claim(never, 120) == never
