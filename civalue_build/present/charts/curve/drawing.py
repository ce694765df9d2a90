"""The still drawing of a curve: lines that stretch with the page, words that do not."""

from collections.abc import Iterator

from markupsafe import Markup

from civalue_build.present.charts.curve.layout import HEIGHT, TOP, Crossing, Curve, Line
from civalue_build.present.charts.drawing import EDGE, INK, QUIET, STRONG, head
from civalue_build.present.charts.model import Chart
from civalue_build.present.charts.series.lines import path, stretched
from civalue_build.present.charts.svg import line, share, size, together, words

GRID = "#D8DDE0"
SMALL = 'font-size="13"'
DASHES = ("", ' stroke-dasharray="7 4"')
"""By series, since colour alone must not tell them apart."""


def curve_drawing(chart: Chart, plan: Curve) -> Markup:
    """Return a curve that is laid out as an SVG element with a name and a description.

    Labels stand to the left and right of it, in room that its page leaves.
    """
    return Markup("".join(_parts(chart, plan)))  # noqa: S704 its words are escaped


def _parts(chart: Chart, plan: Curve) -> Iterator[str]:
    yield head(chart, plan.height, "cv-series")
    yield words(plan.unit, "-44", 12, f'{SMALL} fill="{QUIET}"')
    yield f'<g transform="translate(0 {TOP})">'
    yield from _ground(plan)
    yield stretched(HEIGHT, (_path(plan, one, at) for at, one in enumerate(plan.lines)))
    yield from (_mark(plan, one, at) for at, one in enumerate(plan.lines) if one.crossing)
    said = (piece for one in plan.lines for piece in _label(one))
    yield f'<svg x="100%" overflow="visible" fill="{INK}" {EDGE}>{"".join(said)}</svg>'
    yield "</g></svg>"


def _ground(plan: Curve) -> Iterator[str]:
    downs = [(tick, plan.scale.down(tick) * HEIGHT) for tick in plan.scale.ticks]
    yield together((_level(y) for _, y in downs), f'stroke="{GRID}"')
    yield together((_level(plan.down(0)),), f'stroke="{INK}" stroke-width="1.5"')
    levels = (words(plan.level(tick), "-6", y + 4, SMALL) for tick, y in downs)
    yield together(levels, f'fill="{QUIET}" text-anchor="end"')
    ticks = [(share(tick.across), tick.words) for tick in plan.ticks]
    yield together((line(x, (HEIGHT, HEIGHT + 5)) for x, _ in ticks), f'stroke="{QUIET}"')
    said = (words(text, x, HEIGHT + 20, SMALL) for x, text in ticks)
    yield together(said, f'fill="{QUIET}" text-anchor="middle"')
    if plan.axis:
        axis = words(plan.axis, "16", HEIGHT + 20, SMALL)
        yield f'<svg x="100%" overflow="visible" fill="{QUIET}">{axis}</svg>'


def _level(y: float) -> str:
    return f'<line x1="0" x2="100%" y1="{size(y)}" y2="{size(y)}"/>'


def _path(plan: Curve, one: Line, series: int) -> str:
    places = ((across, plan.down(amount)) for across, amount in one.places)
    look = f'stroke="{one.colour}" stroke-width="2.5" stroke-linejoin="round"{DASHES[series]}'
    return path(places, look)


def _mark(plan: Curve, one: Line, series: int) -> str:
    at, y = one.crossing, plan.down(0)
    if at is None:
        return ""
    fill = "#FFFFFF" if series else one.colour
    ring = f'fill="{fill}" stroke="{one.colour}" stroke-width="2.5"'
    dot = f'<circle cx="{share(at.across)}" cy="{size(y)}" r="5" {ring}/>'
    return dot + _duration(at, y)


def _duration(at: Crossing, y: float) -> str:
    across, down = at.shift
    style = f'fill="{INK}" {EDGE}{STRONG} text-anchor="{at.anchor}"'
    text = words(at.words, size(across), y + down, style)
    return f'<svg x="{share(at.across)}" overflow="visible">{text}</svg>'


def _label(one: Line) -> Iterator[str]:
    yield words(one.name, "6", one.down - 3)
    yield words(one.shown, "6", one.down + 14, STRONG)
