"""Everything that a page shows of one chart, and the files that go with it."""

from collections.abc import Sequence

from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.charts.drawing import drawing
from civalue_build.present.charts.geometry import geometry
from civalue_build.present.charts.live import live_json
from civalue_build.present.charts.model import Chart
from civalue_build.present.charts.table import data_file, table
from civalue_build.present.views import LIVE, FigureView, Link


def figure_view(chart: Chart, number: int, folder: str) -> tuple[FigureView, Asset]:
    """Return the `number`th figure of a page whose files stand in `folder`, and its data file."""
    name = f"{chart.id}.csv"
    content, plan = data_file(chart), geometry(chart)
    words = f"Download the data for figure {number} ({wording.file_size(len(content))} CSV)"
    view = FigureView(
        id=chart.id,
        number=number,
        title=chart.title,
        measure=chart.measure,
        drawing=drawing(chart, plan),
        table=table(chart),
        live=live_json(chart, plan),
        download=Link(text=words, href=name),
        note=chart.note,
    )
    return view, Asset(path=f"{folder}/{name}", content=content)


def live_files(views: Sequence[FigureView], folder: str) -> tuple[Asset, ...]:
    """Return the file that has the live figures of a page by id; none for a page without.

    It is not part of the page, since most readers never scroll to a chart.
    """
    if not views:
        return ()
    found = ",".join(f'"{view.id}":{view.live}' for view in views)
    return (Asset(path=f"{folder}/{LIVE}", content=f"{{{found}}}".encode()),)
