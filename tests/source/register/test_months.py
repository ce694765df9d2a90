"""Months are read as finance teams write them, and never guessed."""

import pytest

from civalue_build.model.register import spelt
from civalue_build.source.register.months import (
    is_day_first,
    is_like_month,
    no_month,
    read_month,
    read_year,
)


def month(text: str, *, day_first: bool | None = None) -> str | None:
    found = read_month(text, day_first=day_first)
    return None if found is None else spelt(found)


@pytest.mark.parametrize(
    "text",
    [
        "2025-04",
        "2025-04-30",
        "2025-04-01 00:00:00",
        "Apr-25",
        "apr 25",
        "Apr ’25",
        "April 2025",
        "30 April 2025",
        "1-Apr-25",
        "Apr 2025/26",
        "April 25/26",
        "M1 2025/26",
        "m01 2025-26",
        "M1 25/26",
        "Month 1, 2025/2026",
        "M1 FY 2025/26",
        "FY25/26 M1",
        "2025/26 - M1",
        "04/2025",
        "30/04/2025",
        "04/30/2025",
    ],
)
def test_april_2025_is_read_in_each_way_of_writing_it(text: str) -> None:
    assert month(text) == "2025-04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M9 2025/26", "2025-12"),
        ("M10 2025/26", "2026-01"),
        ("M12 2025/26", "2026-03"),
        ("Mar 2025/26", "2026-03"),
        ("Sept-25", "2025-09"),
    ],
)
def test_a_month_of_a_financial_year_after_december_is_in_the_next_year(
    text: str, expected: str
) -> None:
    assert month(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Apr",
        "M1",
        "M4 2025",
        "M0 2025/26",
        "M13 2025/26",
        "M1 2025/27",
        "2025-13",
        "2025-02-30",
        "2025",
        "2025-W14",
        "Q1 2025/26",
        "Margin 25",
        "Mayor 2025",
        "45748",
        "01/04/2025",
        "99999999999999999999",
        "Apr-25 " * 5_000,
    ],
)
def test_what_may_be_another_month_or_none_is_no_month(text: str) -> None:
    assert month(text) is None


def test_dates_with_slashes_are_read_where_only_one_way_gives_different_months() -> None:
    british, american = ("01/04/2025", "01/05/2025"), ("04/01/2025", "05/01/2025")
    assert is_day_first(british) is True
    assert is_day_first(american) is False
    assert is_day_first([british[0]]) is None
    assert is_day_first(["Apr-25"]) is None
    assert month(british[0], day_first=True) == month(american[0], day_first=False) == "2025-04"


def test_a_date_with_slashes_that_is_not_sure_is_told_with_both_ways() -> None:
    told = no_month("01/04/2025")
    assert "2025-04-01 if the day comes first" in told
    assert "2025-01-04 if the month does" in told


def test_a_month_without_a_year_asks_for_the_year() -> None:
    assert no_month("M4") == (
        "expected a month such as Apr-25, 2025-04 or M1 2025/26, found “M4”; a month of which year?"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Apr", True), ("M4 2025", True), ("2025.13", True), ("Mar25x", True),
     ("Margin", False), ("Owner", False), ("RAG", False), ("March ward", True)],
)  # fmt: skip
def test_a_head_that_was_probably_meant_as_a_month_is_known_as_such(
    text: str, *, expected: bool
) -> None:
    assert is_like_month(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2025/26", "2025-04"), ("25-26", "2025-04"), ("2025", None), ("2025/27", None)],
)
def test_a_financial_year_begins_in_april(text: str, expected: str | None) -> None:
    found = read_year(text)
    assert (None if found is None else spelt(found)) == expected
