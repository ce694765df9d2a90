"""The live figure of a curve, laid out as its drawing is."""

from collections.abc import Iterator
from html import escape

from civalue_build.model.appraisal import Undefined
from civalue_build.present import wording
from civalue_build.present.charts.curve.layout import FOOT, HEIGHT, TOP, Curve, Line
from civalue_build.present.charts.live import BOLD, Json, laid_out
from civalue_build.present.charts.model import Chart
from civalue_build.present.charts.series.live import LEFT, RIGHT

START, FIRST = "Before the first cost", "Before the first month"
QUIET: Json = {"font": {"size": 13, "color": "#4C6272"}}


def curve_figure(chart: Chart, plan: Curve) -> Json:
    """Return a curve that is laid out as data, layout and config in plotly's schema.

    Its axes count years, and amounts in the unit that stands above them.
    """
    traces = [_trace(chart, plan, at) for at in range(len(plan.lines))]
    marks = [_mark(plan, one, at) for at, one in enumerate(plan.lines) if one.crossing]
    return laid_out([*traces, *marks], plan.height, **_layout(plan))


def _trace(chart: Chart, plan: Curve, series: int) -> Json:
    one = plan.lines[series]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": escape(one.name),
        "x": [round(across * plan.horizon, 6) for across, _ in one.places],
        "y": [round(amount / plan.size, 6) for _, amount in one.places],
        "line": {"color": one.colour, "width": 2.5, "dash": "dash" if series else "solid"},
        "hoverinfo": "text",
        "hovertext": [escape(text) for text in _hovers(chart, series)],
    }


def _hovers(chart: Chart, series: int) -> Iterator[str]:
    name = chart.series[series]
    start = START if chart.since is None else FIRST
    yield f"{name}. {start}: {chart.shown(0)}"
    for bar in chart.bars:
        value = bar.values[series]
        if not isinstance(value, Undefined):
            yield f"{name}. {bar.label}: {chart.shown(value)}"


def _mark(plan: Curve, one: Line, series: int) -> Json:
    at = one.crossing
    where = at.across * plan.horizon if at else 0.0
    said = f"{one.name}: {wording.lower_first(at.words) if at else ''}"
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(where, 6)],
        "y": [0],
        "marker": {
            "size": 10,
            "color": "#FFFFFF" if series else one.colour,
            "line": {"color": one.colour, "width": 2.5},
        },
        "hoverinfo": "text",
        "hovertext": [escape(said)],
    }


def _layout(plan: Curve) -> Json:
    return {
        "margin": {"l": LEFT, "r": RIGHT, "t": TOP, "b": FOOT},
        "xaxis": {
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "range": [0, plan.horizon],
            "tickvals": [tick.across * plan.horizon for tick in plan.ticks],
            "ticktext": [tick.words for tick in plan.ticks],
            "tickangle": 0,
            "ticks": "outside",
        },
        "yaxis": {
            "fixedrange": True,
            "gridcolor": "#D8DDE0",
            "zerolinecolor": "#212B32",
            "zerolinewidth": 1.5,
            "range": [plan.scale.low, plan.scale.high],
            "tickvals": list(plan.scale.ticks),
            "ticktext": [plan.level(tick) for tick in plan.scale.ticks],
        },
        "annotations": [*_axes(plan), *_labels(plan), *_durations(plan)],
    }


def _axes(plan: Curve) -> Iterator[Json]:
    place: Json = {"yref": "paper", **QUIET}
    yield place | {"text": escape(plan.unit), "xshift": -44, "y": 1, "yshift": TOP - 8}
    if plan.axis:
        yield place | {"text": plan.axis, "x": 1, "xshift": 16, "y": 0, "yshift": -15}


def _labels(plan: Curve) -> Iterator[Json]:
    for one in plan.lines:
        place: Json = {"x": 1, "xshift": 6, "yref": "paper", "y": 1 - one.down / HEIGHT}
        yield place | {"text": escape(one.name), "yshift": 8}
        yield place | {"text": escape(one.shown), "yshift": -9, **BOLD}


def _durations(plan: Curve) -> Iterator[Json]:
    for one in plan.lines:
        if one.crossing:
            across, down = one.crossing.shift
            yield {
                "text": escape(one.crossing.words),
                "xref": "x",
                "x": one.crossing.across * plan.horizon,
                "y": 0,
                "xshift": across,
                "yshift": 5 - down,
                "xanchor": "right" if one.crossing.anchor == "end" else "left",
                **BOLD,
            }
