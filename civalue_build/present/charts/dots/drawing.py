"""The still drawing of a chart of dots."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from civalue_build.present import wording
from civalue_build.present.charts.dots.layout import RADIUS, Bar, DotPlan, Spot, Words
from civalue_build.present.charts.dots.model import DotChart, DotRow
from civalue_build.present.charts.drawing import EDGE, HEAD, INK, RULE, STRONG
from civalue_build.present.charts.geometry import CLAIMED, CORRECTED
from civalue_build.present.charts.svg import escaped, size, words

BAR = 11
"""The height of a bar in pixels."""


def dot_drawing(chart: DotChart, plan: DotPlan) -> Markup:
    """Return a chart that is laid out as an SVG element with a name and a description."""
    head = HEAD.format(
        height=size(plan.height),
        id=chart.id,
        title=escaped(chart.title),
        spoken=escaped(_spoken(chart)),
    )
    return Markup(f"{head}{''.join(_parts(plan))}</svg>")  # noqa: S704 its words are escaped


def _parts(plan: DotPlan) -> Iterator[str]:
    yield from (_rule(y, plan.width) for y in plan.rules)
    yield from map(_bar, plan.bars)
    yield from map(_dot, (*plan.legend, *plan.spots))
    yield from map(_words, plan.words)


def _rule(y: float, width: float) -> str:
    ends = f'x1="0" x2="{size(width)}" y1="{size(y)}" y2="{size(y)}"'
    return f'<line {ends} stroke="{RULE}" stroke-dasharray="4 3" />'


def _words(item: Words) -> str:
    look = f'fill="{INK}" {EDGE if item.edged else ""}{STRONG if item.strong else ""}'
    return words(item.text, size(item.x), item.y, look)


def _dot(spot: Spot) -> str:
    told = f"<title>{escaped(spot.name)}</title>" if spot.name else ""
    radius = RADIUS - 1 if spot.hollow else RADIUS
    place = f'cx="{size(spot.x)}" cy="{size(spot.y)}" r="{radius}"'
    return f"<circle {place} {_look(hollow=spot.hollow)}>{told}</circle>"


def _bar(bar: Bar) -> str:
    place = f'x="1" y="{size(bar.y)}" width="{size(bar.width)}" height="{BAR}"'
    return f"<rect {place} {_look(hollow=bar.hollow)} />"


def _look(*, hollow: bool) -> str:
    edge = f'fill="#FFFFFF" stroke="{CORRECTED}" stroke-width="2"'
    return edge if hollow else f'fill="{CLAIMED}"'


def _spoken(chart: DotChart) -> str:
    rows = (f"{row.label}: {', '.join(_said(row, chart.series))}." for row in chart.rows)
    return " ".join((f"{chart.measure}.", *rows))


def _said(row: DotRow, series: Sequence[str]) -> Iterator[str]:
    for dots, name in zip(row.series, series, strict=False):
        said = f"{wording.lower_first(name)} " if len(row.series) > 1 else ""
        yield f"{said}{wording.number(len(dots.names))}"
