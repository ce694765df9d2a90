"""Lines of a drawing that stretch with the page, while their strokes stay as thin as they are."""

from collections.abc import Iterable, Iterator

from civalue_build.model.charts import ChartPoint, Segment
from civalue_build.present.charts.series.layout import Layout
from civalue_build.present.charts.series.model import SeriesChart, day_of
from civalue_build.present.charts.series.shapes import INK, PLAIN
from civalue_build.present.charts.svg import size

WIDE = 1000
"""The width on which lines are laid out; it is stretched to that of the page."""
LIMIT, TARGET, BAND = "#768692", "#28A197", "#F0F4F5"
DASHED = ' stroke-dasharray="6 5"'
Place = tuple[float, float]


def stretched(height: float, lines: Iterable[str]) -> str:
    """Return lines as a drawing that takes the whole width."""
    box = f'width="100%" height="{size(height)}" viewBox="0 0 {WIDE} {size(height)}"'
    return f'<svg {box} preserveAspectRatio="none" fill="none">{"".join(lines)}</svg>'


def path(places: Iterable[Place], look: str) -> str:
    """Return one line; each place is a share of the width, and pixels from the top."""
    steps = "L".join(f"{size(round(WIDE * x, 1))} {size(round(y, 1))}" for x, y in places)
    return f'<path d="M{steps}" vector-effect="non-scaling-stroke" {look} />'


def lines(series: SeriesChart, plan: Layout) -> Iterator[str]:
    """Give the lines of a series from back to front: limits, target, middle, values."""
    segments = series.segments
    for number, segment in enumerate(segments):
        reach = _reach(segment, plan, is_last=segment is segments[-1])
        dashes = DASHED if segment.provisional else ""
        for way in _limits(series, segment, number, plan, reach):
            yield path(way, f'stroke="{LIMIT}" stroke-width="1.5"{dashes}')
        level = plan.down(segment.mean)
        yield path(((reach[0], level), (reach[1], level)), f'stroke="{INK}" stroke-width="1.5"')
    if series.target is not None:
        level = plan.down(series.target)
        look = f'stroke="{TARGET}" stroke-width="2.5" stroke-dasharray="2 3"'
        yield path(((0, level), (1, level)), look)
    for stretch in plan.stretches:
        if len(stretch) > 1:
            places = ((plan.across(p), plan.down(p.value)) for p in stretch if p.value is not None)
            yield path(places, f'stroke="{PLAIN}" stroke-width="1.5"')


def _reach(segment: Segment, plan: Layout, *, is_last: bool) -> Place:
    start = plan.dates.across(day_of(segment.start))
    end = plan.dates.across(day_of(segment.end or segment.start))
    return start, 1.0 if is_last else max(end, start + 0.01)


def _limits(
    series: SeriesChart, segment: Segment, number: int, plan: Layout, reach: Place
) -> Iterator[list[Place]]:
    own = [p for p in series.points if p.segment == number and p.upper is not None]
    if own:
        yield from _own_limits(series, own, plan)
        return
    for limit in series.limits(segment):
        if limit is not None:
            level = plan.down(limit)
            yield [(reach[0], level), (reach[1], level)]


def _own_limits(
    series: SeriesChart, points: list[ChartPoint], plan: Layout
) -> Iterator[list[Place]]:
    low = [(plan.across(p), plan.down(p.lower)) for p in points if p.lower is not None]
    high = [(plan.across(p), plan.down(p.upper)) for p in points if p.upper is not None]
    if not any(series.is_below(point.lower) for point in points):
        yield low
    if not any(series.is_above(point.upper) for point in points):
        yield high
