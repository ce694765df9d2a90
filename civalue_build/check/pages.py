"""A case as a few long texts, each with the path of every line: as written, and as it is shown."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, pairwise

from civalue_build.check.plain import plain_lines, shown
from civalue_build.check.texts import Same, all_texts, names
from civalue_build.model.case import Case
from civalue_build.model.place import PROSE, KeyPath
from civalue_build.model.record import record

Find = Callable[[str], Iterable[int]]
"""Returns where in a text something begins."""

_BEGINS = re.compile(r"[\s>]*(?:[|#]|[-*+] |1[.)] |```|~~~)")
"""How a line begins that does not go on with the one above."""


@record
class Page:
    """One text of all lines; `starts` are where each begins, `paths` whose it is."""

    text: str
    starts: tuple[int, ...]
    paths: tuple[KeyPath, ...]

    def path_at(self, offset: int) -> KeyPath:
        """Return the path of the line that holds a place in the text."""
        return self.paths[bisect_right(self.starts, offset) - 1]


@dataclass(slots=True)
class _Lines:
    """The lines of a case; `goes_on` says which stand in one paragraph with the line before."""

    paths: list[KeyPath] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    goes_on: list[bool] = field(default_factory=list)


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
    lines = _lines(same.case)
    written = lines.texts
    read = plain_lines(written)
    seen = [
        shown(text) if "[" in text or "]" in text else plain
        for text, plain in zip(written, read, strict=True)
    ]
    rewritten = [at for at, text in enumerate(written) if "|" in text or text != read[at]]
    return (
        _page(lines, written, rewritten),
        _whole_page(lines.paths, read),
        _page(lines, seen, _in_paragraphs(lines.goes_on, read, seen), is_joined=True),
    )


def _in_paragraphs(goes_on: list[bool], read: list[str], seen: list[str]) -> list[int]:
    """Return the lines of those paragraphs that read otherwise than line by line."""
    starts = [at for at, is_inner in enumerate(goes_on) if not is_inner]
    kept: list[int] = []
    for start, end in pairwise((*starts, len(goes_on))):
        if end - start > 1 or seen[start] != read[start] or "|" in read[start]:
            kept += range(start, end)
    return kept


def _whole_page(paths: list[KeyPath], texts: list[str]) -> Page:
    starts = accumulate((len(text) + 1 for text in texts[:-1]), initial=0)
    return Page(text="\n" + "\n".join(texts), starts=tuple(starts), paths=tuple(paths))


def _page(lines: _Lines, texts: list[str], kept: list[int], *, is_joined: bool = False) -> Page:
    """Make a page of those lines that are kept; a gap stands for what is left out."""
    parts: list[str] = []
    starts: list[int] = []
    length, before = 0, -1
    for at in kept:
        gap = "\n" if at == before + 1 else "\n\n"
        part = (" " if is_joined and lines.goes_on[at] else gap) + texts[at]
        parts.append(part)
        starts.append(length)
        length += len(part)
        before = at
    paths = tuple(lines.paths[at] for at in kept)
    return Page(text="".join(parts), starts=tuple(starts), paths=paths)


def _lines(case: Case) -> _Lines:
    found = _Lines()
    previous: KeyPath = ()
    for path, text in (*all_texts(case), *names(case)):
        follows = _follows(previous, path)
        for line in text.splitlines():
            goes_on = follows and not _BEGINS.match(line)
            follows = bool(line.strip())
            if follows:
                found.paths.append(path)
                found.texts.append(line)
                found.goes_on.append(goes_on)
        previous = path
    return found


def _follows(previous: KeyPath, path: KeyPath) -> bool:
    """Whether a path is of the line of prose below the one before."""
    if len(path) != 3 or path[0] != PROSE or previous[:2] != path[:2] or len(previous) != 3:
        return False
    return path[2] == int(previous[2]) + 1
