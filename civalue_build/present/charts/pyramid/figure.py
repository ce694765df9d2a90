"""Everything that a page shows of one pyramid, and the file that goes with it."""

from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.charts.live import live_json
from civalue_build.present.charts.pyramid.drawing import pyramid_drawing
from civalue_build.present.charts.pyramid.layout import pyramid
from civalue_build.present.charts.pyramid.live import pyramid_figure
from civalue_build.present.charts.pyramid.model import PyramidChart
from civalue_build.present.charts.pyramid.table import data_file, table
from civalue_build.present.views import LIVE, FigureView, Link


def pyramid_view(
    chart: PyramidChart, number: int, folder: str, live_at: str = LIVE
) -> tuple[FigureView, Asset]:
    """Return the `number`th figure of a page whose files stand in `folder`, and its data file.

    `live_at` is the file of that folder that has the live figures of the page.
    """
    name = f"{chart.id}.csv"
    content = data_file(chart)
    plan = pyramid(chart)
    words = f"Download the data for figure {number} ({wording.file_size(len(content))} CSV)"
    view = FigureView(
        id=chart.id,
        number=number,
        title=chart.title,
        measure=chart.measure,
        drawing=pyramid_drawing(chart, plan),
        table=table(chart),
        live=live_json(pyramid_figure(plan)),
        download=Link(text=words, href=name),
        note=chart.note,
        live_at=live_at,
    )
    return view, Asset(path=f"{folder}/{name}", content=content)
