"""Everything that a page shows of one chart of dots."""

from civalue_build.present.charts.dots.drawing import dot_drawing
from civalue_build.present.charts.dots.layout import MOST, dot_plan
from civalue_build.present.charts.dots.live import dot_figure
from civalue_build.present.charts.dots.model import DotChart
from civalue_build.present.charts.live import live_json
from civalue_build.present.views import FigureView, Link, Table


def dot_view(chart: DotChart, table: Table, download: Link) -> FigureView:
    """Return the first figure of a page, with the table of its data and the file that has all."""
    plan = dot_plan(chart)
    each = "" if chart.most > MOST else ". Each dot is a case."
    return FigureView(
        id=chart.id,
        number=1,
        title=chart.title,
        measure=f"{chart.measure}{each}",
        drawing=dot_drawing(chart, plan),
        table=table,
        live=live_json(dot_figure(plan)),
        download=download,
    )
