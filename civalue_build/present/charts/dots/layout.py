"""Where everything of a chart of dots stands, in pixels from the upper left corner.

Dots keep their size and their distance, so that one drawing serves a phone and a desk.
"""

from collections.abc import Iterator
from textwrap import wrap

from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.charts.dots.model import DotChart, DotRow, Dots
from civalue_build.present.charts.geometry import GAP, LINE

ACROSS = 10
"""Dots side by side: as many as fit at 320 pixels."""
MOST = 60
"""From more cases on, a row is a bar: nobody counts so many dots."""
STEP, RADIUS, LEGEND = 16, 6, 24
TRACK = ACROSS * STEP
NARROW = 280
"""The width of a drawing: what a phone has room for."""
LETTERS, BOLD = 40, 35
"""Letters that fit beside each other in that width, plain and in bold. Longer words are broken."""


@record
class Spot:
    """The middle of a dot, and its name where it stands for a case."""

    x: float
    y: float
    hollow: bool
    name: str = ""


@record
class Bar:
    """A row of too many cases for dots; `y` is its upper edge."""

    y: float
    width: float
    hollow: bool


@record
class Words:
    """Words from `x` on, `y` being their base line; `edged` ones may stand on a line."""

    text: str
    x: float
    y: float
    strong: bool = False
    edged: bool = True


@record
class DotPlan:
    """A chart that is laid out; `rules` are the heights of dashed lines across it."""

    width: float
    height: float
    legend: tuple[Spot, ...]
    spots: tuple[Spot, ...]
    bars: tuple[Bar, ...]
    words: tuple[Words, ...]
    rules: tuple[float, ...]


def dot_plan(chart: DotChart) -> DotPlan:
    """Lay a chart out, rows from top to bottom."""
    found: list[Spot | Bar | Words | float] = []
    y = float(LEGEND * len(chart.series) + GAP)
    for row in chart.rows:
        below = y + _height(chart, row)
        found += _row(chart, row, y)
        y = below
    words = (*_legend_words(chart), *(item for item in found if isinstance(item, Words)))
    return DotPlan(
        width=NARROW,
        height=y,
        legend=tuple(
            Spot(x=RADIUS + 1, y=LEGEND * at + 10, hollow=at > 0) for at in range(len(chart.series))
        ),
        spots=tuple(item for item in found if isinstance(item, Spot)),
        bars=tuple(item for item in found if isinstance(item, Bar)),
        words=words,
        rules=tuple(item for item in found if isinstance(item, float)),
    )


def _legend_words(chart: DotChart) -> Iterator[Words]:
    for at, name in enumerate(chart.series):
        yield Words(text=name, x=22, y=LEGEND * at + 15)


def _height(chart: DotChart, row: DotRow) -> float:
    above = LINE * len(wrap(row.heads, BOLD)) + GAP if row.heads else 0
    label = LINE * len(wrap(row.label, LETTERS))
    return above + label + sum(_high(chart, dots) for dots in row.series) + GAP


def _high(chart: DotChart, dots: Dots) -> float:
    lines = 1 if chart.most > MOST else max(1, -(-len(dots.names) // ACROSS))
    return STEP * lines + 2


def _row(chart: DotChart, row: DotRow, y: float) -> Iterator[Spot | Bar | Words | float]:
    if row.heads:
        yield y + 4
        for line in wrap(row.heads, BOLD):
            y += LINE
            yield Words(text=line, x=0, y=y + 4, strong=True)
        y += GAP
    for line in wrap(row.label, LETTERS):
        y += LINE
        yield Words(text=line, x=0, y=y - 4)
    for dots in row.series:
        count = wording.number(len(dots.names))
        yield Words(text=count, x=TRACK + STEP, y=y + STEP / 2 + 5, strong=True, edged=False)
        yield from _bar(chart, dots, y) if chart.most > MOST else _spots(dots, y)
        y += _high(chart, dots)


def _spots(dots: Dots, y: float) -> Iterator[Spot]:
    for at, name in enumerate(dots.names):
        down, along = divmod(at, ACROSS)
        x = RADIUS + 1 + along * STEP
        yield Spot(x=x, y=y + STEP * down + STEP / 2, hollow=dots.hollow, name=name)


def _bar(chart: DotChart, dots: Dots, y: float) -> Iterator[Bar]:
    if dots.names:
        width = max(2.0, TRACK * len(dots.names) / chart.most)
        yield Bar(y=y + 2, width=width, hollow=dots.hollow)
