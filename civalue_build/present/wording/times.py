"""Dates, years and lengths of time as text."""

from collections.abc import Iterable
from dataclasses import replace

from civalue_build.model.case import Period
from civalue_build.model.estimate import PartialDate
from civalue_build.present.labels import MONTHS
from civalue_build.present.wording.numbers import counted, span
from civalue_build.present.wording.words import listed

DAYS = 365
"""The days of a year, to give a short time in days."""


def date(value: PartialDate) -> str:
    """Return a date as exact as it is known: 1 October 2026, October 2026, 2026.

    A week is `the week of` its Monday.
    """
    if value.is_week:
        return f"the week of {date(replace(value, is_week=False))}"
    parts = (value.day and str(value.day), value.month and MONTHS[value.month - 1], str(value.year))
    return " ".join(part for part in parts if part)


def period(value: Period) -> str:
    """Return when work was done: April 2023 to March 2025, or `from April 2023`."""
    if value.end is None:
        return f"from {date(value.start)}"
    return span(date(value.start), date(value.end))


def years(items: Iterable[int]) -> str:
    """Return years of a case: `year 0`, `years 0 to 2`, `years 0 and 3`."""
    known = sorted(set(items))
    if not known:
        return "no year"
    if len(known) == 1:
        return f"year {known[0]}"
    if known == list(range(known[0], known[-1] + 1)):
        return f"years {known[0]} to {known[-1]}"
    return f"years {listed(map(str, known))}"


def duration(years: float) -> str:
    """Return a length in years; in months below two years, and in days below two months."""
    if years >= 2:
        return counted(years, "year", "years", 1)
    if years == 0:
        return "at once"
    if years * 12 >= 2:
        return counted(float(round(years * 12)), "month", "months")
    return counted(max(1.0, float(round(years * DAYS))), "day", "days")
