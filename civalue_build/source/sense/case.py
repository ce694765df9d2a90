"""Checks of a case as a whole: ids once, volumes that are there, money with its basis."""

from collections.abc import Iterator
from typing import Any

from civalue_build.model.lines import SELF
from civalue_build.model.place import KeyPath
from civalue_build.source.faults.files import TABLE_OUT_OF_ORDER
from civalue_build.source.faults.money import (
    DUPLICATE_ID,
    MONEY_WITHOUT_BASIS,
    UNKNOWN_VOLUME,
)
from civalue_build.source.sense.flaw import NESTED, Flaw, Values, records
from civalue_build.source.words import GUESSES, NOT_STATED, clean, nearest, show

_GROUPS = (("costs", "benefits"), ("measures",), ("sources",), ("partners",))


def ids_once(values: Values) -> Iterator[Flaw]:
    """Find an id that two lines, measures, sources or partners share."""
    for group in _GROUPS:
        seen = {SELF} if group == ("partners",) else set()
        for name in group:
            for position, item in records(values, name):
                key = item.get("id")
                if isinstance(key, str) and key in seen:
                    message = f"the id {show(key)} is already taken"
                    yield Flaw(DUPLICATE_ID, message, (name, position, "id"))
                elif isinstance(key, str):
                    seen.add(key)


def basis_for_money(values: Values) -> Iterator[Flaw]:
    """Find costs or benefits without a price year and a horizon."""
    if "appraisal" not in values and (values.get("costs") or values.get("benefits")):
        message = "costs and benefits need “appraisal” with price_year and horizon"
        yield Flaw(MONEY_WITHOUT_BASIS, message)


def volumes_known(values: Values) -> Iterator[Flaw]:
    """Find a number that names a volume which is not there."""
    volumes = values.get("volumes")
    known = tuple(volumes) if isinstance(volumes, dict) else ()
    for name, estimate in (volumes or {}).items() if known else ():
        if isinstance(estimate, dict) and isinstance(estimate.get("volume"), str):
            message = f"a volume states its own number, found {show(estimate['volume'])}"
            yield Flaw(UNKNOWN_VOLUME, message, ("volumes", name))
    there = set(known)
    unknown = (
        (volume, (side, position, *path))
        for side in ("costs", "benefits")
        for position, line in records(values, side)
        for path, volume in _named(line)
        if volume not in there
    )
    for found, (volume, path) in enumerate(unknown):
        yield _unknown(volume, known if found < GUESSES else (), path)


def _named(value: Values | list[Any], path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield the volumes that stand in place of numbers, with their paths."""
    if isinstance(value, dict) and isinstance(volume := value.get("volume"), str):
        yield path, volume
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in parts:
        if isinstance(inner, NESTED):
            yield from _named(inner, (*path, key))


def _unknown(volume: str, known: tuple[str, ...], path: KeyPath) -> Flaw:
    meant = nearest(volume, (*known, NOT_STATED))
    hint = (
        f"did you mean {clean(meant)}" if meant else f"write a number, or {NOT_STATED} if unknown"
    )
    return Flaw(UNKNOWN_VOLUME, f"no volume is called {show(volume)}; {hint}", path)


def points_in_order(values: Values) -> Iterator[Flaw]:
    """Find points of a measure that repeat a date or go back in time."""
    last: tuple[int, ...] = ()
    for position, point in records(values, "points"):
        date = point.get("date")
        if isinstance(date, dict):
            parts = (date["year"], date.get("month", 1), date.get("day", 1))
            if last and parts <= last:
                word = "repeats" if parts == last else "is earlier than"
                message = f"the date {word} the one above"
                yield Flaw(TABLE_OUT_OF_ORDER, message, ("points", position, "date"))
            last = parts
