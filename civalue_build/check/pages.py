"""A case as a few long texts, each with the path of every line: as written, and as it is shown."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from typing import NamedTuple

from civalue_build.check.plain import plain, shown
from civalue_build.check.texts import Same, all_texts, names
from civalue_build.model.case import Case
from civalue_build.model.place import PROSE, KeyPath

Find = Callable[[str], Iterable[int]]
"""Returns where in a text something begins."""

_BEGINS = re.compile(r"[\s>]*(?:[|#]|[-*+] |1[.)] |```|~~~)")
"""How a line begins that does not go on with the one above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One text of all lines; `starts` are where each begins, `paths` whose it is."""

    text: str
    starts: tuple[int, ...]
    paths: tuple[KeyPath, ...]

    def path_at(self, offset: int) -> KeyPath:
        """Return the path of the line that holds a place in the text."""
        return self.paths[bisect_right(self.starts, offset) - 1]


class _Line(NamedTuple):
    """A line; `goes_on` says whether it stands in one paragraph with the line before it."""

    path: KeyPath
    text: str
    goes_on: bool


def suspects(case: Case, find: Find) -> Iterator[KeyPath]:
    """Yield the path of each line in which something is found, however it is written."""
    found = (page.path_at(at) for page in pages(case) for at in find(page.text))
    yield from dict.fromkeys(found)


def pages(case: Case) -> tuple[Page, Page, Page]:
    """Return a case as written, as it reads line by line, and as it reads by paragraphs.

    Only the second is whole: the others leave out what is the same there. Rows of tables stay,
    since what a column holds stands in another row.
    """
    return _pages(Same(case))


@lru_cache(maxsize=1)
def _pages(same: Same) -> tuple[Page, Page, Page]:
    lines = tuple(_lines(same.case))
    written = [line.text for line in lines]
    read = [plain(text) for text in written]
    seen = [
        shown(text) if "[" in text or "]" in text else read[at] for at, text in enumerate(written)
    ]
    rewritten = [a != b or "|" in a for a, b in zip(written, read, strict=True)]
    return (
        _page(lines, written, rewritten),
        _page(lines, read, [True] * len(lines)),
        _page(lines, seen, _in_paragraphs(lines, read, seen), is_joined=True),
    )


def _in_paragraphs(lines: Sequence[_Line], read: list[str], seen: list[str]) -> list[bool]:
    """Return for each line whether its paragraph reads otherwise than line by line."""
    starts = [at for at, line in enumerate(lines) if not line.goes_on]
    kept: list[bool] = []
    for start, end in pairwise((*starts, len(lines))):
        is_other = end - start > 1 or seen[start] != read[start] or "|" in read[start]
        kept += [is_other] * (end - start)
    return kept


def _page(
    lines: Sequence[_Line], texts: list[str], kept: list[bool], *, is_joined: bool = False
) -> Page:
    """Make a page of those lines that are kept; a gap stands for what is left out."""
    parts: list[str] = []
    starts: list[int] = []
    at, gap = 0, "\n"
    for (_, _, goes_on), text, is_kept in zip(lines, texts, kept, strict=True):
        if is_kept:
            part = (" " if is_joined and goes_on else gap) + text
            parts.append(part)
            starts.append(at)
            at += len(part)
        gap = "\n" if is_kept else "\n\n"
    paths = tuple(line.path for line in compress(lines, kept))
    return Page(text="".join(parts), starts=tuple(starts), paths=paths)


def _lines(case: Case) -> Iterator[_Line]:
    previous: KeyPath = ()
    for path, text in (*all_texts(case), *names(case)):
        follows = _follows(previous, path)
        for line in text.splitlines():
            goes_on = follows and not _BEGINS.match(line)
            follows = bool(line.strip())
            if follows:
                yield _Line(path, line, goes_on)
        previous = path


def _follows(previous: KeyPath, path: KeyPath) -> bool:
    """Whether a path is of the line of prose below the one before."""
    if len(path) != 3 or path[0] != PROSE or previous[:2] != path[:2] or len(previous) != 3:
        return False
    return path[2] == int(previous[2]) + 1
