"""The live figure of a pyramid, laid out as its drawing is."""

from collections.abc import Iterator
from html import escape

from civalue_build.present.charts.live import BOLD, Json, laid_out, unseen
from civalue_build.present.charts.pyramid.drawing import (
    HAIRLINE,
    edge_of,
    fill_of,
    ink_on,
)
from civalue_build.present.charts.pyramid.layout import BASE, BESIDE, Pyramid, Step


def pyramid_figure(plan: Pyramid) -> Json:
    """Return a pyramid that is laid out as data, layout and config in plotly's schema."""
    return laid_out(
        [_trace(step) for step in plan.steps],
        plan.height,
        hovermode="closest",
        **unseen((0, 1), (plan.height, 0)),
        shapes=[_rule(step) for step in plan.steps[1:]],
        annotations=[*map(_number, plan.steps), *_words(plan)],
    )


def _trace(step: Step) -> Json:
    said = escape(step.level.said)
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "hoveron": "fills",
        "hoverinfo": "text",
        "name": escape(step.level.name),
        "text": said,
        "x": [round(x, 4) for x, _ in step.corners],
        "y": [round(y, 2) for _, y in step.corners],
        "fillcolor": fill_of(step),
        "line": {"color": edge_of(step), "width": 2},
    }


def _rule(step: Step) -> Json:
    ends: Json = {"x0": BESIDE, "x1": 1, "y0": step.y, "y1": step.y}
    return {"type": "line", "xref": "paper", **ends, "line": {"color": HAIRLINE, "width": 1}}


def _number(step: Step) -> Json:
    return {
        "text": str(step.level.number),
        "x": BASE / 2,
        "xanchor": "center",
        "y": step.middle,
        "font": {"weight": "bold", "color": ink_on(step)},
    }


def _words(plan: Pyramid) -> Iterator[Json]:
    for step in plan.steps:
        for line in step.lines:
            look = BOLD if line.strong else {}
            yield {"text": escape(line.words), "x": BESIDE, "y": line.y - 5, **look}
