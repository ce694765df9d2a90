"""The still drawing of a pyramid: a shape that stretches with the page, words that do not."""

from collections.abc import Iterator

from markupsafe import Markup

from civalue_build.present.charts.drawing import HEAD, INK, STRONG
from civalue_build.present.charts.geometry import CLAIMED
from civalue_build.present.charts.pyramid.layout import BASE, BESIDE, Pyramid, Step
from civalue_build.present.charts.pyramid.model import PyramidChart
from civalue_build.present.charts.series.lines import path, stretched
from civalue_build.present.charts.svg import escaped, share, size, together, words

PAPER, HAIRLINE = "#FFFFFF", "#D8DDE0"
_HEAD = HEAD.replace('"cv-drawing"', '"cv-drawing cv-cells"', 1)


def pyramid_drawing(chart: PyramidChart, plan: Pyramid) -> Markup:
    """Return a pyramid that is laid out as an SVG element with a name and a description."""
    return Markup("".join(_parts(chart, plan)))  # noqa: S704 its words are escaped


def fill_of(step: Step) -> str:
    """Return the colour of a level; one on which nothing stands is a frame."""
    return CLAIMED if step.level.filled else PAPER


def edge_of(step: Step) -> str:
    """Return the colour of the frame of a level."""
    return PAPER if step.level.filled else CLAIMED


def ink_on(step: Step) -> str:
    """Return the colour of the number on a level."""
    return PAPER if step.level.filled else INK


def _parts(chart: PyramidChart, plan: Pyramid) -> Iterator[str]:
    yield _HEAD.format(
        height=size(plan.height),
        id=chart.id,
        title=escaped(chart.title),
        spoken=escaped(chart.spoken),
    )
    yield together(map(_rule, plan.steps[1:]), f'stroke="{HAIRLINE}"')
    yield stretched(plan.height, map(_shape, plan.steps))
    yield together(map(_number, plan.steps), f'text-anchor="middle"{STRONG}')
    lines = [line for step in plan.steps for line in step.lines]
    yield together(
        (words(one.words, share(BESIDE), one.y, STRONG if one.strong else "") for one in lines),
        f'fill="{INK}"',
    )
    yield "</svg>"


def _rule(step: Step) -> str:
    y = size(step.y)
    return f'<line x1="{share(BESIDE)}" x2="100%" y1="{y}" y2="{y}"/>'


def _shape(step: Step) -> str:
    look = f'fill="{fill_of(step)}" stroke="{edge_of(step)}" stroke-width="2"'
    return path(step.corners, look)


def _number(step: Step) -> str:
    look = f'fill="{ink_on(step)}"'
    return words(str(step.level.number), share(BASE / 2), step.middle + 5, look)
