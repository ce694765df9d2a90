"""Every text that an author wrote in a case, with the path of each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from functools import cache, lru_cache
from operator import attrgetter, methodcaller
from typing import Any

from civalue_build.model.case import Case
from civalue_build.model.place import PROSE, KeyPath

Text = tuple[KeyPath, str]
"""A path and what is written there."""

Items = Callable[[Any], Iterable[tuple[str | int, Any]]]
"""Returns what is inside a value, each with its key."""


_NUMBERS = (int, float, bool, int | None, float | None, bool | None)
"""Types of fields that never hold a text."""


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
    return _gathered(Same(case))[0]


def names(case: Case) -> Iterator[Text]:
    """Yield what names things: the folder, keys with what stands there, notes and lines of tables.

    A key stands before its value, so that a date says whose it is.
    """
    yield (), case.slug
    yield from _gathered(Same(case))[1]
    for at, measure in enumerate(case.measures):
        notes = (point.note for point in case.series.get(measure.id, ()))
        yield from ((("measures", at, "series"), note) for note in notes if note)
    lines = dict.fromkeys(entry.line for entry in case.entries)
    yield from ((("ledger",), line) for line in lines)


@lru_cache(maxsize=1)
def _gathered(same: Same) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """Return the texts of a case, and its free keys: one walk serves every rule."""
    texts: list[Text] = []
    keys: list[Text] = []
    _gather(same.case, (), texts, keys)
    return (*texts, *_prose_lines(same.case)), tuple(keys)


def _gather(value: Any, path: KeyPath, texts: list[Text], keys: list[Text]) -> None:
    kind: Any = type(value)
    items = _items(kind)
    is_free = issubclass(kind, Mapping)
    for key, item in items(value) if items else ():
        if is_free:
            keys.append(_key((*path, key), key, item))
        kind = type(item)
        if kind is str:
            texts.append(((*path, key), item))
        elif item and _items(kind):
            _gather(item, (*path, key), texts, keys)


def _key(path: KeyPath, key: Any, item: Any) -> Text:
    """Return a key that an author chose, with its value where that stands beside it."""
    return path, f"{key}: {item}" if isinstance(item, str | int | float) else f"{key}"


def _prose_lines(case: Case) -> Iterator[Text]:
    for section in case.sections:
        yield (PROSE, section.heading), section.heading
        for offset, line in enumerate(section.text.splitlines(), start=1):
            if line.strip():
                yield (PROSE, section.heading, offset), line


@cache
def _items(kind: Any) -> Items | None:
    """Return what opens values of a type: mappings, lists and classes; none of other types."""
    if is_dataclass(kind):
        held = {f.name: f.metadata.get("key", f.name) for f in fields(kind) if _is_held(f)}
        if not held:
            return None
        # One more name than keys: of a single name, attrgetter gives no tuple.
        values = attrgetter(*held, "__class__")
        return lambda value: zip(held.values(), values(value), strict=False)
    if issubclass(kind, Mapping):
        return methodcaller("items")
    return enumerate if issubclass(kind, tuple | list) else None


def _is_held(one: Field[Any]) -> bool:
    """Whether files hold a field, and it can be a text or have one inside."""
    return not one.metadata.get("read") and one.type not in _NUMBERS
