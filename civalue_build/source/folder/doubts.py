"""What is probably not meant in a series that reads well: impossible values, changes of unit.

A doubt stops nothing. Each is told once, at the first point that it is about.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

Date = tuple[int, int | None, int | None]


Seen = tuple[Date, float | None]
"""One point: year, month and day as far as they are known, and the value, if there is one."""
Doubt = tuple[int, str, str]
"""The position of a point, from 0, the field of it, and what is doubtful, in words."""

# These are texts, so that nothing is compiled where no value asks for it.
_PERCENT = r"%|per ?cent\b"
_MAY_EXCEED = r"\b(?:change|plan|target|budget|baseline|capacity|occup)"
_MAY_BE_NEGATIVE = (
    r"\b(?:change|differen|net|balance|varian|score|index|points?|above|below|over|under|early"
    r"|late|deficit|surplus|degree|°)|[£$€]"
)
_COUNTED = (
    r"%|\bper\b|per ?cent\b|\b(?:count|number|rate|share|proportion|patients?|people|staff|cases?"
    r"|admissions?|attendances?|referrals?|appointments?|bed|days?|nights?|hours?|minutes?|weeks?"
    r"|falls?|ulcers?|infections?|incidents?|visits?|calls?|tests?)\b"
)
_FACTORS = (100, 1000)
_LEAP = 8
_MOST_MISSING = 1 / 3


def _has(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def is_percent(unit: str) -> bool:
    """Whether a unit is one of percentages."""
    return _has(_PERCENT, unit)


def doubts(points: Sequence[Seen], unit: str, label: str = "") -> Iterator[Doubt]:
    """Yield what is doubtful in points that stand in order of time; `unit` is their measure's."""
    values = [(at, value) for at, (_, value) in enumerate(points) if value is not None]
    yield from _impossible(values, unit, f"{unit} {label}")
    yield from _other_unit(values)
    yield from _mixed_dates(points)
    yield from _many_missing(points)


def _impossible(values: list[tuple[int, float]], unit: str, words: str) -> Iterator[Doubt]:
    if min((value for _, value in values), default=0) < 0 and _is_never_negative(unit, words):
        below = [(at, value) for at, value in values if value < 0]
        at, value = below[0]
        message = f"“{unit}” cannot be below 0, found {value:g}{_more(below)}"
        yield at, "value", message
    if max((value for _, value in values), default=0) > 100 and is_percent(unit):
        over = [(at, value) for at, value in values if value > 100]
        if not _has(_MAY_EXCEED, words):
            at, value = over[0]
            yield at, "value", f"a percentage over 100, found {value:g}{_more(over)}"


def _is_never_negative(unit: str, words: str) -> bool:
    return _has(_COUNTED, unit) and not _has(_MAY_BE_NEGATIVE, words)


def _more(found: Sequence[object]) -> str:
    return f", and {len(found) - 1} more" if len(found) > 1 else ""


def _other_unit(values: list[tuple[int, float]]) -> Iterator[Doubt]:
    """Find two groups of values, far apart, of which one is about 100 or 1,000 times the other."""
    sizes = sorted(abs(value) for _, value in values if value)
    if len(sizes) < 4 or sizes[0] * _LEAP > sizes[-1]:
        return
    wide, at = max((high / low, at) for at, (low, high) in enumerate(pairwise(sizes), 1))
    few = min(at, len(sizes) - at)
    times = _middle(sizes[at:]) / _middle(sizes[:at])
    factor = next((one for one in _FACTORS if one / 2 < times < one * 2), None)
    if wide < _LEAP or few < 2 or factor is None:
        return
    limit = sizes[at]
    large = [(place, abs(value) >= limit) for place, value in values if value]
    place, grows = next(later for before, later in pairwise(large) if before[1] is not later[1])
    word = "large" if grows else "small"
    message = f"from here on values are about {factor:,} times as {word}; has the unit changed?"
    yield place, "value", message


def _middle(ordered: Sequence[float]) -> float:
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2


def _mixed_dates(points: Sequence[Seen]) -> Iterator[Doubt]:
    days = [day is not None for (_, _, day), _ in points]
    if days and any(days) and not all(days):
        at = days.index(not days[0])
        first, other = ("a day", "a month") if days[0] else ("a month", "a day")
        message = f"this date is {other}, and the dates above are each {first}; write all alike"
        yield at, "date", message


def _many_missing(points: Sequence[Seen]) -> Iterator[Doubt]:
    """Find months without a row between the first and the last, where there are a great many."""
    if len(points) < 3 or any(day is not None for (_, _, day), _ in points):
        return
    months = [year * 12 + (month or 1) for (year, month, _), _ in points]
    steps = [later - before for before, later in pairwise(months)]
    usual = min(steps)  # a series by quarter or year misses no month
    whole = (months[-1] - months[0]) // usual + 1 if usual > 0 else 0
    missing = whole - len(months)
    if missing >= 3 and missing > whole * _MOST_MISSING:
        at = steps.index(max(steps)) + 1
        message = f"{missing} of {whole} dates are missing, most before this one; add rows for them"
        yield at, "date", f"{message}, with an empty value where nothing was counted"
