"""Checks that a case is no larger than its page can show and its sums can bear."""

from collections.abc import Iterator
from typing import Any

from civalue_build.source.faults.money import SERIES_USED_TWICE, TOO_MANY_ENTRIES
from civalue_build.source.sense.flaw import NESTED, Flaw, Values, number, records
from civalue_build.source.words import show

MEASURES = 60
LINES = 50
YEARLY_AMOUNTS = 1_500
TRIALS = 3_000
"""Lines times the numbers in them: each number is tried at its ends in every line."""
POINTS = 12_000
ENTRIES = 400
MOST = {"measures": MEASURES, "printed": 60}
"""Entries of lists that take long to work out."""
_STATED = {"central", "low", "high", "total", "volume"}
PRINTED = 200
"""Lines times printed figures: each figure is worked out from every line."""
_SIDES = ("costs", "benefits")


def few_entries(values: Values) -> Iterator[Flaw]:
    """Find a list or table with more entries than anybody reads."""
    for name, found in values.items():
        most = MOST.get(name, ENTRIES)
        if isinstance(found, list) and len(found) > most:
            yield _too_many(f"more than {most} entries under “{name}”", (name, most))
        elif isinstance(found, dict) and len(found) > ENTRIES and name != "approaches":
            yield _too_many(f"more than {ENTRIES} entries under “{name}”", (name,))


def few_lines(values: Values) -> Iterator[Flaw]:
    """Find too many lines, or too many years of them."""
    listed = [(side, position, line) for side in _SIDES for position, line in records(values, side)]
    if len(listed) > LINES:
        side, position, _ = listed[LINES]
        yield _too_many(f"more than {LINES} costs and benefits together", (side, position))
        return
    amounts = numbers = 0
    for side, position, line in listed:
        amounts += _years(line.get("years"))
        if amounts > YEARLY_AMOUNTS:
            message = f"the lines up to this one have more than {YEARLY_AMOUNTS:,} years together"
            yield _too_many(message, (side, position, "years"))
            return
        numbers += _numbers(line)
        if numbers * len(listed) > TRIALS:
            message = f"{len(listed)} lines state {numbers} numbers up to here; add some lines up"
            yield _too_many(message, (side, position))
            return
    yield from _short_horizon(values, len(listed))
    yield from _few_printed(values, len(listed))


def _years(years: Any) -> int:
    found = years.values() if isinstance(years, dict) else ()
    return sum(len(listed) for listed in found if isinstance(listed, list))


def _numbers(value: Values | list[Any]) -> int:
    """Count the numbers and ranges that a line states, at whatever depth."""
    if isinstance(value, dict) and not _STATED.isdisjoint(value):
        return 1
    inside = value.values() if isinstance(value, dict) else value
    return sum([_numbers(inner) for inner in inside if isinstance(inner, NESTED)])


def _short_horizon(values: Values, lines: int) -> Iterator[Flaw]:
    basis = values.get("appraisal")
    horizon = number(basis, "horizon") if isinstance(basis, dict) else None
    if horizon is not None and horizon <= 200 and horizon * lines > YEARLY_AMOUNTS:
        message = f"{lines} lines over {horizon:.0f} years are more than {YEARLY_AMOUNTS:,} amounts"
        yield _too_many(message, ("appraisal", "horizon"))


def few_points(values: Values) -> Iterator[Flaw]:
    """Find more points of all measures, written in the case itself, than a page can show."""
    if inline_points(values) > POINTS:
        yield _too_many(f"more than {POINTS:,} points together", ("measures",))


def _few_printed(values: Values, lines: int) -> Iterator[Flaw]:
    for position, _ in records(values, "printed"):
        if (position + 1) * lines > PRINTED:
            message = f"{position + 1} printed figures of {lines} lines are too many; keep the main"
            yield _too_many(message, ("printed", position))
            return


def inline_points(values: Values) -> int:
    """Return how many points all measures have in the case itself."""
    listed = (measure.get("points") for _, measure in records(values, "measures"))
    return sum(len(points) for points in listed if isinstance(points, list))


def series_once(values: Values) -> Iterator[Flaw]:
    """Find a table that is the series of two measures."""
    seen: set[str] = set()
    for position, measure in records(values, "measures"):
        name = measure.get("series")
        if isinstance(name, str) and name in seen:
            message = f"the table {show(name)} is the series of a measure above; give each its own"
            yield Flaw(SERIES_USED_TWICE, message, ("measures", position, "series"))
        elif isinstance(name, str):
            seen.add(name)


def _too_many(message: str, path: tuple[str | int, ...]) -> Flaw:
    return Flaw(TOO_MANY_ENTRIES, message, path)
