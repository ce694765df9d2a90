"""Small view models that templates draw: texts are final, and finished HTML is `Markup`.

Those of which a page has dozens are named tuples, made in a third of the time of a dataclass.
"""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from civalue_build.model.record import record

LIVE = "charts.json"
"""The file beside a page that has its live figures."""


class Tag(NamedTuple):
    """A short marker. `tone` is grey, blue, green, yellow, orange, red or white."""

    text: str
    tone: str = "grey"


class Link(NamedTuple):
    """A place to go; `href` is relative, or starts with http, https or mailto."""

    text: str
    href: str
    note: str = ""


class Fact(NamedTuple):
    """One row of a summary list: a term, what holds, and small print."""

    term: str
    value: str
    note: str = ""
    href: str = ""
    tags: tuple[Tag, ...] = ()


class Column(NamedTuple):
    """The head of a column; numeric columns are aligned right."""

    text: str
    numeric: bool = False


class Cell(NamedTuple):
    """One cell: text, small print below it, a link. `empty` marks words in a number's place."""

    text: str
    note: str = ""
    href: str = ""
    empty: bool = False
    tags: tuple[Tag, ...] = ()


class Row(NamedTuple):
    """A row: its first cell heads it. `total` marks sums."""

    cells: tuple[Cell, ...]
    total: bool = False


@record
class Table:
    """A table of data with a caption; `id` must be unique on its page.

    A `stacked` table shows each row as a block on narrow screens.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    caption_hidden: bool = False
    stacked: bool = False

    def placed(self, row: Row) -> Iterator[tuple[Column | None, Cell]]:
        """Give each cell of a row with the column that it stands in, its first with none."""
        return zip((None, *self.columns[1:]), row.cells, strict=True)


@record
class FigureView:
    """A chart: message, measure, still drawing and data.

    `live` is the live figure as JSON, which stands under its `id` in the file `live_at`.
    """

    id: str
    number: int
    title: str
    measure: str
    drawing: Markup
    table: Table
    live: str
    download: Link
    note: str = ""
    live_at: str = LIVE


@record
class CardView:
    """A card that leads to a page."""

    title: str
    href: str
    text: str = ""
    tags: tuple[Tag, ...] = ()
    facts: tuple[Fact, ...] = ()
    level: int = 3
