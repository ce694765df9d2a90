"""The message of a chart in words. It never says more than the points do."""

from collections.abc import Sequence
from itertools import takewhile

from civalue_build.model.charts import ChartPoint, MeasureChart
from civalue_build.model.enums import Better, Chart, Reading, Signal
from civalue_build.model.estimate import PartialDate
from civalue_build.model.measures import Measure
from civalue_build.present import wording
from civalue_build.present.charts.series.model import FEW

_ALONE = (Signal.OUTSIDE_LIMITS, Signal.TWO_OF_THREE)
LONG, LONG_RUN = 7, 5
"""Points of a trend on a control chart and on a run chart."""


def message(measure: Measure, chart: MeasureChart) -> str:
    """Return what a chart shows: `Ulcers: fell after June 2023 and stayed down`."""
    known = [point for point in chart.points if point.value is not None]
    began = measure.change_on
    before = [p for p in known if began is None or p.date.first_day < began.first_day]
    if began is None or not before:
        return f"{measure.label}: {_by_itself(chart, known)}"
    return f"{measure.label}: {_after(measure, chart, before, known[len(before) :], began)}"


def _by_itself(chart: MeasureChart, known: Sequence[ChartPoint]) -> str:
    """Return what a series says that has no before and after: how its latest points stand."""
    last = known[-1]
    if last.reads is None:
        is_still = not any(point.reads for point in known)
        return _nothing(len(known), "") if is_still else "signals, but none in the latest point"
    stands = _side(chart, last)
    alike = takewhile(
        lambda point: point.reads is last.reads and _side(chart, point) == stands,
        reversed(known),
    )
    run = list(alike)
    middle = "median" if chart.chart is Chart.RUN else "mean"
    side = f"{'above' if stands > 0 else 'below' if stands else 'on'} its {middle}"
    return f"{side} since {wording.date(run[-1].date)}, a signal of {_kind(last.reads)}"


def _kind(reads: Reading) -> str:
    return "change" if reads is Reading.NEUTRAL else wording.label(reads)


def _after(
    measure: Measure,
    chart: MeasureChart,
    before: Sequence[ChartPoint],
    after: Sequence[ChartPoint],
    began: PartialDate,
) -> str:
    since = f"after {wording.date(began)}"
    found = [point for point in after if point.reads]
    if not found:
        return _nothing(len(after), since)
    if _had_begun(before[-1], after, chart):
        way = _way(measure, chart, [point for point in found if point.reads is found[0].reads])
        if _is_start_alone(before, found[0].reads):
            return f"{way} {since}, but the points since make no signal by themselves"
        return f"{way}, but the signal began before {wording.date(began)}"
    return _moved(measure, chart, before, after[after.index(found[0]) :], began)


def _moved(
    measure: Measure,
    chart: MeasureChart,
    before: Sequence[ChartPoint],
    later: Sequence[ChartPoint],
    began: PartialDate,
) -> str:
    """Return what points say that begin with a signal."""
    first = later[0].reads or Reading.NEUTRAL
    own = [point for point in later if point.reads is first]
    other = next((p.reads for p in later if p.reads and p.reads is not first), None)
    way, since = _way(measure, chart, own), f"after {wording.date(began)}"
    if _is_no_further(before, own, way):
        turned = f"; later a signal of {_kind(other)}" if other else ""
        return f"a signal of {_kind(first)} {since}, as before it{turned}"
    if first is Reading.CONCERN:
        return f"{way} {since}, a signal of concern{'; later an improvement' if other else ''}"
    if other is Reading.CONCERN:
        return f"{way} {since}; a signal of concern came later"
    return f"{way} {since}{_stayed(before, later, way)}"


def _had_begun(last: ChartPoint, after: Sequence[ChartPoint], chart: MeasureChart) -> bool:
    """Whether the first signal after the change goes on from before, and makes none by itself."""
    if last.reads is None or not after or after[0].reads is not last.reads:
        return False
    run = list(takewhile(lambda point: point.reads is last.reads, after))
    alone = any(point.signal in _ALONE for point in run)
    return not alone and len(run) < (LONG_RUN if chart.chart is Chart.RUN else LONG)


def _is_no_further(before: Sequence[ChartPoint], run: Sequence[ChartPoint], way: str) -> bool:
    """Whether a signal stood already before a change, and points went no further that way after."""
    reads = run[0].reads
    stood = list(takewhile(lambda point: point.reads is reads, reversed(before)))
    sign = 1 if way == "rose" else -1
    return bool(stood) and (_mean(run) - _mean(stood)) * sign <= 0


def _mean(points: Sequence[ChartPoint]) -> float:
    return sum(point.value or 0.0 for point in points) / len(points)


def _is_start_alone(before: Sequence[ChartPoint], reads: Reading | None) -> bool:
    """Whether all that a signal has from before a change is the level from which it started."""
    return len(list(takewhile(lambda point: point.reads is reads, reversed(before)))) == 1


def _stayed(before: Sequence[ChartPoint], later: Sequence[ChartPoint], way: str) -> str:
    """Return that it stayed so: every later point is on the far side of the mean of before."""
    values = [point.value for point in before if point.value is not None]
    if not values or len(later) < FEW:
        return ""
    mean = sum(values) / len(values)
    sign = 1 if way == "rose" else -1
    stays = all(point.value is not None and (point.value - mean) * sign > 0 for point in later)
    return f" and stayed {'up' if sign > 0 else 'down'}" if stays else ""


def _way(measure: Measure, chart: MeasureChart, run: Sequence[ChartPoint]) -> str:
    """Return which way points of a signal went: as they read, else by where they stand."""
    reads = run[0].reads
    if measure.better is Better.NEITHER or reads is Reading.NEUTRAL:
        above = sum((point.value or 0.0) - _centre(chart, point) for point in run)
        return "rose" if above > 0 else "fell"
    good = reads is Reading.IMPROVEMENT
    return "rose" if good is (measure.better is Better.HIGHER) else "fell"


def _side(chart: MeasureChart, point: ChartPoint) -> int:
    """Return on which side of its middle a point stands: 1 above, −1 below, 0 on it."""
    apart = (point.value or 0.0) - _centre(chart, point)
    return (apart > 0) - (apart < 0)


def _centre(chart: MeasureChart, point: ChartPoint) -> float:
    return chart.segments[point.segment].mean


def _nothing(points: int, since: str) -> str:
    if points < FEW:
        count = wording.counted(points, "point", "points")
        where = f" from {since.removeprefix('after ')} on" if since else ""
        return f"{count}{where}, too few to tell change from chance"
    return f"no signal of change{f' {since}' if since else ''}"
