"""Everything that a page shows of one series, and the file that goes with it."""

from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.charts.series.drawing import drawing
from civalue_build.present.charts.series.layout import Layout
from civalue_build.present.charts.series.live import live_json
from civalue_build.present.charts.series.model import SeriesChart
from civalue_build.present.charts.series.table import data_file, table
from civalue_build.present.views import FigureView, Link


def series_figure(
    series: SeriesChart, plan: Layout, number: int, folder: str
) -> tuple[FigureView, Asset]:
    """Return the `number`th figure of a page whose files stand in `folder`, and its data file."""
    name = f"{series.id}.csv"
    content = data_file(series)
    words = f"Download the data for figure {number} ({wording.file_size(len(content))} CSV)"
    view = FigureView(
        id=series.id,
        number=number,
        title=series.title,
        measure=series.measure,
        drawing=drawing(series, plan),
        table=table(series),
        live=live_json(series, plan),
        download=Link(text=words, href=name),
    )
    return view, Asset(path=f"{folder}/{name}", content=content)
