"""The live figure of a chart of dots, laid out as its drawing is."""

from collections.abc import Sequence
from html import escape

from civalue_build.present.charts.dots.drawing import BAR
from civalue_build.present.charts.dots.layout import RADIUS, Bar, DotPlan, Spot, Words
from civalue_build.present.charts.drawing import RULE
from civalue_build.present.charts.geometry import CLAIMED, CORRECTED
from civalue_build.present.charts.live import BOLD, Json, laid_out, unseen


def dot_figure(plan: DotPlan) -> Json:
    """Return a chart that is laid out as data, layout and config in plotly's schema.

    Both axes count pixels from the upper left corner, and the figure is as wide as its drawing.
    """
    solid = [spot for spot in plan.spots if not spot.hollow]
    hollow = [spot for spot in plan.spots if spot.hollow]
    return laid_out(
        [_trace(plan.legend), _trace(solid), _trace(hollow)],
        plan.height,
        **unseen((0, plan.width), (plan.height, 0)),
        width=plan.width,
        hovermode="closest",
        shapes=[*(_rule(y, plan.width) for y in plan.rules), *map(_bar, plan.bars)],
        annotations=list(map(_words, plan.words)),
    )


def _trace(spots: Sequence[Spot]) -> Json:
    edges = [CORRECTED if spot.hollow else CLAIMED for spot in spots]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [spot.x for spot in spots],
        "y": [spot.y for spot in spots],
        "marker": {
            "size": [2 * (RADIUS - 1 if spot.hollow else RADIUS) for spot in spots],
            "color": ["#FFFFFF" if spot.hollow else CLAIMED for spot in spots],
            "opacity": 1,
            "line": {"color": edges, "width": [2 if spot.hollow else 0 for spot in spots]},
        },
        "hoverinfo": "text" if any(spot.name for spot in spots) else "skip",
        "hovertext": [escape(spot.name) for spot in spots],
        "cliponaxis": False,
    }


def _rule(y: float, width: float) -> Json:
    line: Json = {"color": RULE, "width": 1, "dash": "4px,3px"}
    return {"type": "line", "xref": "x", "x0": 0, "x1": width, "y0": y, "y1": y, "line": line}


def _bar(bar: Bar) -> Json:
    colour = CORRECTED if bar.hollow else CLAIMED
    return {
        "type": "rect",
        "xref": "x",
        "x0": 1,
        "x1": 1 + bar.width,
        "y0": bar.y,
        "y1": bar.y + BAR,
        "fillcolor": "#FFFFFF" if bar.hollow else colour,
        "line": {"color": colour, "width": 2 if bar.hollow else 0},
    }


def _words(item: Words) -> Json:
    place: Json = {"text": escape(item.text), "xref": "x", "x": item.x, "y": item.y - 5}
    return place | (BOLD if item.strong else {})
