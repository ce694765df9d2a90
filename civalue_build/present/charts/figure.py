"""Everything that a page shows of one chart, and the files that go with it."""

from collections.abc import Sequence

from markupsafe import Markup

from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.charts.curve.drawing import curve_drawing
from civalue_build.present.charts.curve.layout import curve
from civalue_build.present.charts.curve.live import curve_figure
from civalue_build.present.charts.drawing import drawing
from civalue_build.present.charts.geometry import geometry
from civalue_build.present.charts.grid.drawing import grid_drawing
from civalue_build.present.charts.grid.layout import grid
from civalue_build.present.charts.grid.live import grid_figure
from civalue_build.present.charts.live import Json, live_figure, live_json
from civalue_build.present.charts.model import Chart, Look
from civalue_build.present.charts.table import data_file, table
from civalue_build.present.views import LIVE, FigureView, Link


def figure_view(chart: Chart, number: int, folder: str) -> tuple[FigureView, Asset]:
    """Return the `number`th figure of a page whose files stand in `folder`, and its data file."""
    name = f"{chart.id}.csv"
    content = data_file(chart)
    still, live = still_and_live(chart)
    words = f"Download the data for figure {number} ({wording.file_size(len(content))} CSV)"
    view = FigureView(
        id=chart.id,
        number=number,
        title=chart.title,
        measure=chart.measure,
        drawing=still,
        table=table(chart),
        live=live_json(live),
        download=Link(text=words, href=name),
        note=chart.note,
    )
    return view, Asset(path=f"{folder}/{name}", content=content)


def still_and_live(chart: Chart) -> tuple[Markup, Json]:
    """Return the drawing of a chart and its live figure, laid out alike."""
    if chart.look is Look.GRID:
        cells = grid(chart)
        return grid_drawing(chart, cells), grid_figure(chart, cells)
    if chart.look is Look.CURVE:
        lines = curve(chart)
        return curve_drawing(chart, lines), curve_figure(chart, lines)
    plan = geometry(chart)
    return drawing(chart, plan), live_figure(chart, plan)


def live_files(views: Sequence[FigureView], folder: str) -> tuple[Asset, ...]:
    """Return the file that has the live figures of a page by id; none for a page without.

    It is not part of the page, since most readers never scroll to a chart.
    """
    if not views:
        return ()
    found = ",".join(f'"{view.id}":{view.live}' for view in views)
    return (Asset(path=f"{folder}/{LIVE}", content=f"{{{found}}}".encode()),)
