"""Small drawings of a series: one of many on one axis of dates, and one in a line of text."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from civalue_build.model.card import Trend
from civalue_build.model.charts import ChartPoint
from civalue_build.present import wording
from civalue_build.present.charts.series.dates import Dates
from civalue_build.present.charts.series.layout import unbroken
from civalue_build.present.charts.series.lines import LIMIT, path, stretched
from civalue_build.present.charts.series.model import FEW, TOO_FEW, SeriesChart, day_of
from civalue_build.present.charts.series.scale import Scale, scale
from civalue_build.present.charts.series.shapes import INK, PLAIN, shape
from civalue_build.present.charts.svg import escaped, share, size

HEIGHT, PAD = 72.0, 8.0
SPARK_WIDTH, SPARK_HEIGHT = 96, 26
GRAIN = 0.55
"""The size of a point of a signal, with 1 for that in a large drawing."""


def small_drawing(series: SeriesChart, dates: Dates) -> Markup:
    """Return a series without words on an axis of dates that it shares with others.

    Its name is the series' message; the words beside it say the rest.
    """
    return Markup("".join(_parts(series, dates)))  # noqa: S704 its words are escaped


def _parts(series: SeriesChart, dates: Dates) -> Iterator[str]:
    yield (
        f'<svg class="cv-drawing cv-small" width="100%" height="{size(HEIGHT)}" role="img" '
        f'aria-labelledby="{series.id}-small"><title id="{series.id}-small">'
        f"{escaped(series.title)}</title>"
    )
    axis = _scale(series)
    yield stretched(HEIGHT, _lines(series, dates, axis))
    for point in series.points:
        if point.reads and point.value is not None:
            x, y = share(_across(dates, point)), _down(axis, point.value)
            yield shape(point.reads, x, y, grain=GRAIN)
    yield "</svg>"


def _lines(series: SeriesChart, dates: Dates, axis: Scale) -> Iterator[str]:
    for segment in series.segments:
        ends = [dates.across(day_of(end)) for end in (segment.start, segment.end or segment.start)]
        own = [(value, INK, "") for value in (segment.mean,)]
        own += [
            (v, LIMIT, ' stroke-dasharray="3 3"') for v in series.limits(segment) if v is not None
        ]
        for value, colour, dashes in own:
            level = _down(axis, value)
            yield path([(x, level) for x in ends], f'stroke="{colour}"{dashes}')
    for mark in series.marks:
        across = dates.across(day_of(mark.date))
        if mark.kind == "change" and 0 <= across <= 1:
            yield path([(across, 0), (across, HEIGHT)], f'stroke="{INK}" stroke-dasharray="2 2"')
    for stretch in unbroken(series.points):
        places = [(_across(dates, p), _down(axis, p.value)) for p in stretch if p.value is not None]
        yield path(places, f'stroke="{PLAIN}" stroke-width="1.5"')


def _across(dates: Dates, point: ChartPoint) -> float:
    return dates.across(day_of(point.date))


def _scale(series: SeriesChart) -> Scale:
    limits = (v for s in series.segments for v in (s.mean, *series.limits(s)))
    return scale((*series.values(), *(v for v in limits if v is not None)))


def _down(axis: Scale, value: float) -> float:
    return PAD + axis.down(value) * (HEIGHT - 2 * PAD)


def sparkline(trend: Trend) -> Markup:
    """Return a trend as a line of fixed size, without words: those beside it say what it shows."""
    first, last = trend.values[0][0], trend.values[-1][0]
    known = [value for _, value in trend.values if value is not None]
    low, high = min(known), max(known)
    width, height = SPARK_WIDTH - 10, SPARK_HEIGHT - 10
    across = width / ((last - first) or 1)
    rise = height / ((high - low) or 1)
    places = [
        None if value is None else (5 + (day - first) * across, 5 + (high - value) * rise)
        for day, value in trend.values
    ]
    box = f'width="{SPARK_WIDTH}" height="{SPARK_HEIGHT}"'
    drawn = "".join(_stroke(stretch) for stretch in _stretches(places))
    end = next(place for place in reversed(places) if place)
    dot = shape(trend.reads, size(end[0]), end[1])
    head = f'<svg class="cv-spark" {box} aria-hidden="true" focusable="false">'
    return Markup(f"{head}{drawn}{dot}</svg>")  # noqa: S704 nothing but numbers


def latest_in_words(trend: Trend) -> str:
    """Return what the latest point says; of few points that none is a signal says nothing."""
    known = sum(value is not None for _, value in trend.values)
    if known < FEW and trend.reads is None:
        return TOO_FEW
    return wording.label(trend.variation)


_Place = tuple[float, float]


def _stretches(places: Iterable[_Place | None]) -> Iterator[list[_Place]]:
    stretch: list[_Place] = []
    for place in (*places, None):
        if place:
            stretch.append(place)
        elif stretch:
            yield stretch
            stretch = []


def _stroke(places: Sequence[_Place]) -> str:
    steps = "L".join(f"{size(round(x, 1))} {size(round(y, 1))}" for x, y in places)
    return f'<path d="M{steps}" fill="none" stroke="{PLAIN}" stroke-width="1.5" />'
