"""JSON laid out for people to read, fast: the standard library lays it out value by value.

The text is that of `json.dumps(…, ensure_ascii=False, allow_nan=False, indent=2)`.
"""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from math import isfinite
from operator import add
from typing import Any

_STEP = "  "

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
    if write := _WRITERS.get(type(value)):
        return write(value)
    if isinstance(value, str):
        return encode_basestring(value)
    if not isinstance(value, (dict, list, tuple)):
        return _any(value)
    place = (id(value), depth)
    if place not in known:
        known[place] = _laid_out(value, depth, known)
    return known[place]


def _laid_out(value: Container, depth: int, known: Known) -> str:
    left, right = "{}" if isinstance(value, dict) else "[]"
    if not value:
        return left + right
    values = value.values() if isinstance(value, dict) else value
    texts = [
        write(item) if (write := _WRITERS.get(type(item))) else _text(item, depth + 1, known)
        for item in values
    ]
    if isinstance(value, dict):
        texts = list(map(add, map(_key, value), texts))
    outside = f"\n{_STEP * depth}"
    inside = outside + _STEP
    return f"{left}{inside}{f',{inside}'.join(texts)}{outside}{right}"


_any = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _number(value: float) -> str:
    return repr(value) if isfinite(value) else _any(value)


_WRITERS: Mapping[type, Callable[[Any], str]] = {
    str: encode_basestring,
    float: _number,
    int: repr,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): {None: "null"}.__getitem__,
}
"""What writes a value of just this type."""


@lru_cache(maxsize=1024)
def _key(name: str) -> str:
    return f"{encode_basestring(name)}: "
