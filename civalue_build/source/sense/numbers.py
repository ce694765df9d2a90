"""Checks of single numbers: ranges, scales, shares, counts, ids."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from civalue_build.model.case import FORMAT
from civalue_build.source.faults.values import (
    ID_NOT_USABLE,
    NOT_A_NUMBER,
    NOT_ABOVE_ZERO,
    NUMBER_OUTSIDE_LIMITS,
    NUMBER_STATED_TWO_WAYS,
    RANGE_OUT_OF_ORDER,
)
from civalue_build.source.sense.flaw import Flaw, Values, number, written
from civalue_build.source.words import show

Check = Callable[[Values], Iterator[Flaw]]

_RANGE = ("low", "central", "high")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}\Z")


def one_spelling(values: Values) -> Iterator[Flaw]:
    """Find an estimate that is stated in two ways, or in half of one."""
    ways = [
        any(name in values for name in _RANGE),
        "volume" in values,
        "total" in values or "over" in values,
        values.get("stated", True) is not True,
    ]
    if sum(ways) > 1:
        yield Flaw(NUMBER_STATED_TWO_WAYS, "the number is stated in two ways; keep one")
    elif not any(ways):
        yield Flaw(NUMBER_STATED_TWO_WAYS, "no number is stated; write not-stated if unknown")
    elif ("total" in values) != ("over" in values):
        missing = "over" if "total" in values else "total"
        yield Flaw(NUMBER_STATED_TWO_WAYS, f"“{missing}” is missing: a total is over years")
    elif ways[0] and "central" not in values and not {"low", "high"} <= values.keys():
        missing = "high" if "low" in values else "low"
        yield Flaw(NUMBER_STATED_TWO_WAYS, f"“{missing}” is missing: a range has two ends")


def in_order(values: Values) -> Iterator[Flaw]:
    """Find a range whose ends are in the wrong order."""
    known = [(name, value) for name in _RANGE if (value := number(values, name)) is not None]
    for (first, lower), (second, upper) in pairwise(known):
        if lower > upper:
            message = f"{first} ({written(lower)}) is more than {second} ({written(upper)})"
            yield Flaw(RANGE_OUT_OF_ORDER, message, (first,))
            return


def interval_in_order(values: Values) -> Iterator[Flaw]:
    """Find a confidence interval whose ends are in the wrong order."""
    match values.get("ci"):
        case [int() | float() as low, int() | float() as high] if low > high:
            message = f"the interval begins with its upper end ({written(low)})"
            yield Flaw(RANGE_OUT_OF_ORDER, message, ("ci",))


def within(name: str, low: float, high: float, what: str) -> Check:
    """Return a check that a number lies on a scale."""

    def check(values: Values) -> Iterator[Flaw]:
        value = number(values, name)
        if value is not None and not low <= value <= high:
            message = f"{what} runs from {low} to {high}, found {written(value)}"
            yield Flaw(NUMBER_OUTSIDE_LIMITS, message, (name,))

    return check


def at_least_zero(name: str) -> Check:
    """Return a check that a count is not negative."""

    def check(values: Values) -> Iterator[Flaw]:
        value = number(values, name)
        if value is not None and value < 0:
            message = f"“{name}” is a count and not negative, found {written(value)}"
            yield Flaw(NOT_ABOVE_ZERO, message, (name,))

    return check


def above_zero(name: str) -> Check:
    """Return a check that a number is more than zero."""

    def check(values: Values) -> Iterator[Flaw]:
        value = number(values, name)
        if value is not None and value <= 0:
            message = f"“{name}” is more than 0, found {written(value)}"
            yield Flaw(NOT_ABOVE_ZERO, message, (name,))

    return check


def usable_id(values: Values) -> Iterator[Flaw]:
    """Find an id with spaces or signs."""
    value = values.get("id")
    if isinstance(value, str) and not _ID.match(value):
        hint = re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")[:80]
        meant = f"; write {hint}" if hint else ""
        yield Flaw(ID_NOT_USABLE, f"{show(value)} cannot be an id{meant}", ("id",))


def known_format(values: Values) -> Iterator[Flaw]:
    """Find a version of the format that this program does not read."""
    value = number(values, "format")
    if value is not None and value != FORMAT:
        message = f"format {written(value)} is not known; this program reads format {FORMAT}"
        yield Flaw(NUMBER_OUTSIDE_LIMITS, message, ("format",))


def own_number(name: str) -> Check:
    """Return a check that a number of the framework is stated itself."""

    def check(values: Values) -> Iterator[Flaw]:
        match values.get(name):
            case {"volume": volume}:
                message = f"expected a number, found {show(volume)}"
                yield Flaw(NOT_A_NUMBER, message, (name,))

    return check
