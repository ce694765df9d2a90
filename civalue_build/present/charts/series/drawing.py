"""The still drawing of a series: SVG that keeps its text and stretches its lines."""

from collections.abc import Iterator

from markupsafe import Markup

from civalue_build.present.charts.drawing import EDGE, HEAD, INK, QUIET, STRONG
from civalue_build.present.charts.series.layout import HEIGHT, ROW, Flag, Layout
from civalue_build.present.charts.series.lines import BAND, lines, stretched
from civalue_build.present.charts.series.model import SeriesChart
from civalue_build.present.charts.series.shapes import shape
from civalue_build.present.charts.series.table import spoken
from civalue_build.present.charts.svg import escaped, line, rect, share, size, words

GRID = "#D8DDE0"
SMALL = ' font-size="13"'


def drawing(series: SeriesChart, plan: Layout) -> Markup:
    """Return a series that is laid out as an SVG element with a name and a description.

    Labels stand to the left and right of it, in room that its page leaves.
    """
    return Markup("".join(_parts(series, plan)))  # noqa: S704 its words are escaped


def _parts(series: SeriesChart, plan: Layout) -> Iterator[str]:
    head = HEAD.format(
        height=size(plan.height),
        id=series.id,
        title=escaped(series.title),
        spoken=escaped(spoken(series)),
    )
    yield head.replace('class="cv-drawing"', 'class="cv-drawing cv-series"')
    yield f'<g transform="translate(0 {size(plan.top)})">'
    yield from _ground(series, plan)
    for flag in plan.flags:
        yield _flag_line(flag, plan)
    yield stretched(HEIGHT, lines(series, plan))
    for point in series.points:
        if point.value is not None:
            yield shape(point.reads, share(plan.across(point)), plan.down(point.value))
    for label in plan.labels:
        look = f'fill="{INK}" {EDGE}{STRONG if label.kind == "middle" else ""}'
        said = words(label.words, "6", label.down + 5, look)
        yield f'<svg x="100%" overflow="visible">{said}</svg>'
    for flag in plan.flags:
        yield _letter(flag, plan)
    yield "</g></svg>"


def _ground(series: SeriesChart, plan: Layout) -> Iterator[str]:
    if plan.baseline:
        start, end = plan.baseline
        yield rect(share(start), 0, share(end - start), HEIGHT, f'fill="{BAND}"')
    for value in plan.scale.ticks:
        y = plan.down(value)
        yield f'<line x1="0" x2="100%" y1="{size(y)}" y2="{size(y)}" stroke="{GRID}" />'
        look = f'fill="{QUIET}" text-anchor="end"{SMALL}'
        yield words(series.tick(value), "-6", y + 4, look)
    for tick in plan.dates.ticks():
        x = share(plan.dates.across(tick.day))
        yield line(x, (HEIGHT, HEIGHT + 5), f'stroke="{QUIET}"')
        look = f'fill="{QUIET}" text-anchor="middle"{SMALL}'
        yield words(tick.words, x, HEIGHT + 20, look)


def _flag_line(flag: Flag, plan: Layout) -> str:
    dashes = {"change": "", "rebase": ' stroke-dasharray="5 4"', "note": ' stroke-dasharray="1 4"'}
    start = -plan.top + ROW * (flag.row + 1)
    return line(share(flag.across), (start, HEIGHT), f'stroke="{INK}"{dashes[flag.mark.kind]}')


def _letter(flag: Flag, plan: Layout) -> str:
    look = f'fill="{INK}" {EDGE}{STRONG} text-anchor="middle"'
    return words(flag.letter, share(flag.across), ROW * flag.row + 14 - plan.top, look)
