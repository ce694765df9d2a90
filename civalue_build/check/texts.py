"""Every text that an author wrote in a case, with the path of each."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
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


def suspects(case: Case, count: Callable[[str], int]) -> Iterator[Text]:
    """Yield the texts in which `count` finds something.

    A mark never goes over the end of a line, so all texts are looked through at once first.
    """
    if count(_whole(Same(case))):
        yield from (item for item in all_texts(case) if count(item[1]))


@lru_cache(maxsize=1)
def _all_texts(same: Same) -> tuple[Text, ...]:
    return (*_walk(same.case, ()), *_prose_lines(same.case))


@lru_cache(maxsize=1)
def _whole(same: Same) -> str:
    return "\n".join(text for _, text in all_texts(same.case))


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
