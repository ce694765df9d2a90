"""The facts that a case gives for one approach alone, as its file has them."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from civalue_build.model.approach import Approach
from civalue_build.model.case import Case
from civalue_build.model.estimate import PartialDate
from civalue_build.model.place import KeyPath
from civalue_build.present import wording

UNPUBLISHED = "in a file that is not published"
_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?")
_FILE = re.compile(r"\S+\.(csv|xlsx|ods|pdf)", re.IGNORECASE)


class FactView(NamedTuple):
    """One fact: what it answers, which of several it is, and what is told, line by line."""

    title: str
    which: str
    told: tuple[str, ...]


def facts_view(
    case: Case, name: str, approach: Approach, drawn: Collection[KeyPath] = ()
) -> tuple[FactView, ...]:
    """Return what a case gives for the approach `name` beside what it states anyway.

    What stands at the places `drawn` is left out: it is not told again.
    """
    given = case.approaches.get(name)
    if not isinstance(given, Mapping):
        return ()
    titles = _titles(name, approach)
    return tuple(
        view
        for key, value in given.items()
        if ("approaches", name, key) not in drawn
        for view in _views(titles.get(key) or wording.capital(wording.plain(key)), value)
    )


def facts_id(name: str) -> str:
    """Return the id of the place where the facts for an approach stand."""
    return f"{name}-facts"


def _titles(name: str, approach: Approach) -> dict[str, str]:
    """Return, by key of the file, the first question that it answers."""
    start, found = f"approaches.{name}.", dict[str, str]()
    for item in approach.asks:
        for key in (key for part in item.parts for key in part.keys if key.startswith(start)):
            found.setdefault(key.removeprefix(start).partition(".")[0], item.title)
    return found


def _views(title: str, value: Any) -> Iterator[FactView]:
    several = isinstance(value, list) and any(isinstance(each, Mapping) for each in value)
    if not several:
        if told := tuple(_told(value)):
            yield FactView(title, "", told)
        return
    for number, each in enumerate(value, start=1):
        yield FactView(title, f"{number} of {len(value)}", tuple(_told(each)))


def _told(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield f"{wording.capital(wording.plain(key))}: {_words(inner)}"
    elif isinstance(value, list):
        yield from map(_words, value)
    else:
        yield wording.capital(_words(value))


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(_told(value))
    if isinstance(value, list):
        return wording.listed(map(_words, value))
    return _scalar(str(value))


def _scalar(text: str) -> str:
    if _FILE.fullmatch(text):
        return UNPUBLISHED
    if found := _DATE.fullmatch(text):
        year, month, day = (int(part) if part else None for part in found.groups())
        return wording.date(PartialDate(year=year or 0, month=month, day=day))
    return text
