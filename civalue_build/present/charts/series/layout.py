"""Where everything of a series stands: across as a share of the width, down in pixels."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import multimode
from typing import NamedTuple

from civalue_build.model.charts import ChartPoint, Segment
from civalue_build.model.record import record
from civalue_build.present.charts.series.dates import NARROW, Dates
from civalue_build.present.charts.series.model import Mark, SeriesChart, day_of
from civalue_build.present.charts.series.scale import Scale, scale

HEIGHT, FOOT, ROW, LETTER = 220, 26, 18, 16
"""Pixels: of the plot, of the axis below it, of a row of letters above it, of one letter."""
APART = 17
ROUNDS = 24
"""More than enough for four labels."""
BASELINE = 62
"""Pixels that the word “baseline” needs."""


class Label(NamedTuple):
    """Words at the right of a line; `down` is their middle in pixels."""

    words: str
    down: float
    kind: str


class Flag(NamedTuple):
    """A mark with its letter: where it stands, and in which row above the plot."""

    letter: str
    across: float
    row: int
    mark: Mark


@record
class Layout:
    """A series laid out."""

    dates: Dates
    scale: Scale
    labels: tuple[Label, ...]
    flags: tuple[Flag, ...]
    stretches: tuple[tuple[ChartPoint, ...], ...]
    baseline: tuple[float, float] | None = None

    @property
    def top(self) -> float:
        """The room above the plot, in pixels."""
        return 8 + ROW * (1 + max((flag.row for flag in self.flags), default=-1))

    @property
    def height(self) -> float:
        """The whole height in pixels."""
        return self.top + HEIGHT + FOOT

    def across(self, point: ChartPoint) -> float:
        """Return where a point stands, as a share of the width."""
        return self.dates.across(day_of(point.date))

    def down(self, value: float) -> float:
        """Return where a value stands, in pixels from the top of the plot."""
        return self.scale.down(value) * HEIGHT


def layout(series: SeriesChart) -> Layout:
    """Lay out a series of two known points or more."""
    dates = dates_of(series.points)
    axis = scale(_extent(series))
    return Layout(
        dates=dates,
        scale=axis,
        labels=tuple(_spaced(_labels(series, axis))),
        flags=tuple(_flags(series, dates)),
        stretches=tuple(unbroken(series.points)),
        baseline=_baseline(series, dates),
    )


def dates_of(points: Iterable[ChartPoint]) -> Dates:
    """Return the axis of dates of one point or more."""
    days = [day_of(point.date) for point in points]
    return Dates(min(days), max(days))


def unbroken(points: Iterable[ChartPoint]) -> Iterator[tuple[ChartPoint, ...]]:
    """Give the stretches that are drawn in one line: nothing joins points over a gap.

    A gap is a point without a value, or one that the calendar lets miss: where most points are as
    many months, or days, apart, a longer step is one.
    """
    known = list(points)
    usual = _usual_step(known)
    stretch: list[ChartPoint] = []
    for point in known:
        is_late = bool(stretch and usual and _apart(stretch[-1], point) > usual)
        if (point.value is None or is_late) and stretch:
            yield tuple(stretch)
            stretch = []
        if point.value is not None:
            stretch.append(point)
    if stretch:
        yield tuple(stretch)


def _usual_step(points: list[ChartPoint]) -> int:
    """Return the step of half the points or more; 0 where there is none."""
    steps = [_apart(one, other) for one, other in pairwise(points)]
    usual = min(multimode(steps), default=0)
    return usual if steps.count(usual) * 2 >= len(steps) else 0


def _apart(one: ChartPoint, other: ChartPoint) -> int:
    """Return the days between two points, or the months where their dates have no day."""
    if one.date.day and other.date.day:
        return day_of(other.date) - day_of(one.date)
    first, last = one.date.first_day, other.date.first_day
    return (last[0] - first[0]) * 12 + last[1] - first[1]


def _extent(series: SeriesChart) -> Iterator[float]:
    yield from series.values()
    yield from (segment.mean for segment in series.segments)
    for segment in series.segments:
        yield from (limit for limit in series.limits(segment) if limit is not None)
    if series.target is not None:
        yield series.target


def _labels(series: SeriesChart, axis: Scale) -> Iterator[Label]:
    last: Segment | None = series.segments[-1] if series.segments else None
    low, high = series.limits(last) if last else (None, None)
    named = (
        ("Limit", high, "limit"),
        (series.middle, last.mean if last else None, "middle"),
        ("Limit", low, "limit"),
        ("Target", series.target, "target"),
    )
    for name, value, kind in named:
        if value is not None:
            yield Label(f"{name} {series.shown(value)}", axis.down(value) * HEIGHT, kind)


def _spaced(labels: Iterable[Label]) -> Iterator[Label]:
    """Push labels that would overlap apart, each as little as the other."""
    ordered = sorted(labels, key=lambda label: label.down)
    places = [label.down for label in ordered]
    for _ in range(ROUNDS):
        for at in range(len(places) - 1):
            near = (APART - (places[at + 1] - places[at])) / 2
            if near > 0:
                places[at : at + 2] = places[at] - near, places[at + 1] + near
    for label, place in zip(ordered, places, strict=True):
        yield label._replace(down=place)


def _flags(series: SeriesChart, dates: Dates) -> Iterator[Flag]:
    ends: list[float] = []
    for number, mark in enumerate(series.marks):
        across = min(1.0, max(0.0, dates.across(day_of(mark.date))))
        place = across * NARROW
        row = next((r for r, end in enumerate(ends) if place - end >= LETTER), len(ends))
        ends[row : row + 1] = [place]
        yield Flag(chr(ord("A") + number), across, row, mark)


def _baseline(series: SeriesChart, dates: Dates) -> tuple[float, float] | None:
    first = series.chart.segments[0]
    if series.baseline_until is None or series.is_short or not 2 <= first.base < first.n:
        return None
    known = [point for point in series.points if point.value is not None]
    ends = day_of(known[first.base - 1].date), day_of(known[first.base].date)
    return 0.0, (dates.across(ends[0]) + dates.across(ends[1])) / 2
