"""The nearest right name for one that nobody knows."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from civalue_build.model.place import KeyPath


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Say that a name is unknown, with the nearest known one or, of few, all of them."""
    names = sorted(known)
    near = get_close_matches(name.lower(), names, n=1)
    if near:
        return f"unknown {what} “{name}”; did you mean “{near[0]}”?"
    if 0 < len(names) <= 12:
        return f"unknown {what} “{name}”; known: {', '.join(names)}"
    return f"unknown {what} “{name}”"


def strangers(
    what: str, named: Iterable[tuple[KeyPath, str | None]], known: Iterable[str]
) -> Iterator[tuple[KeyPath, str]]:
    """Yield a fault for each name, given with its path, that is not among the known ones."""
    names = known if isinstance(known, set | frozenset | Mapping) else set(known)
    for path, name in named:
        if name is not None and name not in names:
            yield path, unknown(what, name, names)
