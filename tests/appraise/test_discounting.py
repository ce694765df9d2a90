from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise.discounting import factors, stream_factors
from civalue_build.model.enums import Stream
from civalue_build.model.reference import Band
from tests import builders


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1, 0.9662),
        (2, 0.9335),
        (3, 0.9019),
        (4, 0.8714),
        (5, 0.8420),
        (10, 0.7089),
        (20, 0.5026),
        (30, 0.3563),
        (31, 0.3459),
    ],
)
def test_money_follows_the_green_book_table(year: int, expected: float) -> None:
    assert factors(builders.MONEY, 40)[year] == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("year", "expected"), [(1, 0.9852), (5, 0.9283), (10, 0.8617), (30, 0.6398)]
)
def test_health_follows_its_own_table(year: int, expected: float) -> None:
    assert factors(builders.HEALTH, 40)[year] == pytest.approx(expected, abs=5e-5)


def test_an_annuity_has_its_closed_form() -> None:
    total = sum(factors(builders.MONEY, 31)[1:])
    assert total == pytest.approx((1 - 1.035**-30) / 0.035, abs=1e-9)


def test_a_zero_rate_leaves_every_year_whole() -> None:
    assert factors((Band(first=0, rate=0.0),), 50) == (1.0,) * 50


def test_without_health_rates_the_money_rates_serve_for_both() -> None:
    schedule = builders.framework().schedules["none"]
    assert stream_factors(schedule, Stream.HEALTH, 5) == (1.0,) * 5


@given(st.integers(1, 200), st.floats(0, 0.5))
def test_factors_start_at_one_and_never_rise(years: int, rate: float) -> None:
    found = factors((Band(first=0, rate=rate),), years)
    assert found[0] == 1
    assert all(later <= earlier for earlier, later in pairwise(found))


def test_past_the_last_band_its_rate_goes_on() -> None:
    found = factors((Band(first=0, last=2, rate=0.1),), 5)
    assert found[4] == pytest.approx(1.1**-4)
