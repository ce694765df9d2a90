"""Every text that an author wrote in a case, with the path of each."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from civalue_build.model.case import Case
from civalue_build.model.place import PROSE, KeyPath

Text = tuple[KeyPath, str]
"""A path and what is written there."""


class Same:
    """A case as a key of a cache: the same only as itself, since cases hold mappings."""

    __slots__ = ("case",)

    def __init__(self, case: Case) -> None:
        self.case = case

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.case is self.case

    def __hash__(self) -> int:
        return id(self.case)


def all_texts(case: Case) -> tuple[Text, ...]:
    """Return every text of the front matter and every line of prose."""
    return _all_texts(Same(case))


def names(case: Case) -> Iterator[Text]:
    """Yield what names things: the folder, keys with what stands there, notes and lines of tables.

    A key stands before its value, so that a date says whose it is.
    """
    yield (), case.slug
    yield from _keyed(case, ())
    for at, measure in enumerate(case.measures):
        notes = (point.note for point in case.series.get(measure.id, ()))
        yield from ((("measures", at, "series"), note) for note in notes if note)
    lines = dict.fromkeys(entry.line for entry in case.entries)
    yield from ((("ledger",), line) for line in lines)


@lru_cache(maxsize=1)
def _all_texts(same: Same) -> tuple[Text, ...]:
    return (*_walk(same.case, ()), *_prose_lines(same.case))


def _prose_lines(case: Case) -> Iterator[Text]:
    for section in case.sections:
        yield (PROSE, section.heading), section.heading
        for offset, line in enumerate(section.text.splitlines(), start=1):
            if line.strip():
                yield (PROSE, section.heading, offset), line


def _walk(value: Any, path: KeyPath) -> Iterator[Text]:
    if type(value) is str:
        yield path, value
    else:
        for key, item in _inside(value):
            if item is not None:
                yield from _walk(item, (*path, key))


def _keyed(value: Any, path: KeyPath) -> Iterator[Text]:
    """Yield each key of a mapping, before its value if that is a text or a number."""
    is_free = isinstance(value, Mapping)
    for key, item in _inside(value):
        if is_free:
            is_one = isinstance(item, str | int | float)
            yield (*path, key), f"{key}: {item}" if is_one else str(key)
        if item is not None and not isinstance(item, str):
            yield from _keyed(item, (*path, key))


def _inside(value: Any) -> Iterable[tuple[str | int, Any]]:
    kind: Any = type(value)
    if keys := _keys(kind):
        return ((key, getattr(value, name)) for name, key in keys)
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if isinstance(value, tuple | list) else ()


@lru_cache
def _keys(kind: Hashable) -> tuple[tuple[str, str], ...]:
    """Return the fields of a class that files hold, each with its key; none of other types."""
    if not isinstance(kind, type) or not is_dataclass(kind):
        return ()
    held = (one for one in fields(kind) if not one.metadata.get("read"))
    return tuple((one.name, str(one.metadata.get("key", one.name))) for one in held)
