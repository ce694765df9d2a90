"""The live figure of a chart: a plain mapping in plotly's schema, laid out as the drawing is."""

from collections.abc import Iterator, Sequence
from html import escape

from civalue_build.present.charts.geometry import (
    BAR,
    LEGEND,
    TRACK,
    Block,
    Geometry,
    Text,
    legend_colour,
)
from civalue_build.present.charts.model import Chart
from civalue_build.present.compact import plain_json

Json = dict[str, object]

TEMPLATE: Json = {
    "layout": {
        "font": {"family": "Arial, Helvetica, sans-serif", "size": 14, "color": "#212B32"},
        "colorway": ["#12436D", "#28A197", "#801650", "#F46A25"],
        "paper_bgcolor": "#FFFFFF",
        "plot_bgcolor": "#FFFFFF",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "hoverlabel": {"bgcolor": "#FFFFFF", "font": {"color": "#212B32"}},
        "annotationdefaults": {
            "showarrow": False,
            "borderpad": 0,
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "yanchor": "middle",
        },
        "shapedefaults": {"layer": "below", "line": {"color": "#768692", "width": 1}},
    }
}
"""Of every live figure; what most words and lines of one have in common is said here once."""
CONFIG: Json = {"displayModeBar": False, "displaylogo": False, "responsive": True}
BOLD: Json = {"font": {"weight": "bold"}}
"""Not a mark in the text: plotly makes an attribute of that, which the site's policy forbids."""


def laid_out(data: list[Json], height: float, **layout: object) -> Json:
    """Return data, layout and config of a live figure, with what all of them have in common."""
    look: Json = {"template": TEMPLATE, "height": height, "dragmode": False, "showlegend": False}
    return {"data": data, "layout": look | layout, "config": CONFIG}


def unseen(across: Sequence[float], down: Sequence[float]) -> dict[str, Json]:
    """Return the axes of a figure that says everything in words; each from its first end to last.

    The vertical one counts pixels from the top.
    """
    hidden: Json = {"visible": False, "fixedrange": True}
    return {
        "xaxis": hidden | {"range": list(across)},
        "yaxis": hidden | {"range": list(down)},
    }


def live_figure(chart: Chart, plan: Geometry) -> Json:
    """Return a chart that is laid out as data, layout and config.

    The vertical axis counts pixels from the top.
    Labels are escaped, since plotly reads marks such as <b> and <a> in any text.
    """
    axes = unseen(_range(plan), (plan.height, -plan.top))
    return laid_out(
        [_trace(plan, name, number) for number, name in enumerate(chart.series)],
        plan.height + plan.top,
        barmode="overlay",
        **axes | {"xaxis": axes["xaxis"] | {"domain": [0, TRACK]}},
        shapes=[*_upright(plan, 0), *_even(chart, plan), *swatches(chart, plan.top)],
        annotations=[*_labels(plan.texts), *_numbers(plan.blocks), *names(chart, plan.top)],
    )


def live_json(figure: Json) -> str:
    """Return a live figure as JSON without any mark of HTML."""
    return plain_json(figure)


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
        "width": BAR - 4,
        "marker": {"color": fills, "line": {"color": [b.colour for b in blocks], "width": 1.5}},
        "hoverinfo": "text",
        "hovertext": [f"{escape(block.label)}: {block.shown}" for block in blocks],
        "textposition": "none",
    }


def swatches(chart: Chart, top: float) -> list[Json]:
    """Return what stands for each series in the legend, in the room of `top` pixels above."""
    place: Json = {"type": "rect", "xref": "paper", "xsizemode": "pixel", "xanchor": 0}
    found = []
    for y, series in _legend(chart, top):
        colour = legend_colour(chart, series)
        ends: Json = {"x0": 1, "x1": 27, "y0": y - 7, "y1": y + 7}
        look: Json = {"fillcolor": "#FFFFFF" if series else colour, "line": {"color": colour}}
        found.append(place | ends | look)
    return found


def names(chart: Chart, top: float) -> list[Json]:
    """Return the name of each series in the legend."""
    return [
        {"text": escape(chart.series[series]), "xshift": 36, "y": y}
        for y, series in _legend(chart, top)
    ]


def _legend(chart: Chart, top: float) -> Iterator[tuple[float, int]]:
    """Give the middle of each line of the legend, none where there is no room for one."""
    for series in range(len(chart.series)) if top else ():
        yield LEGEND * series + 11 - top, series


def _range(plan: Geometry) -> list[float]:
    return [plan.low, plan.high if plan.high > plan.low else plan.low + 1]


def _upright(plan: Geometry, at: float) -> list[Json]:
    look: Json = {"type": "line", "x0": at, "x1": at}
    return [look | {"y0": b.y - BAR / 2, "y1": b.y + BAR / 2} for b in plan.blocks]


def _even(chart: Chart, plan: Geometry) -> list[Json]:
    if chart.even is None:
        return []
    dashed: Json = {"line": {"color": "#212B32", "dash": "dash"}, "layer": "above"}
    return [shape | dashed for shape in _upright(plan, chart.even)]


def _labels(texts: Sequence[Text]) -> list[Json]:
    return [
        {"text": escape(text.words), "y": text.y - 5} | (BOLD if text.strong else {})
        for text in texts
    ]


def _numbers(blocks: Sequence[Block]) -> list[Json]:
    right: Json = {"x": 1, "xanchor": "right", **BOLD}
    return [{"text": escape(block.shown), "y": block.y, **right} for block in blocks]
