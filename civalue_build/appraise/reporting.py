"""How fully a case is reported: each item of each guideline, held against the keys of the case."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Any

from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate
from civalue_build.model.framework import Framework
from civalue_build.model.reported import Answer, PartFound, Profile
from civalue_build.model.reporting import Guideline, Item, Part, Reported

TEXT = "text"
"""The first step of a key that leads to a heading of the story."""
_UNKNOWN = "not-stated"
_Entries = list[list[Any]]
"""For each entry that a key leads to, the values that it states."""
_Steps = tuple[str, ...]
_MANY = (tuple, list, dict)
_PLAIN = (str, int, float, tuple, list)


def profiles(facts: "Facts", framework: Framework) -> tuple[Profile, ...]:
    """Return how a case stands on each guideline of the framework, in their order."""
    ordered = sorted(framework.guidelines.items(), key=lambda entry: entry[1].number)
    return tuple(_profile(facts, name, guideline) for name, guideline in ordered)


def _profile(facts: "Facts", name: str, guideline: Guideline) -> Profile:
    return Profile(guideline=name, answers=tuple(answer(facts, item) for item in guideline.items))


def answer(facts: "Facts", item: Item) -> Answer:
    """Return how a case stands on one item: of a guideline, or of what an approach asks."""
    if not item.parts:
        return Answer(item=item.id, standing=Reported.NOT_VISIBLE)
    keys = [(part, _key(facts, part)) for part in item.parts]
    found = tuple(PartFound(says=part.says, key=key) for part, key in keys if key)
    missing = tuple(part.says for part, key in keys if not key)
    standing = Reported.PARTLY if found else Reported.NOT_MET
    return Answer(
        item=item.id,
        standing=standing if missing else Reported.MET,
        found=found,
        missing=missing,
    )


def _key(facts: "Facts", part: Part) -> str:
    """Return the first key of a part by which the case shows it, empty where none does."""
    enough = all if part.every else any
    for key in part.keys:
        entries = facts.entries(key)
        if entries and enough(_counts(stated, part.words) for stated in entries):
            return key
    return ""


def _counts(stated: list[Any], words: tuple[str, ...]) -> bool:
    return any(str(value) in words for value in stated) if words else bool(stated)


class Facts:
    """What a case states, by key: many items ask for the same."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: dict[str, _Entries] = {}

    def entries(self, key: str) -> _Entries:
        """Return, for each entry that a key leads to, the values that it states."""
        if key not in self._known:
            head, ways = _parsed(key)
            places = _at([self._case], head)
            self._known[key] = [_stated(place, ways) for place in places]
        return self._known[key]


@lru_cache(maxsize=512)
def _parsed(key: str) -> tuple[_Steps, tuple[_Steps, ...]]:
    """Return the way to the entries, and the ways from each entry to what it may state."""
    head, star, tail = key.rpartition("*.")
    ways = tuple(tuple(way.split(".")) for way in tail.split("|"))
    return (*filter(None, head.split(".")), "*") if star else (), ways


def _stated(place: Any, ways: tuple[_Steps, ...]) -> list[Any]:
    return [value for way in ways for value in _at([place], way) if _is_stated(value)]


def _at(places: list[Any], steps: _Steps) -> list[Any]:
    for step in steps:
        places = list(_spread(places)) if step == "*" else [_child(one, step) for one in places]
    return places


def _spread(places: list[Any]) -> Iterator[Any]:
    for place in places:
        if isinstance(place, dict):
            yield from place.values()
        elif isinstance(place, (tuple, list)):
            yield from place


def _child(place: Any, step: str) -> Any:
    if isinstance(place, Case) and step == TEXT:
        return {section.heading: section.text for section in place.sections}
    if isinstance(place, dict):
        return place.get(step)
    if isinstance(place, _PLAIN):  # facts for an approach may be anything: a text has no keys
        return None
    return getattr(place, "from_party" if step == "from" else step, None)


def _is_stated(value: Any) -> bool:
    """Whether a value tells anything: a number, a word, a list with entries."""
    if isinstance(value, Estimate):
        return value.stated
    if isinstance(value, str | StrEnum):
        return bool(value.strip()) and value != _UNKNOWN
    return value is not None and (not isinstance(value, _MANY) or len(value) > 0)
