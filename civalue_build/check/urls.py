"""Addresses inside a text."""

import re
from bisect import bisect_right
from collections.abc import Callable

_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_DOI = re.compile(r"(?:doi\.org/|(?<![\w.])10\.\d{4,9}/)\S+", re.IGNORECASE)


def in_urls(text: str) -> Callable[[int], bool]:
    """Return what tells whether a place in the text is inside an address of the web."""
    spans = [match.span() for match in _URL.finditer(text)]
    starts = [start for start, _ in spans]

    def is_inside(at: int) -> bool:
        number = bisect_right(starts, at) - 1
        return number >= 0 and at < spans[number][1]

    return is_inside


def hide_dois(text: str) -> str:
    """Return the text with blanks in place of names of publications (DOIs)."""
    return _DOI.sub(lambda match: " " * len(match[0]), text)
