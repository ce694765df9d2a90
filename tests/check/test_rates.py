"""Counts by the year and by the month are set side by side."""

import pytest

from civalue_build.check.rates import rates


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("There were 65 placements a year, or 5.25 a month.", 63),
        ("65 placements in the year, a mean of 5.25 a month", 63),
        ("£52,000 a year, £1,200.50 a week", 62_426),
        ("14,144 tests a year (372 tests a week)", 19_344),
    ],
)
def test_a_month_that_does_not_make_its_year_is_found(text: str, comes_to: float) -> None:
    (slip,) = rates(text)
    assert slip.comes_to == pytest.approx(comes_to)


@pytest.mark.parametrize(
    "text",
    [
        "65 in a year, 5.4 a month",
        "60 visits a year (5 a month)",
        "100 a year, which is 2 a week",
        "14,144 tests a year, 272 tests a week",
        "£300 a year, 5 visits a month",
        "20 beds a year, 3 nurses a month",
        "11,461 samples a year, 31.4 a day",
    ],
)
def test_what_fits_or_is_of_something_else_is_left_alone(text: str) -> None:
    assert list(rates(text)) == []
