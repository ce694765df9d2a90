"""Every text that an author wrote in a case, with the path of each."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from civalue_build.model.case import Case
from civalue_build.model.place import PROSE, KeyPath

Text = tuple[KeyPath, str]
"""A path and what is written there."""


class _Same:
    """A case as a key of a cache: the same only as itself, since cases hold mappings."""

    __slots__ = ("case",)

    def __init__(self, case: Case) -> None:
        self.case = case

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.case is self.case

    def __hash__(self) -> int:
        return id(self.case)


def all_texts(case: Case) -> tuple[Text, ...]:
    """Return every text of the front matter and every line of prose."""
    return _all_texts(_Same(case))


@lru_cache(maxsize=1)
def _all_texts(same: _Same) -> tuple[Text, ...]:
    return (*_walk(same.case, ()), *prose_lines(same.case))


def prose_lines(case: Case) -> Iterator[Text]:
    """Yield each line of the narrative that has text, headings included."""
    for section in case.sections:
        yield (PROSE, section.heading), section.heading
        for offset, line in enumerate(section.text.splitlines(), start=1):
            if line.strip():
                yield (PROSE, section.heading, offset), line


def _walk(value: Any, path: KeyPath) -> Iterator[Text]:
    if isinstance(value, str):
        yield path, value
    elif is_dataclass(value):
        yield from _of_record(value, path)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _walk(item, (*path, key))
    elif isinstance(value, tuple | list):
        for at, item in enumerate(value):
            yield from _walk(item, (*path, at))


def _of_record(record: Any, path: KeyPath) -> Iterator[Text]:
    for one in fields(record):
        if not one.metadata.get("read"):
            name = str(one.metadata.get("key", one.name))
            yield from _walk(getattr(record, one.name), (*path, name))
