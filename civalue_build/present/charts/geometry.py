"""Where everything of a chart stands: heights in pixels, widths as shares of the whole width.

Text keeps its size and only bars stretch, so that one drawing serves a phone and a desk.
"""

from collections.abc import Sequence
from functools import lru_cache
from textwrap import wrap
from typing import NamedTuple

from civalue_build.model.appraisal import Undefined
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.charts.model import Bar, Chart, Part

TRACK = 0.63
"""The share of the width that bars may take; the numbers stand in the rest."""
LABEL = 40
"""Letters that fit beside each other at 320 pixels."""
LINE, BAR, GAP, GROUP_GAP, LEGEND = 18, 18, 10, 14, 26

CLAIMED, CORRECTED, AGAINST, SUM = "#12436D", "#28A197", "#F46A25", "#801650"
_PARTS = {
    Part.COST: AGAINST,
    Part.LOSS: AGAINST,
    Part.GAIN: CLAIMED,
    Part.TOTAL: SUM,
    Part.CORRECTED: SUM,
}
SERIES = (CLAIMED, CORRECTED)
NEUTRAL = "#4C6272"
"""In a legend, where colour says something else than which series it is."""


class Text(NamedTuple):
    """Words at the left edge; `y` is their base line. `strong` heads a group or a sum."""

    words: str
    y: float
    strong: bool = False
    quiet: bool = False


class Block(NamedTuple):
    """One bar from `start` to `end` in money, its middle at `y`, with its number in words."""

    start: float
    end: float
    y: float
    colour: str
    label: str
    shown: str
    series: int = 0
    hollow: bool = False


@record
class Geometry:
    """A chart laid out. `low` and `high` are the ends of its scale, in money.

    `top` is the room above it for naming its series.
    """

    texts: tuple[Text, ...]
    blocks: tuple[Block, ...]
    height: float
    low: float
    high: float
    top: float = 0

    def across(self, amount: float) -> float:
        """Return where an amount stands, as a share of the width."""
        return (amount - self.low) / ((self.high - self.low) or 1.0) * TRACK


def geometry(chart: Chart) -> Geometry:
    """Lay a chart out, rows from top to bottom."""
    texts: list[Text] = []
    blocks: list[Block] = []
    y, group, reached = 0.0, "", 0.0
    for bar in chart.bars:
        if bar.group and bar.group != group:
            y += GROUP_GAP if group else 0
            texts += _lines(bar.group, y, strong=True)
            y, group = texts[-1].y + GAP, bar.group
        is_sum = bar.part is not None and bar.part.is_sum
        words = _lines(bar.label, y, strong=is_sum)
        reasons = _lines("; ".join(_reasons(bar)), words[-1].y + 4, quiet=True)
        texts += [*words, *reasons]
        y = texts[-1].y + 5
        start = reached if chart.is_waterfall and not is_sum else chart.start
        placed = _blocks(bar, chart, start, y)
        blocks += placed
        reached = placed[-1].end if placed else reached
        y += BAR * len(placed) + GAP
    edges = [0.0, chart.even or 0.0, *(e for block in blocks for e in (block.start, block.end))]
    return Geometry(
        texts=tuple(texts),
        blocks=tuple(blocks),
        height=y,
        low=min(edges),
        high=max(edges),
        top=LEGEND * len(chart.series) if len(chart.series) > 1 else 0,
    )


def colour_of(chart: Chart, bar: Bar, series: int, value: float) -> str:
    """Return the colour of a bar."""
    if chart.is_signed:
        return sign_colour(value)
    return _PARTS[bar.part] if bar.part else SERIES[series % len(SERIES)]


def sign_colour(value: float) -> str:
    """Return the colour of a gain, of a cost, or of neither."""
    pounds = round(value)
    return CLAIMED if pounds > 0 else AGAINST if pounds < 0 else NEUTRAL


def legend_colour(chart: Chart, series: int) -> str:
    """Return the colour that stands for a series in the legend."""
    return NEUTRAL if chart.is_signed else SERIES[series % len(SERIES)]


def _blocks(bar: Bar, chart: Chart, start: float, y: float) -> Sequence[Block]:
    shown = [(i, v) for i, v in enumerate(bar.values) if not isinstance(v, Undefined)]
    return [
        Block(
            start=start,
            end=value + (start if chart.is_waterfall else 0.0),
            y=y + BAR * row + BAR / 2,
            colour=colour_of(chart, bar, series, value),
            label=bar.label if not bar.group else f"{bar.group}, {bar.label}",
            shown=chart.shown(value),
            series=series,
            hollow=series > 0 or bar.part is Part.CORRECTED,
        )
        for row, (series, value) in enumerate(shown)
    ]


def _reasons(bar: Bar) -> Sequence[str]:
    return list(
        dict.fromkeys(wording.brief(v, str) for v in bar.values if isinstance(v, Undefined))
    )


def _lines(words: str, y: float, *, strong: bool = False, quiet: bool = False) -> list[Text]:
    return [
        Text(words=line, y=y + LINE * (number + 1) - 4, strong=strong, quiet=quiet)
        for number, line in enumerate(_wrapped(words))
    ]


@lru_cache(maxsize=1024)
def _wrapped(words: str) -> Sequence[str]:
    fits = 0 < len(words) <= LABEL and words.isprintable() and words == words.strip()
    return (words,) if fits else tuple(wrap(words, LABEL))
