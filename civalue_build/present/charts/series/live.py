"""The live figure of a series, laid out as its drawing is."""

from collections.abc import Iterator
from datetime import date
from html import escape

from civalue_build.model.charts import ChartPoint
from civalue_build.model.enums import Reading
from civalue_build.present import wording
from civalue_build.present.charts.drawing import QUIET
from civalue_build.present.charts.live import BOLD, Json, laid_out
from civalue_build.present.charts.series.dates import EDGE, Dates
from civalue_build.present.charts.series.drawing import GRID
from civalue_build.present.charts.series.layout import FOOT, HEIGHT, ROW, Layout
from civalue_build.present.charts.series.lines import BAND, LIMIT, TARGET
from civalue_build.present.charts.series.model import SeriesChart, day_of
from civalue_build.present.charts.series.shapes import COLOURS, INK, LIVE, PLAIN, WIDTHS
from civalue_build.present.compact import plain_json

LEFT, RIGHT = 44, 100
"""Pixels beside the plot, as the style of the page leaves them."""
TICKS: Json = {"size": 13, "color": QUIET}
DASHES = {"change": "solid", "rebase": "5px,4px", "note": "1px,4px"}


def live_figure(series: SeriesChart, plan: Layout) -> Json:
    """Return a series that is laid out as data, layout and config in plotly's schema.

    Words are escaped, since plotly reads marks such as <b> and <a> in any text.
    """
    return laid_out(_traces(series, plan), plan.height, **_layout(series, plan))


def live_json(series: SeriesChart, plan: Layout) -> str:
    """Return the live figure as JSON without any mark of HTML."""
    return plain_json(live_figure(series, plan))


def _traces(series: SeriesChart, plan: Layout) -> list[Json]:
    joined: list[ChartPoint | None] = []
    for stretch in plan.stretches:
        joined += [*stretch, None]
    points = joined[:-1]
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": escape(series.label),
            "x": [_iso(day_of(p.date)) if p else None for p in points],
            "y": [p.value if p else None for p in points],
            "connectgaps": False,
            "line": {"color": PLAIN, "width": 1.5},
            "marker": {
                "symbol": [LIVE[p.reads if p else None] for p in points],
                "color": [COLOURS[p.reads if p else None] for p in points],
                "opacity": 1,
                "size": [WIDTHS[p.reads if p else None] * series.grain for p in points],
                "line": {"color": INK, "width": [_edge(p) for p in points]},
            },
            "hoverinfo": "text",
            "hovertext": [_hover(series, p) if p else "" for p in points],
            "cliponaxis": False,
        },
        *_own_limits(series),
    ]


def _edge(point: ChartPoint | None) -> int:
    return 1 if point and point.reads is Reading.CONCERN else 0


def _own_limits(series: SeriesChart) -> Iterator[Json]:
    own = [point for point in series.points if point.upper is not None]
    for name in ("lower", "upper"):
        values = [getattr(point, name) for point in own]
        beyond = series.is_below if name == "lower" else series.is_above
        if own and not any(map(beyond, values)):
            yield {
                "type": "scatter",
                "mode": "lines",
                "x": [_iso(day_of(point.date)) for point in own],
                "y": values,
                "line": {"color": LIMIT, "width": 1.5},
                "hoverinfo": "skip",
            }


def _layout(series: SeriesChart, plan: Layout) -> Json:
    ticks = plan.dates.ticks()
    return {
        "margin": {"l": LEFT, "r": RIGHT, "t": plan.top, "b": FOOT},
        "xaxis": {
            "type": "date",
            "fixedrange": True,
            "showgrid": False,
            "range": [_iso(at) for at in _reach(plan.dates)],
            "tickvals": [_iso(tick.day) for tick in ticks],
            "ticktext": [tick.words for tick in ticks],
            "tickangle": 0,
            "ticks": "outside",
            "tickcolor": QUIET,
            "tickfont": TICKS,
        },
        "yaxis": {
            "fixedrange": True,
            "zeroline": False,
            "gridcolor": GRID,
            "tickfont": TICKS,
            "ticklabeloverflow": "allow",
            "range": [plan.scale.low, plan.scale.high],
            "tickvals": list(plan.scale.ticks),
            "ticktext": [series.tick(value) for value in plan.scale.ticks],
        },
        "shapes": [*_baseline(plan), *_edges(), *_levels(series, plan), *_upright(plan)],
        "annotations": [*_labels(plan), *_letters(plan)],
    }


