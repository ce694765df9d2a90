"""The still drawing of a chart: SVG that needs no script and no style of its page."""

from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup

from civalue_build.present.charts.geometry import (
    BAR,
    LEGEND,
    LINE,
    Block,
    Geometry,
    Text,
    legend_colour,
)
from civalue_build.present.charts.model import Chart
from civalue_build.present.charts.svg import escaped, line, rect, share, size, together, words
from civalue_build.present.charts.table import spoken

INK, QUIET, RULE = "#212B32", "#4C6272", "#768692"
EDGE = 'stroke="#FFFFFF" stroke-width="4" paint-order="stroke"'
STRONG = ' font-weight="700"'
ZERO = f'stroke="{RULE}" stroke-width="1"'
JOIN = f'stroke="{RULE}" stroke-dasharray="2 3"'
EVEN = f'stroke="{INK}" stroke-dasharray="4 3"'
HEAD = (
    '<svg class="cv-drawing" xmlns="http://www.w3.org/2000/svg" width="100%" height="{height}" '
    'role="img" aria-labelledby="{id}-name {id}-words" '
    'font-family="Arial, Helvetica, sans-serif" font-size="14">'
    '<title id="{id}-name">{title}</title><desc id="{id}-words">{spoken}</desc>'
)


def drawing(chart: Chart, plan: Geometry) -> Markup:
    """Return a chart that is laid out as an SVG element with a name and a description."""
    return Markup("".join(_parts(chart, plan)))  # noqa: S704 its words are escaped


def head(chart: Chart, height: float, more: str = "") -> str:
    """Return the start of a drawing; `more` is a second class for its style."""
    start = HEAD.format(
        height=size(height), id=chart.id, title=escaped(chart.title), spoken=escaped(spoken(chart))
    )
    return start.replace('"cv-drawing"', f'"cv-drawing {more}"', 1) if more else start


def _parts(chart: Chart, plan: Geometry) -> Iterator[str]:
    yield head(chart, plan.height + plan.top)
    if plan.top:
        yield from legend(chart)
    yield f'<g transform="translate(0 {plan.top})">'
    if chart.is_waterfall:
        yield from _joins(plan)
    zero = share(plan.across(0))
    ends = ((block.y - BAR / 2, block.y + BAR / 2) for block in plan.blocks)
    yield together((line(zero, pair) for pair in ends), ZERO)
    if chart.even is not None:
        at = share(plan.across(chart.even))
        reach = ((block.y - BAR / 2, block.y + BAR / 2) for block in plan.blocks)
        yield together((line(at, pair) for pair in reach), EVEN)
    for block in plan.blocks:
        yield _bar(plan, block)
    yield together(map(_shown, plan.blocks), f'fill="{INK}" {EDGE}{STRONG}')
    yield together(map(_text, plan.texts), EDGE)
    yield "</g></svg>"


def legend(chart: Chart) -> Iterator[str]:
    """Give the series of a chart by name, one below the other from its top."""
    for series, name in enumerate(chart.series):
        y = LEGEND * series + 4
        yield rect("1", y, "26", BAR - 4, look(legend_colour(chart, series), hollow=series > 0))
        yield words(name, "36", y + 12, f'fill="{INK}" {EDGE}')


def _bar(plan: Geometry, block: Block) -> str:
    left, right = sorted((plan.across(block.start), plan.across(block.end)))
    width = share(max(right - left, 0.003))
    fill = look(block.colour, hollow=block.hollow)
    return rect(share(left), block.y - BAR / 2 + 2, width, BAR - 4, fill)


def _shown(block: Block) -> str:
    return words(block.shown, "100%", block.y + LINE / 2 - 4, 'text-anchor="end"')


def _text(text: Text) -> str:
    fill = QUIET if text.quiet else INK
    return words(text.words, "0", text.y, f'fill="{fill}"{STRONG if text.strong else ""}')


def look(colour: str, *, hollow: bool) -> str:
    """Return the fill of a bar, or the frame of a hollow one."""
    return f'fill="#FFFFFF" stroke="{colour}" stroke-width="2"' if hollow else f'fill="{colour}"'


def _joins(plan: Geometry) -> Iterator[str]:
    """Join each bar of a waterfall to the next, so that the eye can follow the sum."""
    for above, below in pairwise(plan.blocks):
        if above.end in (below.start, below.end):
            yield line(share(plan.across(above.end)), (above.y + 7, below.y - 7), JOIN)
