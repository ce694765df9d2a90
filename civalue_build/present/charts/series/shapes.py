"""How a point looks: what it is part of shows by its shape as well as by its colour."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter

from civalue_build.model.enums import Reading
from civalue_build.present.charts.svg import size, together

PLAIN, GOOD, BAD, OTHER = "#4C6272", "#12436D", "#F46A25", "#801650"
INK = "#212B32"

COLOURS: Mapping[Reading | None, str] = {
    None: PLAIN,
    Reading.IMPROVEMENT: GOOD,
    Reading.CONCERN: BAD,
    Reading.NEUTRAL: OTHER,
}
PATHS: Mapping[Reading, str] = {
    Reading.IMPROVEMENT: "M-4.5-4.5h9v9h-9z",
    Reading.CONCERN: "M0-6L6 5H-6z",
    Reading.NEUTRAL: "M0-6.5L6.5 0L0 6.5L-6.5 0z",
}
NAMES: Mapping[Reading | None, str] = {
    None: "Circle: no part of a signal",
    Reading.IMPROVEMENT: "Square: part of a signal of improvement",
    Reading.CONCERN: "Triangle: part of a signal of concern",
    Reading.NEUTRAL: "Diamond: part of a signal that is neither good nor bad",
}
WIDTHS: Mapping[Reading | None, float] = {
    None: 6,
    Reading.IMPROVEMENT: 9,
    Reading.CONCERN: 12,
    Reading.NEUTRAL: 10,
}
"""The sizes at which plotly’s shapes are as large as those of the drawing."""
LIVE: Mapping[Reading | None, str] = {
    None: "circle",
    Reading.IMPROVEMENT: "square",
    Reading.CONCERN: "triangle-up",
    Reading.NEUTRAL: "diamond",
}
"""The names that plotly has for the shapes."""


Place = tuple[Reading | None, str, float]
"""What a point is part of, how far across as a length of SVG, and how far down in pixels."""


def shapes(points: Iterable[Place], grain: float = 1) -> str:
    """Return points in their order; neighbours that are alike share what they can of their look.

    `grain` is their size, with 1 for that of a few points.
    """
    return "".join(_alike(reads, places, grain) for reads, places in groupby(points, itemgetter(0)))


def _alike(reads: Reading | None, places: Iterable[Place], grain: float) -> str:
    if reads is None:
        return together((_circle(x, y, 3 * grain) for _, x, y in places), f'fill="{PLAIN}"')
    return "".join(shape(reads, x, y, grain=grain) for _, x, y in places)


def _circle(x: str, y: float, radius: float, look: str = "") -> str:
    return f'<circle cx="{x}" cy="{size(y)}" r="{size(radius)}"{look}/>'


def shape(reads: Reading | None, x: str, y: float, radius: float = 3, *, grain: float = 1) -> str:
    """Return a point; `x` is a length of SVG, `y` is in pixels. `grain` is the size of a signal."""
    if reads is None:
        return _circle(x, y, radius, f' fill="{PLAIN}"')
    edge = f' stroke="{INK}"' if reads is Reading.CONCERN else ""
    smaller = f' transform="scale({size(grain)})"' if grain != 1 else ""
    path = f'<path d="{PATHS[reads]}" fill="{COLOURS[reads]}"{edge}{smaller}/>'
    return f'<svg x="{x}" y="{size(y)}" overflow="visible">{path}</svg>'
