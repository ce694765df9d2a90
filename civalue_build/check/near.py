"""The nearest right name for one that nobody knows."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from civalue_build.model.place import KeyPath

LONGEST = 60
"""Letters beyond which a name is not compared with others: nobody misspells so much."""

MOST = 50
"""Strangers that one rule tells one by one: a table of a thousand lines has one cause."""


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Say that a name is unknown, with the nearest known one or, of few, all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 seldom needed

    names = sorted(known)
    near = get_close_matches(name.lower(), names, n=1) if len(name) <= LONGEST else []
    if near:
        return f"unknown {what} “{name}”; did you mean “{near[0]}”?"
    if 0 < len(names) <= 12:
        return f"unknown {what} “{name}”; known: {', '.join(names)}"
    return f"unknown {what} “{name}”"


def strangers(
    what: str, named: Iterable[tuple[KeyPath, str | None]], known: Iterable[str]
) -> Iterator[tuple[KeyPath, str]]:
    """Yield a fault for each name, given with its path, that is not among the known ones."""
    names = known if isinstance(known, Mapping) else set(known)
    found = ((path, name) for path, name in named if name is not None and name not in names)
    for path, name in islice(found, MOST):
        yield path, unknown(what, name, names)
    if first := next(found, None):
        left = 1 + sum(1 for _ in found)
        yield first[0], f"and {left:,} more of the same: {_kind(what, left)} that nobody knows"


def _kind(what: str, count: int) -> str:
    return f"a {what}" if count == 1 else f"names of a {what}"
