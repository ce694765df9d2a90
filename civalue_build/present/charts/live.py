"""The live figure of a chart: a plain mapping in plotly's schema, laid out as the drawing is."""

import json
from collections.abc import Sequence
from html import escape

from civalue_build.present.charts.geometry import BAR, TRACK, Block, Geometry, Text
from civalue_build.present.charts.model import Chart

Json = dict[str, object]

TEMPLATE: Json = {
    "layout": {
        "font": {"family": "Arial, Helvetica, sans-serif", "size": 14, "color": "#212B32"},
        "colorway": ["#12436D", "#28A197", "#801650", "#F46A25"],
        "paper_bgcolor": "#FFFFFF",
        "plot_bgcolor": "#FFFFFF",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "hoverlabel": {"bgcolor": "#FFFFFF", "font": {"color": "#212B32"}},
    }
}
CONFIG: Json = {"displayModeBar": False, "displaylogo": False, "responsive": True}
ZERO: Json = {"color": "#768692", "width": 1}


def live_figure(chart: Chart, plan: Geometry) -> Json:
    """Return a chart that is laid out as data, layout and config.

    The vertical axis counts pixels from the top.
    Labels are escaped, since plotly reads marks such as <b> and <a> in any text.
    """
    return {
        "data": [_trace(plan, name, number) for number, name in enumerate(chart.series)],
        "layout": _layout(chart, plan),
        "config": CONFIG,
    }


def live_json(chart: Chart, plan: Geometry) -> str:
    """Return the live figure as JSON without any mark of HTML."""
    text = json.dumps(live_figure(chart, plan), separators=(",", ":"), allow_nan=False)
    for mark in "<>&'":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text


def _trace(plan: Geometry, name: str, series: int) -> Json:
    blocks = [block for block in plan.blocks if block.series == series]
    fills = ["#FFFFFF" if block.hollow else block.colour for block in blocks]
    return {
        "type": "bar",
        "orientation": "h",
        "name": escape(name),
        "base": [block.start for block in blocks],
        "x": [block.end - block.start for block in blocks],
        "y": [block.y for block in blocks],
        "width": [BAR - 4 for _ in blocks],
        "marker": {"color": fills, "line": {"color": [b.colour for b in blocks], "width": 1.5}},
        "hoverinfo": "text",
        "hovertext": [f"{escape(block.label)}: {block.shown}" for block in blocks],
        "textposition": "none",
    }


def _layout(chart: Chart, plan: Geometry) -> Json:
    hidden: Json = {"visible": False, "fixedrange": True}
    return {
        "template": TEMPLATE,
        "height": plan.height + plan.top,
        "barmode": "overlay",
        "dragmode": False,
        "showlegend": len(chart.series) > 1,
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom"},
        "margin": {"t": plan.top},
        "xaxis": {**hidden, "range": _range(plan), "domain": [0, TRACK]},
        "yaxis": {**hidden, "range": [plan.height, 0]},
        "shapes": [_zero(block) for block in plan.blocks],
        "annotations": [*_labels(plan.texts), *_numbers(plan.blocks)],
    }


def _range(plan: Geometry) -> list[float]:
    return [plan.low, plan.high if plan.high > plan.low else plan.low + 1]


def _zero(block: Block) -> Json:
    return {
        "type": "line",
        "layer": "below",
        "x0": 0,
        "x1": 0,
        "y0": block.y - BAR / 2,
        "y1": block.y + BAR / 2,
        "line": ZERO,
    }


def _labels(texts: Sequence[Text]) -> list[Json]:
    return [_note(_bold(text.words, strong=text.strong), text.y, "left") for text in texts]


def _numbers(blocks: Sequence[Block]) -> list[Json]:
    return [_note(_bold(block.shown, strong=True), block.y + 5, "right") for block in blocks]


def _note(words: str, base: float, side: str) -> Json:
    return {
        "text": words,
        "showarrow": False,
        "yanchor": "middle",
        "borderpad": 0,
        "xref": "paper",
        "x": 0 if side == "left" else 1,
        "xanchor": side,
        "y": base - 5,
    }


def _bold(words: str, *, strong: bool) -> str:
    return f"<b>{escape(words)}</b>" if strong else escape(words)
