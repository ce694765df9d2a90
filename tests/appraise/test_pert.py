import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise.pert import LEVELS, bands, draw, quantiles
from civalue_build.model.estimate import Range

PARTS = (np.arange(LEVELS) + 0.5) / LEVELS


@pytest.mark.parametrize(
    ("lean", "below"),
    [
        (0.0, lambda x: 1 - (1 - x) ** 5),
        (0.25, lambda x: 1 - (1 - x) ** 4 * (1 + 4 * x)),
        (0.5, lambda x: x**3 * (10 - 15 * x + 6 * x**2)),
        (1.0, lambda x: x**5),
    ],
)
def test_quantiles_are_those_of_the_beta_distribution(lean: float, below: object) -> None:
    assert callable(below)
    assert below(quantiles(lean)) == pytest.approx(PARTS, abs=1e-4)


@given(st.floats(0, 1))
def test_quantiles_rise_between_0_and_1_around_the_mean_of_pert(lean: float) -> None:
    found = quantiles(lean)
    assert found[0] >= 0
    assert found[-1] <= 1
    assert (np.diff(found) >= 0).all()
    assert found.mean() == pytest.approx((1 + 4 * lean) / 6, abs=1e-4)


def test_draws_keep_to_the_range_and_to_the_moments_of_pert() -> None:
    found = draw("case", "key", Range(low=10, central=20, high=60))
    mean = (10 + 4 * 20 + 60) / 6
    assert found.shape == (10_000,)
    assert found.min() >= 10
    assert found.max() <= 60
    assert found.mean() == pytest.approx(mean, rel=0.01)
    assert found.var() == pytest.approx((mean - 10) * (60 - mean) / 7, rel=0.03)


def test_draws_depend_on_case_and_input_alone() -> None:
    number = Range(low=0, central=1, high=2)
    assert np.array_equal(draw("a", "x", number), draw("a", "x", number))
    assert not np.array_equal(draw("a", "x", number), draw("b", "x", number))
    for other in ("y", "z"):
        pair = np.corrcoef(draw("a", "x", number), draw("a", other, number))
        assert abs(pair[0, 1]) < 0.04


@given(st.floats(-1e9, 1e9))
def test_equal_ends_are_constant(value: float) -> None:
    assert set(draw("a", "x", Range.of(value), 5)) == {value}


@given(st.floats(-1e6, 1e6), st.floats(1, 1e9))
def test_bands_hold_every_draw_and_part_gains_from_losses(low: float, width: float) -> None:
    drawn = np.linspace(low, low + width, 1001)
    found = bands(drawn)
    assert 5 <= len(found) <= 14
    assert sum(band.share for band in found) == pytest.approx(1)
    assert found[0].low <= low + width * 1e-9
    assert found[-1].high >= low + width * (1 - 1e-9)
    assert all(band.low >= 0 or band.high <= 0 for band in found)


def test_draws_that_are_all_alike_have_no_bands() -> None:
    assert bands(np.full(10, 5.0)) == ()
