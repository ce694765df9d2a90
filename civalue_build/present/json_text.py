"""JSON laid out for people to read, fast: the standard library lays it out value by value.

The text is that of `json.dumps(…, ensure_ascii=False, allow_nan=False, indent=2)`.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

_STEP = "  "
_NESTED = frozenset((dict, list, tuple))

Container = dict[str, Any] | list[Any] | tuple[Any, ...]
Known = dict[tuple[int, int], str]
"""The text of each container that was written, by its identity and depth."""


def readable(value: object) -> str:
    """Return nested dicts, lists and tuples of plain values as JSON, indented by two blanks.

    A container that stands in several places is laid out once. Raises ValueError for a number
    that JSON cannot hold.
    """
    return _text(value, 0, {})


def _text(value: object, depth: int, known: Known) -> str:
    if value is None:
        return "null"
    if not isinstance(value, (dict, list, tuple)):
        return _plain(value)
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    place = (id(value), depth)
    if place not in known:
        left, right = "{}" if isinstance(value, dict) else "[]"
        inside = _inside(value, depth + 1, known)
        known[place] = f"{left}{_new_line(depth + 1)}{inside}{_new_line(depth)}{right}"
    return known[place]


def _inside(value: Container, depth: int, known: Known) -> str:
    values = value.values() if isinstance(value, dict) else value
    if _NESTED.isdisjoint(map(type, values)):
        return _one_line(depth)(value)[1:-1]
    return f",{_new_line(depth)}".join(_parts(value, depth, known))


def _parts(value: Container, depth: int, known: Known) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield f"{_plain(key)}: {_text(item, depth, known)}"
    else:
        for item in value:
            yield _text(item, depth, known)


def _new_line(depth: int) -> str:
    return f"\n{_STEP * depth}"


_plain = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


@cache
def _one_line(depth: int) -> Callable[[object], str]:
    """Return what writes the values of one container, parted as they stand at a depth."""
    marks = (f",{_new_line(depth)}", ": ")
    return json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=marks).encode
