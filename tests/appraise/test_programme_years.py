"""Years of a case placed in the years of its programme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise.programme_years import Calendar, calendar
from civalue_build.model.estimate import PartialDate

AMOUNTS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=12)


def test_a_case_that_begins_with_its_programme_keeps_its_years() -> None:
    assert Calendar(years=3, months=0).placed([5.0, 7.0]) == (5.0, 7.0, 0.0)


def test_a_case_that_begins_six_months_later_gives_half_of_each_year_to_the_next() -> None:
    placed = Calendar(years=3, months=6).placed([1000.0, 400.0])
    assert placed == (500.0, 700.0, 200.0)


def test_what_lies_outside_the_programme_is_lost_and_known() -> None:
    late, early = Calendar(years=2, months=12), Calendar(years=2, months=-12)
    amounts = [10.0, 20.0]
    assert (late.placed(amounts), late.is_before(amounts), late.is_after(amounts)) == (
        (0.0, 10.0),
        False,
        True,
    )
    assert (early.placed(amounts), early.is_before(amounts), early.is_after(amounts)) == (
        (20.0, 0.0),
        True,
        False,
    )


def test_years_without_an_amount_are_not_outside() -> None:
    assert not Calendar(years=1, months=0).is_after([4.0, 0.0, 0.0])


@given(AMOUNTS, st.integers(0, 60))
def test_nothing_is_lost_where_the_programme_is_long_enough(
    amounts: list[float], months: int
) -> None:
    placed = Calendar(years=30, months=months).placed(amounts)
    assert sum(placed) == pytest.approx(sum(amounts), abs=1e-6)


def test_months_are_counted_between_the_first_days_of_two_dates() -> None:
    start = PartialDate(year=2023, month=4)
    assert calendar(start, PartialDate(year=2024), 5).months == 9
    assert calendar(start, PartialDate(year=2023, month=1), 5).months == -3
    assert calendar(start, start, 5).years == 5
