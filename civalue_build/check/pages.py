"""A case as a few long texts, each with the path of every line: as written, and as it is shown."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    path: KeyPath
    text: str
    goes_on: bool
    """Whether it stands in one paragraph with the line before it."""


def suspects(case: Case, find: Find) -> Iterator[KeyPath]:
    """Yield the path of each line in which something is found, however it is written."""
    found = (page.path_at(at) for page in pages(case) for at in find(page.text))
    yield from dict.fromkeys(found)


def pages(case: Case) -> tuple[Page, ...]:
    """Return a case as written, as it reads line by line, and as it reads by paragraphs."""
    return _pages(Same(case))


@lru_cache(maxsize=1)
def _pages(same: Same) -> tuple[Page, ...]:
    lines = tuple(_lines(same.case))
    return (
        _page(lines, str, is_joined=False),
        _page(lines, plain, is_joined=False),
        _page(lines, shown, is_joined=True),
    )


def _page(lines: tuple[_Line, ...], turn: Callable[[str], str], *, is_joined: bool) -> Page:
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for line in lines:
        gap = " " if is_joined and line.goes_on else "\n"
        parts.append(gap + turn(line.text))
        starts.append(at)
        at += len(parts[-1])
    return Page(text="".join(parts), starts=tuple(starts), paths=tuple(line.path for line in lines))


def _lines(case: Case) -> Iterator[_Line]:
    previous: KeyPath = ()
    for path, text in (*all_texts(case), *names(case)):
        follows = _follows(previous, path)
        for line in text.splitlines():
            goes_on = follows and not _BEGINS.match(line)
            if line.strip():
                yield _Line(path=path, text=line, goes_on=goes_on)
            follows = bool(line.strip())
        previous = path


def _follows(previous: KeyPath, path: KeyPath) -> bool:
    """Whether a path is of the line of prose below the one before."""
    if len(path) != 3 or path[0] != PROSE or previous[:2] != path[:2] or len(previous) != 3:
        return False
    return path[2] == int(previous[2]) + 1
