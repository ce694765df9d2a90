"""A pyramid as a table and as a file, from base to tip."""

from civalue_build.present.charts.pyramid.model import PyramidChart
from civalue_build.present.sheets import csv_bytes
from civalue_build.present.views import Cell, Column, Row, Table


def table(chart: PyramidChart) -> Table:
    """Return what stands on each level."""
    return Table(
        id=f"{chart.id}-table",
        stacked=len(chart.headings) > 1,
        caption=f"{chart.title}. {chart.measure}",
        columns=(
            Column(text=chart.head),
            *(Column(text=heading.text, numeric=True) for heading in chart.headings),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=f"{level.number}. {level.name}"),
                    *(Cell(text=one.shown, empty=one.empty) for one in level.figures),
                )
            )
            for level in chart.levels
        ),
    )


def data_file(chart: PyramidChart) -> bytes:
    """Return the levels as CSV, at full precision, with words where a figure is missing."""
    units = [f"{head.text} ({head.unit})" if head.unit else head.text for head in chart.headings]
    return csv_bytes(
        ("Number", chart.head, *units, "Why not given"),
        [
            (
                level.number,
                level.name,
                *(one.value for one in level.figures),
                "; ".join(dict.fromkeys(one.shown for one in level.figures if one.empty)),
            )
            for level in chart.levels
        ],
    )
