"""Where a pyramid and its words stand: across as shares of the width, down in pixels.

The words stand beside the levels, since the tip has no room for any.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from textwrap import wrap
from typing import NamedTuple

from civalue_build.model.record import record
from civalue_build.present.charts.pyramid.model import Level, PyramidChart

BASE, TIP = 0.33, 0.06
"""The widths of the base and of the tip."""
BESIDE = 0.36
"""Where the words begin."""
STRONG_LETTERS, LETTERS = 22, 25
"""Letters, in bold and not, that fit beside each other there at 288 pixels."""
LINE, PAD = 18, 7


class Line(NamedTuple):
    """One line of words, `y` being its base line."""

    words: str
    y: float
    strong: bool


@record
class Step:
    """One level laid out: `y` is its upper edge, `above` and `below` the widths of its edges."""

    level: Level
    y: float
    height: float
    above: float
    below: float
    lines: tuple[Line, ...]

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return self.y + self.height / 2

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """Its corners as places across and down, the first one again at the end."""
        foot = self.y + self.height
        ends = ((self.above, self.y), (self.below, foot))
        left = [((BASE - width) / 2, y) for width, y in ends]
        right = [((BASE + width) / 2, y) for width, y in reversed(ends)]
        return (*left, *right, left[0])


@record
class Pyramid:
    """A pyramid laid out, from its tip down."""

    steps: tuple[Step, ...]
    height: float


def pyramid(chart: PyramidChart) -> Pyramid:
    """Lay a pyramid out: each level is as high as the words beside it need."""
    levels = chart.levels[::-1]
    heights = [LINE * len(_wrapped(level)) + 2.0 * PAD for level in levels]
    edges = [0.0, *accumulate(heights)]
    return Pyramid(steps=tuple(_steps(levels, edges)), height=edges[-1])


def _steps(levels: tuple[Level, ...], edges: list[float]) -> Iterator[Step]:
    widths = [TIP + (BASE - TIP) * edge / (edges[-1] or 1) for edge in edges]
    for at, level in enumerate(levels):
        y = edges[at]
        yield Step(
            level=level,
            y=y,
            height=edges[at + 1] - y,
            above=widths[at],
            below=widths[at + 1],
            lines=tuple(
                Line(words, y + PAD + LINE * (number + 1) - 4, strong)
                for number, (words, strong) in enumerate(_wrapped(level))
            ),
        )


def _wrapped(level: Level) -> list[tuple[str, bool]]:
    strong = [(line, True) for line in _lines(level.name, STRONG_LETTERS)]
    return strong + [(line, False) for said in level.says for line in _lines(said, LETTERS)]


@lru_cache(maxsize=1024)
def _lines(words: str, letters: int) -> tuple[str, ...]:
    return tuple(wrap(words, letters))
