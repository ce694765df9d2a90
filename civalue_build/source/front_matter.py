"""A file of front matter and prose is parted into the two, each with its first line."""

import re
from dataclasses import dataclass

from civalue_build.source.faults.front_matter import (
    FRONT_MATTER_MISSING,
    FRONT_MATTER_NOT_CLOSED,
)
from civalue_build.source.log import Log

_FENCE = re.compile(r"\n---[ \t]*(?=\n|\Z)")


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a file; `yaml_line` and `prose_line` are the lines where each begins."""

    yaml: str
    yaml_line: int
    prose: str
    prose_line: int


def part(text: str, log: Log) -> Parts | None:
    """Return the parts of a text, none where it has no front matter that ends."""
    below = f"\n{text}"  # so that every line has a line feed before it
    opening = _FENCE.search(below)
    above = below[1 : opening.start() + 1] if opening else text
    if above.strip() or opening is None:
        _note_missing(text, above, log, fenced=opening is not None)
        return None
    first = above.count("\n") + 1
    closing = _FENCE.search(below, opening.end())
    if closing is None:
        message = "the front matter that begins here has no line --- after it"
        log.add(FRONT_MATTER_NOT_CLOSED, message, (first, 1))
        return None
    yaml = below[opening.end() + 1 : closing.start() + 1]
    return Parts(
        yaml=yaml,
        yaml_line=first + 1,
        prose=below[closing.end() + 1 :],
        prose_line=first + 2 + yaml.count("\n"),
    )


def _note_missing(text: str, above: str, log: Log, *, fenced: bool) -> None:
    line = next((n for n, words in enumerate(above.split("\n"), 1) if words.strip()), 1)
    if fenced and not _looks_like_keys(above):
        message = "text before the front matter; begin the file with the line ---"
    elif text.strip():
        message = "the front matter is missing; begin the file with a line ---"
    else:
        message = "the file is empty; begin it with a line ---, then the keys"
    log.add(FRONT_MATTER_MISSING, message, (line, 1))


def _looks_like_keys(text: str) -> bool:
    return bool(re.match(r"\s*[a-z_]+:(?:\s|$)", text))
