"""The still drawing of a series: SVG that keeps its text and stretches its lines."""

from collections.abc import Iterator

from markupsafe import Markup

from civalue_build.present.charts.drawing import EDGE, HEAD, INK, QUIET, STRONG
from civalue_build.present.charts.series.layout import HEIGHT, ROW, Flag, Label, Layout
from civalue_build.present.charts.series.lines import BAND, lines, stretched
from civalue_build.present.charts.series.model import SeriesChart
from civalue_build.present.charts.series.shapes import shapes
from civalue_build.present.charts.series.table import spoken
from civalue_build.present.charts.svg import escaped, line, rect, share, size, together, words

GRID = "#D8DDE0"
SMALL = 'font-size="13"'


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
    places = (
        (point.reads, share(plan.across(point)), plan.down(point.value))
        for point in series.points
        if point.value is not None
    )
    yield shapes(places, series.grain)
    said = "".join(map(_label, plan.labels))
    yield f'<svg x="100%" overflow="visible" fill="{INK}" {EDGE}>{said}</svg>'
    letters = (_letter(flag, plan) for flag in plan.flags)
    yield together(letters, f'fill="{INK}" {EDGE}{STRONG} text-anchor="middle"')
    yield "</g></svg>"


def _label(label: Label) -> str:
    return words(label.words, "6", label.down + 5, STRONG if label.kind == "middle" else "")


def _ground(series: SeriesChart, plan: Layout) -> Iterator[str]:
    if plan.baseline:
        start, end = plan.baseline
        yield rect(share(start), 0, share(end - start), HEIGHT, f'fill="{BAND}"')
    downs = {value: plan.down(value) for value in plan.scale.ticks}
    yield together(map(_level, downs.values()), f'stroke="{GRID}"')
    numbers = (words(series.tick(v), "-6", y + 4, SMALL) for v, y in downs.items())
    yield together(numbers, f'fill="{QUIET}" text-anchor="end"')
    ticks = [(share(plan.dates.across(tick.day)), tick.words) for tick in plan.dates.ticks()]
    yield together((line(x, (HEIGHT, HEIGHT + 5)) for x, _ in ticks), f'stroke="{QUIET}"')
    days = (words(said, x, HEIGHT + 20, SMALL) for x, said in ticks)
    yield together(days, f'fill="{QUIET}" text-anchor="middle"')


def _level(y: float) -> str:
    return f'<line x1="0" x2="100%" y1="{size(y)}" y2="{size(y)}"/>'


def _flag_line(flag: Flag, plan: Layout) -> str:
    dashes = {"change": "", "rebase": ' stroke-dasharray="5 4"', "note": ' stroke-dasharray="1 4"'}
    start = -plan.top + ROW * (flag.row + 1)
    return line(share(flag.across), (start, HEIGHT), f'stroke="{INK}"{dashes[flag.mark.kind]}')


def _letter(flag: Flag, plan: Layout) -> str:
    return words(flag.letter, share(flag.across), ROW * flag.row + 14 - plan.top)
