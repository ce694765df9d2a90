"""The live figure of a grid, laid out as its drawing is."""

from collections.abc import Iterator, Sequence
from html import escape

from civalue_build.present.charts.grid.drawing import ink_on
from civalue_build.present.charts.grid.layout import Cell, Grid, Words
from civalue_build.present.charts.live import Json, laid_out, names, swatches, unseen
from civalue_build.present.charts.model import Chart

SMALL: Json = {"size": 13}
STRONG: Json = {"size": 13, "weight": "bold"}


def grid_figure(chart: Chart, plan: Grid) -> Json:
    """Return a grid that is laid out as data, layout and config in plotly's schema."""
    return laid_out(
        [_trace(plan, name, series) for series, name in enumerate(chart.series)],
        plan.height + plan.top,
        barmode="overlay",
        **unseen((0, 1), (plan.height, -plan.top)),
        shapes=swatches(chart, plan.top),
        annotations=[
            *names(chart, plan.top),
            *_edges(plan.heads, STRONG),
            *_edges(plan.rows, SMALL),
            *_said(plan.cells),
        ],
    )


def _trace(plan: Grid, name: str, series: int) -> Json:
    cells = [cell for cell in plan.cells if cell.series == series]
    colours = [cell.colour for cell in cells]
    look: Json = {"color": ["#FFFFFF" if cell.hollow else cell.colour for cell in cells]}
    return {
        "type": "bar",
        "orientation": "h",
        "name": escape(name),
        "base": [round(cell.left, 4) for cell in cells],
        "x": [round(cell.width, 4) for cell in cells],
        "y": [cell.y + cell.height / 2 for cell in cells],
        "width": cells[0].height - 2 if cells else 1,
        "marker": look | {"line": {"color": colours, "width": 2}},
        "hoverinfo": "text",
        "hovertext": [escape(cell.said) for cell in cells],
        "textposition": "none",
    }


def _edges(texts: Sequence[Words], font: Json) -> Iterator[Json]:
    for text in texts:
        yield {"text": escape(text.words), "x": text.across, "y": text.y - 5, "font": font}


def _said(cells: Sequence[Cell]) -> Iterator[Json]:
    for cell in cells:
        font = SMALL if cell.hollow else STRONG
        yield {
            "text": "<br>".join(map(escape, cell.lines)),
            "x": round(cell.middle, 4),
            "y": cell.y + cell.height / 2,
            "xanchor": "center",
            "font": {**font, "color": ink_on(cell)},
        }
