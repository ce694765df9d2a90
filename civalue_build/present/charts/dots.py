"""A still drawing of counts: one dot a case, in rows from worst to best, beside what is corrected.

Dots keep their size and their distance, so that one drawing serves a phone and a desk.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.charts.drawing import EDGE, HEAD, INK, RULE, STRONG
from civalue_build.present.charts.geometry import CLAIMED, CORRECTED, GAP, LINE
from civalue_build.present.charts.svg import escaped, size, words

ACROSS = 10
"""Dots side by side: as many as fit at 320 pixels."""
MOST = 60
"""From more cases on, a row is a bar: nobody counts so many dots."""
STEP, RADIUS, LEGEND = 16, 6, 24
TRACK = ACROSS * STEP


@record
class Dots:
    """The cases of one row and one series, by name; `hollow` sets what is corrected apart."""

    names: tuple[str, ...]
    hollow: bool = False


@record
class DotRow:
    """One row: what its cases have in common, and its series one below the other.

    `heads` are words above the row, where a new part of the scale begins.
    """

    label: str
    series: tuple[Dots, ...]
    heads: str = ""


@record
class DotChart:
    """A chart of counts; `title` is its message, `measure` what is counted."""

    id: str
    title: str
    measure: str
    series: tuple[str, ...]
    rows: tuple[DotRow, ...]


def dot_drawing(chart: DotChart) -> Markup:
    """Return the chart as an SVG element with a name and a description."""
    body, height = _body(chart)
    head = HEAD.format(
        height=size(height),
        id=chart.id,
        title=escaped(chart.title),
        spoken=escaped(_spoken(chart)),
    )
    return Markup(f"{head}{body}</svg>")  # noqa: S704 its words are escaped


def _body(chart: DotChart) -> tuple[str, float]:
    pieces, y = list(_legend(chart.series)), float(LEGEND * len(chart.series) + GAP)
    most = max((len(dots.names) for row in chart.rows for dots in row.series), default=0)
    for row in chart.rows:
        if row.heads:
            pieces.append(_rule(row.heads, y + 4))
            y += LINE + GAP
        y += LINE
        pieces.append(words(row.label, "0", y - 4, f'fill="{INK}" {EDGE}'))
        for dots in row.series:
            pieces.append(_count(dots, y))
            pieces += _bar(dots, y, most) if most > MOST else _dots(dots, y)
            y += STEP * (1 if most > MOST else max(1, -(-len(dots.names) // ACROSS))) + 2
        y += GAP
    return "".join(pieces), y


def _legend(series: Sequence[str]) -> Iterator[str]:
    for at, name in enumerate(series):
        y = LEGEND * at + 10
        yield _dot(RADIUS + 1, y, hollow=at > 0)
        yield words(name, "22", y + 5, f'fill="{INK}" {EDGE}')


def _rule(text: str, y: float) -> str:
    ends = f'x1="0" x2="100%" y1="{size(y)}" y2="{size(y)}"'
    drawn = f'<line {ends} stroke="{RULE}" stroke-dasharray="4 3" />'
    return drawn + words(text, "0", y + LINE, f'fill="{INK}" {EDGE}{STRONG}')


def _dots(dots: Dots, y: float) -> Iterator[str]:
    for at, name in enumerate(dots.names):
        down, along = divmod(at, ACROSS)
        x = RADIUS + 1 + along * STEP
        yield _dot(x, y + STEP * down + STEP / 2, hollow=dots.hollow, name=name)


def _dot(x: float, y: float, *, hollow: bool, name: str = "") -> str:
    look = f'fill="#FFFFFF" stroke="{CORRECTED}" stroke-width="2"'
    look = look if hollow else f'fill="{CLAIMED}"'
    told = f"<title>{escaped(name)}</title>" if name else ""
    radius = RADIUS - 1 if hollow else RADIUS
    return f'<circle cx="{size(x)}" cy="{size(y)}" r="{radius}" {look}>{told}</circle>'


def _bar(dots: Dots, y: float, most: int) -> Iterator[str]:
    if dots.names:
        colour = CORRECTED if dots.hollow else CLAIMED
        fill = f'fill="#FFFFFF" stroke="{colour}" stroke-width="2"' if dots.hollow else ""
        width = max(2.0, TRACK * len(dots.names) / most)
        look = fill or f'fill="{colour}"'
        yield f'<rect x="1" y="{size(y + 2)}" width="{size(width)}" height="11" {look} />'


def _count(dots: Dots, y: float) -> str:
    place = size(TRACK + STEP)
    return words(wording.number(len(dots.names)), place, y + STEP / 2 + 5, f'fill="{INK}" {STRONG}')


def _spoken(chart: DotChart) -> str:
    rows = (f"{row.label}: {', '.join(_said(row, chart.series))}." for row in chart.rows)
    return " ".join((f"{chart.measure}.", *rows))


def _said(row: DotRow, series: Sequence[str]) -> Iterator[str]:
    for dots, name in zip(row.series, series, strict=False):
        said = f"{wording.lower_first(name)} " if len(row.series) > 1 else ""
        yield f"{said}{wording.number(len(dots.names))}"
