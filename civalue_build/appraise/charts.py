"""The control chart or run chart of each measure that has a series."""

from collections.abc import Iterator

from civalue_build.appraise.crossings import crossings
from civalue_build.appraise.limits import FIRM
from civalue_build.appraise.signals import Found
from civalue_build.appraise.standing import assurance, variation
from civalue_build.appraise.stretches import Points, Stretch, points_of, reads, stretches
from civalue_build.model.case import Case
from civalue_build.model.charts import ChartPoint, MeasureChart, Segment
from civalue_build.model.enums import Chart
from civalue_build.model.measures import Measure, SeriesPoint

FEWEST = 2
"""Points of a chart: one point is no series."""


def charts(case: Case) -> tuple[MeasureChart, ...]:
    """Return one chart for each measure with at least two points that have a value."""
    series = ((measure, points_of(case, measure)) for measure in case.measures)
    return tuple(
        chart(measure, points)
        for measure, points in series
        if sum(point.value is not None for point in points) >= FEWEST
    )


def chart(measure: Measure, points: Points) -> MeasureChart:
    """Return the chart of points in order of date, of which at least one has a value.

    Missing values stay in it as points without one; moving ranges and rules pass over them.
    Raises ValueError where a value is not finite.
    """
    parts = stretches(measure, points)
    found = [part.fit.signals() for part in parts]
    segments = tuple(_segment(part) for part in parts)
    return MeasureChart(
        id=measure.id,
        chart=parts[0].chart,
        asked=measure.chart,
        segments=segments,
        points=tuple(
            point for place, part in enumerate(parts) for point in _drawn(part, found[place], place)
        ),
        variation=variation(measure.better, found[-1][-1]),
        assurance=assurance(measure, segments[-1]),
    )


def _segment(part: Stretch) -> Segment:
    fit, known = part.fit, part.known
    lower, upper = fit.ends[-1] if fit.ends else (None, None)
    is_run = part.chart is Chart.RUN
    return Segment(
        start=known[0].date,
        end=known[-1].date,
        n=len(known),
        mean=fit.centre,
        lower=lower,
        upper=upper,
        base=fit.base,
        provisional=not is_run and fit.base < FIRM,
        cause=part.cause,
        crossings=crossings(fit.shown, fit.centre) if is_run else None,
    )


def _drawn(part: Stretch, found: list[Found], place: int) -> Iterator[ChartPoint]:
    at = 0
    for point in part.points:
        if point.value is None:
            yield ChartPoint(
                date=point.date,
                value=None,
                denominator=point.denominator,
                note=point.note or "",
                segment=place,
            )
        else:
            yield _point(part, point, found[at], at, place)
            at += 1


def _point(part: Stretch, point: SeriesPoint, found: Found, at: int, place: int) -> ChartPoint:
    has_own = part.chart is Chart.RATE and bool(part.fit.ends)
    lower, upper = part.fit.ends[at] if has_own else (None, None)
    return ChartPoint(
        date=point.date,
        value=point.value,
        signal=found[0] if found else None,
        reads=reads(part.measure.better, found[1]) if found else None,
        lower=lower,
        upper=upper,
        denominator=point.denominator,
        note=point.note or "",
        segment=place,
    )
