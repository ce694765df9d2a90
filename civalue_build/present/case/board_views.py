"""What the one page for a board says, as final texts: the sheet, the PDF and Word draw the same."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from civalue_build.model.record import record
from civalue_build.model.site import Asset


class Size(StrEnum):
    """The size of the type of a sheet, from the largest to the smallest."""

    LARGE = "large"
    MIDDLE = "middle"
    SMALL = "small"

    @property
    def points(self) -> float:
        """The size of a paragraph, in points."""
        return {Size.LARGE: 11.0, Size.MIDDLE: 10.0, Size.SMALL: 9.5}[self]

    @property
    def scale(self) -> float:
        """How many times as large as the smallest it is."""
        return self.points / Size.SMALL.points


class Said(NamedTuple):
    """A sentence or more, after a term that names it where there is one."""

    text: str
    term: str = ""


class Reference(NamedTuple):
    """A line of the foot; `href` is empty or an address of the web."""

    text: str
    href: str = ""


@record
class Grid:
    """A small table: its first row heads the columns, the first cell of each other row that row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@record
class Part:
    """What stands under one heading: paragraphs, a table, then points.

    Where room is short, the points of a part that `leads` keep theirs longest.
    """

    heading: str
    says: tuple[Said, ...] = ()
    grid: Grid | None = None
    points: tuple[Said, ...] = ()
    leads: bool = False


@record
class Board:
    """One case on one page. `notices` are what a reader must know before anything else."""

    slug: str
    title: str
    facts: tuple[Said, ...]
    notices: tuple[str, ...]
    summary: str
    parts: tuple[Part, ...]
    foot: tuple[Reference, ...]
    size: Size = Size.SMALL

    def texts(self) -> Iterator[str]:
        """Give every text in the order in which it is read."""
        yield self.title
        yield from _told(self.facts)
        yield from self.notices
        yield self.summary
        for part in self.parts:
            yield part.heading
            yield from _told(part.says)
            yield from _cells(part.grid)
            yield from _told(part.points)
        yield from (line.text for line in self.foot)


@record
class Papers:
    """The sheet of a case as a page, and as files to download; these may have been left out."""

    page: Asset
    downloads: tuple[Asset, ...] = ()

    @property
    def files(self) -> tuple[Asset, ...]:
        """All of them."""
        return (self.page, *self.downloads)


def _told(items: tuple[Said, ...]) -> Iterator[str]:
    for item in items:
        if item.term:
            yield f"{item.term}:"
        yield item.text


def _cells(grid: Grid | None) -> Iterator[str]:
    if grid:
        yield grid.caption
        yield from grid.head
        for row in grid.rows:
            yield from row
