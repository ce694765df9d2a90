"""Dates as the format spells them: a year, a month, a day, or a week."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

SHORTEST_MONTH = 28
SPELT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?\Z", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d{2})\Z", re.ASCII)


def read_date(raw: str) -> dict[str, Any] | None:
    """Return year, month and day as far as they are written, none where there is no such date.

    A week of ISO 8601 (`2024-W05`) is returned as its Monday, marked so.
    """
    match = SPELT.match(raw)
    if not match:
        return _read_week(raw)
    date: dict[str, Any] = {name: int(part) for name, part in match.groupdict().items() if part}
    year, month, day = date["year"], date.get("month", 1), date.get("day", 1)
    if not (1800 <= year <= 2299 and 1 <= month <= 12):
        return None
    is_a_day = 1 <= day <= SHORTEST_MONTH or SHORTEST_MONTH < day <= monthrange(year, month)[1]
    return date if is_a_day else None


def _read_week(raw: str) -> dict[str, Any] | None:
    match = _WEEK.match(raw)
    if not match or not 1800 <= int(match[1]) <= 2299:
        return None
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    return {"year": monday.year, "month": monday.month, "day": monday.day, "is_week": True}
