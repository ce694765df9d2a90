"""The stretches of a series: each with a fit of its own, and only a stated cause begins one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from civalue_build.appraise.fits import Fit, drawable, fit
from civalue_build.appraise.signals import Found
from civalue_build.model.case import Case
from civalue_build.model.enums import Better, Chart, Reading
from civalue_build.model.estimate import PartialDate
from civalue_build.model.measures import Measure, SeriesPoint

Points = Sequence[SeriesPoint]


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """The points of a measure from one date on, missing ones too; at least one is known."""

    measure: Measure
    chart: Chart
    points: Points
    base: int
    cause: str = ""

    @cached_property
    def known(self) -> Points:
        """The points that have a value."""
        return [point for point in self.points if point.value is not None]

    @cached_property
    def fit(self) -> Fit:
        """Centre, limits and scale. Raises ValueError where a value is not finite."""
        return fit(self.chart, self.known, self.base, screened=self.measure.screen)

    def found_since(self, date: PartialDate) -> Iterator[tuple[SeriesPoint, Found]]:
        """Go through the points on or after a date, with the signals that they make themselves.

        What had begun before is no sign of a change: points of before do not count.
        """
        first = bisect_left(self.known, date.first_day, key=lambda point: point.date.first_day)
        return zip(self.known[first:], self.fit.signals(first), strict=True)


def points_of(case: Case, measure: Measure) -> Points:
    """Return the points of a measure in the order of their dates: its table's, or its own."""
    points = case.series.get(measure.id, measure.points)
    return sorted(points, key=lambda point: point.date.first_day)


def stretches(measure: Measure, points: Points) -> tuple[Stretch, ...]:
    """Return the stretches of points in the order of their dates; those of no value are left out.

    Points of before `baseline_until` set the limits of the first, where there are two or more.
    """
    chart = drawable(measure.chart, points)
    made: list[Stretch] = []
    for cause, own in _parted(measure, points):
        known = sum(point.value is not None for point in own)
        if known:
            base = _base(measure, own) if not made else known
            made.append(
                Stretch(
                    measure=measure,
                    chart=chart,
                    points=own,
                    base=base if base >= 2 else known,
                    cause=cause,
                )
            )
    return tuple(made)


def _parted(measure: Measure, points: Points) -> Iterator[tuple[str, Points]]:
    rebases = sorted(measure.rebases, key=lambda rebase: rebase.date.first_day)
    starts = [
        bisect_left(points, rebase.date.first_day, key=lambda point: point.date.first_day)
        for rebase in rebases
    ]
    parts = (points[a:b] for a, b in pairwise((0, *starts, len(points))))
    return zip(("", *(rebase.cause for rebase in rebases)), parts, strict=True)


def _base(measure: Measure, points: Points) -> int:
    until = measure.baseline_until
    known = [point.date.first_day for point in points if point.value is not None]
    return bisect_right(known, until.last_day) if until else len(known)


def reads(better: Better, direction: int) -> Reading:
    """Return how a change upwards (1) or downwards (−1) reads."""
    if better is Better.NEITHER:
        return Reading.NEUTRAL
    good = (direction > 0) == (better is Better.HIGHER)
    return Reading.IMPROVEMENT if good else Reading.CONCERN
