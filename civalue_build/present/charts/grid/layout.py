"""Where the cells of a grid stand: across as shares of the width, down in pixels.

Each cell has a filled part as claimed, and below it a hollow one as corrected. Both say in words
and with a sign what their colour says.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from textwrap import wrap
from typing import NamedTuple

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.charts.geometry import LEGEND, LINE, NEUTRAL, sign_colour
from civalue_build.present.charts.model import Bar, Chart

LETTERS = 9
"""Letters in bold that fit beside each other in a quarter of 288 pixels."""
HEAD = 12
"""The same of the head of a column, which may reach its neighbour."""
ROW, PAD, GAP, NARROWER = 16, 9, 3, 0.97
_SIGNS = {1: ("+", "net gain"), -1: ("", "net cost"), 0: ("", "neither")}
NOT_GIVEN = "not given"


class Words(NamedTuple):
    """Words that start at `across`, a share of the width; `y` is their base line."""

    words: str
    across: float
    y: float


class Cell(NamedTuple):
    """One part of a cell: its left edge and width as shares, its lines of words, its hover.

    It is a frame where it is `hollow`, and else an area.
    """

    left: float
    width: float
    y: float
    height: float
    colour: str
    lines: tuple[str, ...]
    said: str
    series: int
    hollow: bool

    @property
    def middle(self) -> float:
        """Where its words stand, as a share of the width."""
        return self.left + self.width / 2


@record
class Grid:
    """A grid laid out; `top` is the room above it for naming its series."""

    heads: tuple[Words, ...]
    rows: tuple[Words, ...]
    cells: tuple[Cell, ...]
    height: float
    top: float


def grid(chart: Chart) -> Grid:
    """Lay a chart out with a column for each of its groups and a row for each label."""
    columns = list(dict.fromkeys(bar.group for bar in chart.bars))
    lines = [tuple(_lines(chart, value) for value in bar.values) for bar in chart.bars]
    tall = PAD + ROW * max((len(one) for both in lines for one in both), default=1)
    heads = tuple(_heads(columns))
    y = max((head.y for head in heads), default=0.0) + LINE / 2
    rows: dict[str, float] = {}
    for label in dict.fromkeys(bar.label for bar in chart.bars):
        rows[label] = y
        y += LINE + GAP + (tall + GAP) * len(chart.series) + LINE / 2
    cells: list[Cell] = []
    for bar, said in zip(chart.bars, lines, strict=True):
        left = columns.index(bar.group) / len(columns)
        box = left, NARROWER / len(columns), rows[bar.label] + LINE + GAP, float(tall)
        cells += _cells(chart, bar, said, box)
    return Grid(
        heads=heads,
        rows=tuple(Words(label, 0.0, top + LINE - 4) for label, top in rows.items()),
        cells=tuple(cells),
        height=y,
        top=LEGEND * len(chart.series) + GAP,
    )


def _heads(columns: Sequence[str]) -> Iterator[Words]:
    for at, column in enumerate(columns):
        for number, line in enumerate(_wrapped(column, HEAD)):
            yield Words(line, at / len(columns), ROW * (number + 1) - 3.0)


def _cells(
    chart: Chart,
    bar: Bar,
    lines: Sequence[tuple[str, ...]],
    box: tuple[float, float, float, float],
) -> Iterator[Cell]:
    left, width, y, height = box
    name = f"{bar.group}, {wording.lower_first(bar.label)}"
    for series, value in enumerate(bar.values):
        shown = wording.brief(value, chart.shown)
        yield Cell(
            left=left,
            width=width,
            y=y + (height + GAP) * series,
            height=height,
            colour=NEUTRAL if isinstance(value, Undefined) else sign_colour(value),
            lines=lines[series],
            said=f"{name}, {wording.lower_first(chart.series[series])}: {shown}",
            series=series,
            hollow=series > 0 or isinstance(value, Undefined),
        )


def _lines(chart: Chart, value: Figure) -> tuple[str, ...]:
    if isinstance(value, Undefined):
        return (NOT_GIVEN,)
    pounds = round(value)
    sign, words = _SIGNS[(pounds > 0) - (pounds < 0)]
    return (*_amount(f"{sign}{wording.about(value, chart.currency)}"), words)


def _amount(text: str) -> tuple[str, ...]:
    """Break an amount at its space where it is long: marks that nobody sees take no room."""
    seen = sum(letter.isprintable() for letter in text)
    return (text,) if seen <= LETTERS else tuple(text.split(" "))


@lru_cache(maxsize=1024)
def _wrapped(words: str, letters: int) -> tuple[str, ...]:
    return tuple(wrap(words, letters))
