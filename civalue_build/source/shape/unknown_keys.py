"""What to say about a key that the format does not have at its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from civalue_build.source.shape.hints import (
    WRITTEN_AS_TEXT,
    is_list,
    is_record,
    is_table,
    keys_of,
    own,
)
from civalue_build.source.words import clean, either, nearest


@dataclass(frozen=True, slots=True)
class Advice:
    """What to tell the author, and the key that was probably meant, where one is near."""

    message: str
    meant: str | None = None


def advice_on(name: str, keys: Mapping[str, object], top: type) -> Advice:
    """Return what to say about the unknown key `name` at a place that takes `keys`."""
    told = f"unknown key “{clean(name)}”"
    before, colon, _ = name.partition(":")
    if colon and before in keys:
        return Advice(f"{told}; put a space after the colon of “{before}”")
    places = _places(top).get(name, ())
    if meant := nearest(name, tuple(keys), 0.85 if places else 0.7):
        return Advice(f"{told}; did you mean “{meant}”", meant)
    if places:
        return Advice(f"{told}; did you mean to put it {either(places[:3])}")
    if not keys:
        return Advice(told)
    shown = sorted(keys)
    listed = either(shown) if len(shown) <= 8 else f"{', '.join(shown[:8])} …"
    return Advice(f"{told}; the keys here are {listed}")


@cache
def _places(top: type) -> Mapping[str, tuple[str, ...]]:
    """Return, by key, where in a file it belongs, in words."""
    found: dict[str, list[str]] = {}
    for name, holder in _walk(top, ""):
        found.setdefault(name, []).append(f"under “{holder}”" if holder else "at the top")
    return {name: tuple(dict.fromkeys(places)) for name, places in found.items()}


def _walk(cls: type, holder: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    for key in keys_of(cls).values():
        yield key.name, holder
        inner = _inside(key.hint)
        if is_record(inner) and inner not in WRITTEN_AS_TEXT and depth < 3:
            yield from _walk(inner, key.name, depth + 1)


def _inside(hint: Any) -> Any:
    """Return what a list or table holds; anything else as it is."""
    inner = own(hint)
    if is_list(inner) or is_table(inner):
        return own(next(part for part in reversed(get_args(inner)) if part is not Ellipsis))
    return inner
