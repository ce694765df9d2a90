"""Chrome by example: a page that the engine drew, split where our own HTML goes in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from civalue_build.errors import CivalueError
from civalue_build.model.site import Page
from civalue_build.publish import markers
from civalue_build.publish.markup import Element, parse
from civalue_build.publish.slots import Holds, Place, Slot, split
from civalue_build.publish.toc import Contents, drawn_lists, learn_contents, only_with_contents

Part = str | Slot | Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """All of a page but what is the page's own; a value, so that processes can share it.

    `path` is where it was drawn; the specimen's links hold on every page that stands as deep in
    the same part of the site.
    `bare` is for pages without a table of contents.
    """

    path: str
    full: tuple[Part, ...]
    bare: tuple[Part, ...]

    @classmethod
    def learn(cls, html: str, path: str = markers.SPECIMEN_PATH) -> "Chrome":
        """Learn from a drawn page that holds the markers.

        Raises CivalueError if a slot is missing or a marker stands where none can be filled.
        """
        root = parse(html)
        cuts = list(_cuts(html, root))
        removed = [Cut(start=e.start, end=e.end) for e in only_with_contents(root)]
        full, bare = _assemble(html, cuts), _assemble(html, _outside(cuts, removed))
        if not any(isinstance(part, Slot) and part.holds is Holds.TITLE for part in bare):
            raise _missing("title")
        return cls(path=path, full=full, bare=bare)

    def fill(self, page: Page) -> str:
        """Return the whole page; what is put in is never looked at for markers.

        Raises CivalueError if the chrome is not for a page at this path.
        """
        if page.path != self.path and not self._is_specimen_for(page):
            raise CivalueError(f"{page.path} cannot be filled into the chrome of {self.path}")
        parts = self.full if page.contents else self.bare
        return "".join(part if isinstance(part, str) else part.fill(page) for part in parts)

    def _is_specimen_for(self, page: Page) -> bool:
        specimen = markers.SPECIMEN_PATH
        depth, part = specimen.count("/"), specimen.partition("/")[0]
        is_like = page.path.count("/") == depth and page.path.partition("/")[0] == part
        return self.path == specimen and is_like


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A stretch of the drawn page, and what stands there instead."""

    start: int
    end: int
    parts: tuple[Part, ...] = ()


def _missing(what: str) -> CivalueError:
    return CivalueError(
        f"the page that the site engine drew has no place for the {what}; "
        "this version of the theme is not one that civalue knows"
    )


def _cuts(html: str, root: Element) -> Iterator[Cut]:
    """Find the slots that are more than a word in a text."""
    yield _description(root)
    yield _body(html, root)
    lists = list(drawn_lists(root))
    if not lists:
        raise _missing("table of contents")
    for listed in lists:
        start, end = listed.inner
        yield Cut(start=start, end=end, parts=(learn_contents(html, listed),))
    for script in root.having("script"):
        start, end = script.inner
        yield Cut(start=start, end=end, parts=tuple(split(html[start:end], Place.SCRIPT)))


def _description(root: Element) -> Cut:
    for meta in root.having("meta", name="description", content=markers.DESCRIPTION):
        return Cut(start=meta.start, end=meta.end, parts=(Slot(holds=Holds.DESCRIPTION),))
    raise _missing("description")


def _body(html: str, root: Element) -> Cut:
    """Return the stretch from our heading to the end of our example."""
    heading = [e for e in root.having("h1") if html[slice(*e.inner)] == markers.TITLE]
    end = [e for e in root.having("p") if html[slice(*e.inner)] == markers.BODY_END]
    if not heading or not end:
        raise _missing("body")
    return Cut(start=heading[0].start, end=end[0].end, parts=(Slot(holds=Holds.BODY),))


def _outside(cuts: Iterable[Cut], removed: list[Cut]) -> list[Cut]:
    """Return the removals, and the cuts that are not inside one."""
    whole = [cut for cut in removed if not _inside(cut, removed)]
    return [*whole, *(cut for cut in cuts if not _inside(cut, whole))]


def _inside(cut: Cut, others: Iterable[Cut]) -> bool:
    return any(
        other is not cut and other.start <= cut.start and cut.end <= other.end for other in others
    )


def _assemble(html: str, cuts: Iterable[Cut]) -> tuple[Part, ...]:
    parts: list[Part] = []
    position = 0
    for cut in sorted(cuts, key=lambda cut: cut.start):
        parts += [*_between(html[position : cut.start]), *cut.parts]
        position = cut.end
    return (*parts, *_between(html[position:]))


def _between(html: str) -> Iterator[Part]:
    """Give the parts of the theme's own markup, without the blank lines its templates leave."""
    return split(re.sub(r"\n\s*\n", "\n", html), Place.MARKUP)
