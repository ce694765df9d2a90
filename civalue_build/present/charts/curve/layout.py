"""Where the lines of a curve stand: across as a share of the horizon, down in pixels."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.charts.geometry import SERIES
from civalue_build.present.charts.model import Chart
from civalue_build.present.charts.series.dates import Dates
from civalue_build.present.charts.series.scale import Scale, scale

HEIGHT, TOP, FOOT = 200, 30, 28
"""Pixels: of the plot, of the room above it for the unit, of the axis below it."""
APART = 36
"""Pixels that a name and an amount below it need."""
MONTHS = 2
"""Up to so many years, the axis counts months."""
MOST = 6
"""About how many years stand on the axis: more do not fit at 320 pixels."""
LATE = 0.55
"""From here on, words right of a mark would reach the labels of the lines."""
_SIZES = ((2e9, 1e9, "billion"), (2e6, 1e6, "million"), (2e3, 1e3, "thousand"))


class Tick(NamedTuple):
    """A moment with its words below the axis."""

    across: float
    words: str


class Crossing(NamedTuple):
    """Where a line gets to nothing for good: its words are `shift` pixels off the mark."""

    across: float
    words: str
    anchor: str
    shift: tuple[float, float]


class Line(NamedTuple):
    """One series: places as (share of the horizon, amount), and its label at the right."""

    name: str
    shown: str
    colour: str
    places: tuple[tuple[float, float], ...]
    down: float
    crossing: Crossing | None


@record
class Curve:
    """A curve laid out; amounts on its axis are in `size` pounds, which is what `unit` says."""

    lines: tuple[Line, ...]
    scale: Scale
    horizon: float
    ticks: tuple[Tick, ...]
    axis: str
    unit: str
    size: float

    @property
    def height(self) -> float:
        """The whole height in pixels."""
        return TOP + HEIGHT + FOOT

    def down(self, amount: float) -> float:
        """Return where an amount stands, in pixels from the top of the plot."""
        return self.scale.down(amount / self.size) * HEIGHT

    def level(self, tick: float) -> str:
        """Return a number of the axis."""
        return wording.exact(tick)


def curve(chart: Chart) -> Curve:
    """Lay a chart out whose rows are moments, with an amount for each series."""
    known = [v for v in chart.figures() if not isinstance(v, Undefined)]
    size, unit = _size(max(map(abs, known), default=0.0))
    axis = scale((0.0, *(value / size for value in known)))
    horizon = max(chart.times, default=1.0)
    paths = [tuple(_places(chart, at, horizon)) for at in range(len(chart.series))]
    ends = [axis.down(path[-1][1] / size) * HEIGHT for path in paths]
    return Curve(
        lines=tuple(
            Line(
                name=name,
                shown=chart.shown(path[-1][1]),
                colour=SERIES[at],
                places=path,
                down=down,
                crossing=_crossing(chart.crosses, at, horizon),
            )
            for at, (name, path, down) in enumerate(
                zip(chart.series, paths, _apart(ends), strict=True)
            )
        ),
        scale=axis,
        horizon=horizon,
        ticks=tuple(_ticks(horizon) if chart.since is None else _dates(chart.since, horizon)),
        axis=_axis(horizon) if chart.since is None else "",
        unit=f"{wording.money(0, chart.currency).removesuffix('0').strip()} {unit}".strip(),
        size=size,
    )


def _size(largest: float) -> tuple[float, str]:
    return next(((size, name) for least, size, name in _SIZES if largest >= least), (1.0, ""))


def _places(chart: Chart, series: int, horizon: float) -> Iterator[tuple[float, float]]:
    """Give each moment in order; a line starts at nothing, before any cost."""
    yield 0.0, 0.0
    for bar, time in zip(chart.bars, chart.times, strict=True):
        value = bar.values[series]
        if not isinstance(value, Undefined):
            yield time / horizon, value


def _apart(ends: Sequence[float]) -> list[float]:
    """Keep labels beside the plot, clear of the axis below it, and push two that meet apart."""
    low, high = APART / 2, HEIGHT - APART / 2
    beside = [min(end, high) for end in ends]
    if len(beside) < 2 or abs(beside[0] - beside[1]) >= APART:
        return beside
    middle = min(max(sum(beside) / 2, low), high - APART / 2)
    below = 1 if ends[0] > ends[1] else -1
    return [middle + below * APART / 2, middle - below * APART / 2]


def _crossing(crosses: Sequence[Figure], series: int, horizon: float) -> Crossing | None:
    """Place the words beside a crossing: below it to the right, or above where it is late."""
    cross = crosses[series] if series < len(crosses) else None
    if cross is None or isinstance(cross, Undefined) or cross <= 0:
        return None
    words, across = wording.duration(cross), cross / horizon
    if series == 0 and across > LATE:
        return Crossing(across, words, "end", (-6, -8))
    first = crosses[0]
    both_below = series and not isinstance(first, Undefined) and 0 < first <= LATE * horizon
    down = 34 if both_below else 18
    return Crossing(across, words, *(("end", (0, down)) if across > LATE else ("start", (6, down))))


def _ticks(horizon: float) -> Iterator[Tick]:
    parts, each = (horizon * 12, 3 * ceil(horizon)) if horizon <= MONTHS else (horizon, 1)
    step = max(each, ceil(parts / MOST))
    for at in range(0, int(parts) + 1, step):
        yield Tick(at / parts, str(at))


def _dates(since: int, horizon: float) -> Iterator[Tick]:
    """Give months by name, as many as stand side by side on a phone."""
    months = max(1, round(12 * horizon))
    ends = (date(at // 12, at % 12 + 1, 1).toordinal() for at in (since, since + months))
    for tick in Dates(*ends).ticks():
        day = date.fromordinal(tick.day)
        yield Tick((day.year * 12 + day.month - 1 - since) / months, tick.words)


def _axis(horizon: float) -> str:
    return "months" if horizon <= MONTHS else "years"