def _reach(dates: Dates) -> tuple[float, float]:
    room = (dates.last - dates.first or 1) * EDGE / (1 - 2 * EDGE)
    return dates.first - room, dates.last + room


def _baseline(plan: Layout) -> Iterator[Json]:
    if plan.baseline:
        ends = {"x0": plan.baseline[0], "x1": plan.baseline[1], "y0": 0, "y1": 1}
        look: Json = {"xref": "paper", "yref": "paper", "line": {"width": 0}}
        yield {"type": "rect", "layer": "below", "fillcolor": BAND, **look, **ends}


def _edges() -> Iterator[Json]:
    """Draw the first and last line of the grid, which plotly leaves out."""
    for y in (0, 1):
        place = {"x0": 0, "x1": 1, "y0": y, "y1": y, "line": {"color": GRID, "width": 1}}
        yield {"type": "line", "layer": "below", "xref": "paper", "yref": "paper", **place}


def _levels(series: SeriesChart, plan: Layout) -> Iterator[Json]:
    segments = series.segments
    for number, segment in enumerate(segments):
        start, end = day_of(segment.start), float(day_of(segment.end or segment.start))
        if segment is segments[-1]:
            end = _reach(plan.dates)[1]
        dash = "6px,5px" if segment.provisional else "solid"
        has_own = any(p.segment == number and p.upper is not None for p in series.points)
        for limit in () if has_own else series.limits(segment):
            if limit is not None:
                yield _level(start, end, limit, {"color": LIMIT, "width": 1.5, "dash": dash})
        yield _level(start, end, segment.mean, {"color": INK, "width": 1.5})
    if series.target is not None:
        low, high = _reach(plan.dates)
        yield _level(low, high, series.target, {"color": TARGET, "width": 2.5, "dash": "2px,3px"})


def _level(start: float, end: float, value: float, look: Json) -> Json:
    ends = {"x0": _iso(start), "x1": _iso(end), "y0": value, "y1": value}
    return {"type": "line", "layer": "between", **ends, "line": look}


def _upright(plan: Layout) -> Iterator[Json]:
    for flag in plan.flags:
        look: Json = {"color": INK, "width": 1, "dash": DASHES[flag.mark.kind]}
        top = 1 + (plan.top - ROW * (flag.row + 1)) / HEIGHT
        place = {"x0": flag.across, "x1": flag.across, "y0": 0, "y1": top}
        yield {"type": "line", "xref": "paper", "yref": "paper", **place, "line": look}


def _labels(plan: Layout) -> Iterator[Json]:
    for label in plan.labels:
        look = BOLD if label.kind == "middle" else {}
        place = {"x": 1, "xanchor": "left", "xshift": 6, "y": 1 - label.down / HEIGHT}
        yield _note(escape(label.words), **place, **look)


def _letters(plan: Layout) -> Iterator[Json]:
    for flag in plan.flags:
        shift = plan.top - 9 - 18 * flag.row
        place = {"x": flag.across, "xanchor": "center", "y": 1, "yshift": shift}
        yield _note(flag.letter, **place, **BOLD)


def _note(text: str, **place: object) -> Json:
    frame = {"xref": "paper", "yref": "paper", "yanchor": "middle", "borderpad": 0}
    return {"text": text, "showarrow": False, **frame, **place}


def _hover(series: SeriesChart, point: ChartPoint) -> str:
    value = "no value" if point.value is None else series.shown(point.value)
    said = f": {wording.label(point.signal)}, {wording.label(point.reads)}" if point.reads else ""
    return escape(f"{wording.date(point.date)}: {value}{said}")


def _iso(day: float) -> str:
    whole = int(day // 1)
    hours = int((day - whole) * 24)
    return f"{date.fromordinal(whole).isoformat()} {hours:02d}:00"
