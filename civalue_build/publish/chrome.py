"""Chrome by example: a page that the engine drew, split where our own HTML goes in."""

import re
from collections.abc import Iterable, Iterator

from civalue_build.errors import CivalueError
from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.publish import known, markers
from civalue_build.publish.edit import EditLink
from civalue_build.publish.markup import Element, parse
from civalue_build.publish.mend import CONTENT
from civalue_build.publish.slots import Holds, Place, Slot, missing, split
from civalue_build.publish.toc import Contents, drawn_lists, learn_contents, only_with_contents

Part = str | Slot | Contents | EditLink


@record
class Chrome:
    """All of a page but what is the page's own; a value, so that processes can share it.

    `path` is where it was drawn; the links of a specimen hold on every page of its family.
    `bare` is for pages without a table of contents.
    """

    path: str
    full: tuple[Part, ...]
    bare: tuple[Part, ...]

    @classmethod
    def learn(cls, html: str, path: str, *, site_url: str = "", edit_base: str = "") -> "Chrome":
        """Learn from a mended page that holds the markers.

        `site_url` and `edit_base` are the addresses of the site and of where its files are
        edited, if it has them. Raises CivalueError if a slot is missing or a marker stands where
        none can be filled.
        """
        root = parse(html)
        known.check_places(html, root)
        known.check_address(root, site_url and f"{site_url.rstrip('/')}/{path}")
        removed = only_with_contents(root)
        cuts = list(_cuts(html, root, removed, EditLink(edit_base=edit_base)))
        full = _assemble(html, cuts)
        outside = [Cut(start=part.start, end=part.end) for part in removed]
        bare = _assemble(html, _outside(cuts, outside))
        if not any(isinstance(part, Slot) and part.holds is Holds.TITLE for part in bare):
            raise missing("title")
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
        return self.path == markers.specimen(markers.family(page.path))


@record
class Cut:
    """A stretch of the drawn page, and what stands there instead."""

    start: int
    end: int
    parts: tuple[Part, ...] = ()


def _cuts(html: str, root: Element, removed: list[Element], edit: EditLink) -> Iterator[Cut]:
    """Find the slots that are more than a word in a text."""
    told = known.check_head(html, root)
    yield Cut(start=told.start, end=told.end, parts=(Slot(holds=Holds.DESCRIPTION),))
    start, end, below = known.body(html, root, CONTENT)
    yield Cut(start=start, end=end, parts=(Slot(holds=Holds.BODY),))
    yield Cut(start=below, end=below, parts=(edit,))
    lists = list(drawn_lists(root))
    known.check_lists(lists, removed)
    for listed in lists:
        start, end = listed.inner
        yield Cut(start=start, end=end, parts=(learn_contents(html, listed),))
    for script in root.having("script"):
        start, end = script.inner
        yield Cut(start=start, end=end, parts=tuple(split(html[start:end], Place.SCRIPT)))


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
