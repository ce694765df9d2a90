"""The lines of a long text that are worth a closer look."""

import re
from collections.abc import Iterator


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
