"""The control chart or run chart of each measure that has a series."""

from collections.abc import Sequence

from civalue_build.appraise.limits import centre, limits
from civalue_build.appraise.signals import Found, run_signals, xmr_signals
from civalue_build.model.case import Case
from civalue_build.model.charts import ChartPoint, MeasureChart, Segment
from civalue_build.model.enums import Assurance, Better, Chart, Reading
from civalue_build.model.estimate import PartialDate
from civalue_build.model.measures import Measure, SeriesPoint

Point = tuple[PartialDate, float]


def charts(case: Case) -> tuple[MeasureChart, ...]:
    """Return one chart for each measure with at least two points; missing values are gaps."""
    made: list[MeasureChart] = []
    for measure in case.measures:
        points = _known(case.series.get(measure.id, measure.points))
        if len(points) >= 2:
            made.append(chart(measure, points))
    return tuple(made)


def chart(measure: Measure, points: Sequence[Point]) -> MeasureChart:
    """Return the chart of points in order of date, in segments that only a stated cause starts."""
    segments: list[Segment] = []
    drawn: list[ChartPoint] = []
    for index, stretch in enumerate(_stretches(measure, points)):
        baseline = _baseline(measure, stretch) if index == 0 else stretch
        segment, signals = _segment(measure, stretch, [value for _, value in baseline])
        segments.append(segment)
        drawn += [
            ChartPoint(
                date=date,
                value=value,
                signal=found[0] if found else None,
                reads=_reads(measure.better, found[1]) if found else None,
            )
            for (date, value), found in zip(stretch, signals, strict=True)
        ]
    return MeasureChart(
        id=measure.id,
        chart=measure.chart,
        segments=tuple(segments),
        points=tuple(drawn),
        assurance=_assurance(measure, segments[-1]),
    )


def _known(points: Sequence[SeriesPoint]) -> list[Point]:
    known = [(p.date, p.value) for p in points if p.value is not None]
    return sorted(known, key=lambda point: point[0].first_day)


def _stretches(measure: Measure, points: Sequence[Point]) -> list[list[Point]]:
    starts = sorted(rebase.date.first_day for rebase in measure.rebases)
    stretches: list[list[Point]] = [[] for _ in range(len(starts) + 1)]
    for point in points:
        stretches[sum(start <= point[0].first_day for start in starts)].append(point)
    return [stretch for stretch in stretches if stretch]


def _baseline(measure: Measure, stretch: Sequence[Point]) -> Sequence[Point]:
    until = measure.baseline_until
    if until is None:
        return stretch
    return [point for point in stretch if point[0].first_day <= until.last_day] or stretch


def _segment(
    measure: Measure, stretch: Sequence[Point], baseline: Sequence[float]
) -> tuple[Segment, list[Found]]:
    values = [value for _, value in stretch]
    start, count = stretch[0][0], len(values)
    if measure.chart is Chart.RUN:
        middle = centre(baseline)
        return Segment(start=start, n=count, mean=middle), run_signals(values, middle)
    found = limits(baseline)
    segment = Segment(start=start, n=count, mean=found.mean, lower=found.lower, upper=found.upper)
    return segment, xmr_signals(values, found)


def _reads(better: Better, direction: int) -> Reading:
    if better is Better.NEITHER:
        return Reading.NEUTRAL
    good = (direction > 0) == (better is Better.HIGHER)
    return Reading.IMPROVEMENT if good else Reading.CONCERN


def _assurance(measure: Measure, last: Segment) -> Assurance | None:
    if measure.target is None or measure.better is Better.NEITHER:
        return None
    if last.upper is None or last.lower is None:
        return None
    if last.lower <= measure.target <= last.upper:
        return Assurance.HIT_OR_MISS
    beyond = measure.target > last.upper
    return Assurance.FAIL if beyond == (measure.better is Better.HIGHER) else Assurance.PASS
