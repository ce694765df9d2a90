"""How values and choices are put to an author."""

from collections.abc import Collection
from itertools import islice
from typing import Any

from civalue_build.source.text import HIDDEN

LENGTH = 40
LONGEST = 80
GUESSES = 20
"""Unknown names of one file for which the nearest known one is looked up: it takes long."""
CHOICES = 200
"""Names among which the nearest is looked for."""
NOT_STATED = "not-stated"
"""How an author says that a number is unknown."""


def show(value: Any, length: int = LENGTH) -> str:
    """Return a value as an author would recognise it, short and without hidden characters."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value}"
    if isinstance(value, str):
        return f"“{clean(value, length)}”"
    return "a list" if isinstance(value, list | tuple) else "keys with values"


def clean(text: str, length: int = LENGTH) -> str:
    """Return text on one line, cut to `length`, with hidden characters as question marks."""
    line = HIDDEN.sub("?", " ".join(text.split())).encode("utf-8", "replace").decode()
    return line if len(line) <= length else f"{line[: length - 1]}…"


def nearest(word: str, choices: Collection[str], cutoff: float = 0.7) -> str | None:
    """Return the choice that `word` was probably meant to be, none where none is near."""
    if len(word) > LONGEST:
        return None
    folded = {_folded(choice): choice for choice in islice(choices, CHOICES)}
    found = near(_folded(word), folded, 1, cutoff)
    return folded[found[0]] if found else None


def near(word: str, choices: Collection[str], most: int, cutoff: float) -> list[str]:
    """Return the choices nearest to a word, at most so many, the nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415 seldom needed

    return get_close_matches(word, choices, most, cutoff)


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def either(choices: Collection[str]) -> str:
    """Return choices as words: a, b or c."""
    *most, last = choices
    return f"{', '.join(most)} or {last}" if most else last
