"""The lines of a long text that are worth a closer look, and what is only needed there."""

import re
from collections.abc import Callable, Iterator
from functools import cache


def lines_with(hint: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """Yield each line of a text in which a hint is found, after where the line begins.

    Patterns that find people are slow for their care, and most lines hold nothing that they could
    find. A hint is quick where it begins with a set of characters; it holds no line break.
    """
    at = 0
    while found := hint.search(text, at):
        start = text.rfind("\n", 0, found.start()) + 1
        at = text.find("\n", found.start())
        at = len(text) if at < 0 else at
        yield start, text[start:at]


def shapes(**kinds: str) -> bytes:
    """Return what turns bytes into the kind that each is of, a letter, and all others into blanks.

    To look at kinds in place of a pattern's sets of characters takes a tenth of the time.
    """
    kind_of = {ord(sign): ord(kind) for kind, signs in kinds.items() for sign in signs}
    return bytes(kind_of.get(at, ord(" ")) for at in range(256))


def seldom(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Return what gives a pattern that is compiled once it is needed: most cases need few."""
    return cache(lambda: re.compile(pattern, flags))
