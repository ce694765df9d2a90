"""Markdown as a parser sees it: events with their bytes, and where these stand in the file."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import Any

import pyromark

from civalue_build.source.log import Mark
from civalue_build.source.text import HIDDEN

EVENTS = 50_000
DEPTH = 20
_STEPS = {"Start": 1, "End": -1}
_MARKDOWN = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES
)

Event = tuple[str, Any, int, int, int]
"""What begins, ends or stands at a place; what it is of; first byte, byte after, depth."""


class TooComplex(Exception):
    """A text goes beyond a limit at the byte `start` and is not read on."""

    def __init__(self, message: str, start: int) -> None:
        super().__init__(message)
        self.start = start


class Lines:
    """Places in UTF-8 bytes as lines and columns of the file; `first_line` is that of the text."""

    def __init__(self, prose: str, first_line: int) -> None:
        self.lines = prose.split("\n")
        self.first_line = first_line
        self.data = prose.encode()

    @cached_property
    def starts(self) -> list[int]:
        """The first byte of each line, and the byte after the text."""
        lengths = (len(row) + 1 for row in self.data.split(b"\n"))
        return list(accumulate(lengths, initial=0))

    def mark(self, offset: int) -> Mark:
        """Return the line and column of a byte."""
        row = bisect_right(self.starts, offset) - 1
        return row + self.first_line, len(self.cut(self.starts[row], offset)) + 1

    def cut(self, start: int, end: int) -> str:
        """Return the text between two bytes."""
        return self.data[start:end].decode("utf-8", "replace")


def events(prose: str) -> Iterator[Event]:
    """Yield the parser's events in their order.

    Raises TooComplex at the first event beyond a limit.
    """
    depth = 0
    for count, (event, span) in enumerate(_MARKDOWN.events_with_range(prose)):
        start = span["start"]
        if count >= EVENTS:
            raise TooComplex(f"more than {EVENTS:,} parts of Markdown", start)
        name, body = (event, None) if isinstance(event, str) else next(iter(event.items()))
        yield name, body, start, span["end"], depth
        if step := _STEPS.get(name):
            depth += step
            if depth > DEPTH:
                message = (
                    f"more than {DEPTH} levels of lists, quotes and emphasis, one in the other"
                )
                raise TooComplex(message, start)


def hidden_in(body: Any) -> str | None:
    """Return the first hidden character of an event's texts, addresses and titles.

    The text of a file has none, so it was written as an entity such as `&#8238;`.
    """
    if isinstance(body, str):
        match = HIDDEN.search(body)
        return match[0] if match else None
    inner = body.values() if isinstance(body, dict) else ()
    return next((found for part in inner if (found := hidden_in(part))), None)
