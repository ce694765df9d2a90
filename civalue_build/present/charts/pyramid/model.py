"""What a pyramid says: its levels from base to tip, before it has any look."""

from typing import NamedTuple

from civalue_build.model.record import record
from civalue_build.present.sheets import Value


class Entry(NamedTuple):
    """One figure of a level: as a reader sees it, and at full precision for the data file.

    `empty` marks words in a number's place; `value` is then none.
    """

    shown: str
    value: Value = None
    empty: bool = False


class Heading(NamedTuple):
    """What a figure of each level is, and its unit, empty where it needs none."""

    text: str
    unit: str = ""


@record
class Level:
    """One level: `says` are short lines beside it, `figures` one for each heading of the chart.

    A level on which nothing stands is drawn as a frame, not `filled`; its lines say so too.
    """

    number: int
    name: str
    says: tuple[str, ...]
    filled: bool
    figures: tuple[Entry, ...]

    @property
    def said(self) -> str:
        """The level as a sentence or two."""
        return f"{self.number}. {self.name}: {', '.join(self.says)}."


@record
class PyramidChart:
    """A pyramid of levels, the base first. Its widths are its own and measure nothing.

    `title` is its message, `measure` what stands on the levels, `head` what a level is called in
    its table.
    """

    id: str
    title: str
    measure: str
    head: str
    headings: tuple[Heading, ...]
    levels: tuple[Level, ...]
    note: str = ""

    @property
    def spoken(self) -> str:
        """The chart read aloud: its measure, then every level from base to tip."""
        return " ".join((f"{self.measure}.", *(level.said for level in self.levels)))
