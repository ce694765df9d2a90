"""One value, four forms: each is parsed again and compared number by number."""

import csv
import io
import json
from itertools import pairwise
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

from civalue_build.model.appraisal import Undefined
from civalue_build.present.case import uncertainty_charts
from civalue_build.present.case.base import Material
from civalue_build.present.case.figures import charts
from civalue_build.present.charts.drawing import drawing
from civalue_build.present.charts.figure import figure_view
from civalue_build.present.charts.geometry import TRACK, geometry
from civalue_build.present.charts.live import live_figure, live_json
from civalue_build.present.charts.model import Bar, Chart, Part
from civalue_build.present.charts.table import data_file, table

SVG = "{http://www.w3.org/2000/svg}"

HOSTILE = '</script><b>"x"</b> & <a href="javascript:alert(1)">=1</a>'


@pytest.fixture(scope="module", params=["waterfall", "matrix", "spread", "tornado", "hostile"])
def chart(request: pytest.FixtureRequest, known: Material) -> Chart:
    drawn = {chart.id: chart for chart in (*charts(known), *uncertainty_charts.charts(known))}
    bars = (
        Bar(label=HOSTILE, values=(12345.678,), part=Part.GAIN),
        Bar(label="-1", values=(Undefined("no amount is stated"),), part=Part.GAIN),
        Bar(label="Net value", values=(-0.4,), part=Part.TOTAL),
    )
    hostile = Chart(
        id="hostile", title=HOSTILE, measure=HOSTILE, series=(HOSTILE,), bars=bars,
        heads=("", "Line"), is_waterfall=True,
    )  # fmt: skip
    return {**drawn, "hostile": hostile}[str(request.param)]


def _numbers(chart: Chart) -> list[float]:
    return [value for value in chart.figures() if not isinstance(value, Undefined)]


def _svg(chart: Chart) -> ET.Element:
    return ET.fromstring(str(drawing(chart, geometry(chart))))  # noqa: S314 our own drawing


def test_the_live_figure_holds_every_number(chart: Chart) -> None:
    figure = json.loads(str(live_json(chart, geometry(chart))))
    drawn = [(y, x) for t in figure["data"] for x, y in zip(t["x"], t["y"], strict=True)]
    lengths = [value - chart.start for value in _numbers(chart)]
    assert [x for _, x in sorted(drawn)] == pytest.approx(lengths)


def test_the_drawing_writes_every_number(chart: Chart) -> None:
    root = _svg(chart)
    written = [t.text for t in root.iter(f"{SVG}text") if t.get("text-anchor") == "end"]
    assert written == [chart.shown(value) for value in _numbers(chart)]


def test_the_bars_of_the_drawing_are_as_long_as_their_numbers(chart: Chart) -> None:
    plan = geometry(chart)
    root = _svg(chart)
    body = next(root.iter(f"{SVG}g"))
    widths = [float(r.get("width", "").rstrip("%")) for r in body.iter(f"{SVG}rect")]
    scale = TRACK * 100 / (plan.high - plan.low)
    expected = [max(abs(value - chart.start) * scale, 0.3) for value in _numbers(chart)]
    assert widths == pytest.approx(expected, abs=0.02)


def test_the_table_shows_every_number(chart: Chart) -> None:
    count = len(chart.series)
    shown = [cell for row in table(chart).rows for cell in row.cells[-count:]]
    assert [cell.text for cell in shown if not cell.empty] == [
        chart.shown(value) for value in _numbers(chart)
    ]


def test_the_file_holds_every_number_at_full_precision(chart: Chart) -> None:
    rows = list(csv.reader(io.StringIO(data_file(chart).decode("utf-8-sig"), newline="")))[1:]
    cells = [cell for row in rows for cell in row[-1 - len(chart.series) : -1]]
    assert [float(cell) for cell in cells if cell] == pytest.approx(_numbers(chart), rel=1e-14)


def test_plotly_accepts_the_live_figure(chart: Chart) -> None:
    figure = live_figure(chart, geometry(chart))
    go.Figure(data=figure["data"], layout=figure["layout"])


def test_the_live_figure_stays_inside_its_script_element(chart: Chart) -> None:
    assert not set("<>&") & set(str(live_json(chart, geometry(chart))))


def test_no_label_is_markup_for_plotly() -> None:
    bars = (Bar(label="<b>x</b>", values=(1.0,)),)
    chart = Chart(id="x", title="x", measure="x", series=("x",), bars=bars, heads=("", "x"))
    assert "&lt;b&gt;x&lt;/b&gt;" in json.dumps(live_figure(chart, geometry(chart)))


def test_the_drawing_has_a_name_and_reads_out_its_numbers(chart: Chart) -> None:
    root = _svg(chart)
    named = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    name, words = (named[key] for key in str(root.get("aria-labelledby")).split())
    assert name == chart.title
    assert all(chart.shown(value) in str(words) for value in _numbers(chart))


def test_a_waterfall_goes_on_where_it_stood(known: Material) -> None:
    plan = geometry(charts(known)[0])
    steps = plan.blocks[:-2]
    assert all(above.end == below.start for above, below in pairwise(steps))
    assert plan.blocks[-2].start == 0
    assert plan.blocks[-2].end == pytest.approx(steps[-1].end)


def test_a_gap_is_explained_in_the_table_and_in_the_file() -> None:
    why = "the shared volume “transfers” is not stated anywhere"
    bars = (Bar(label="a", values=(Undefined(why),)), Bar(label="b", values=(1.0,)))
    chart = Chart(id="x", title="x", measure="x", series=("x",), bars=bars, heads=("", "x"))
    assert table(chart).rows[0].cells[1].text == "not given"
    assert why in data_file(chart).decode()


def test_a_chart_of_nothing_still_has_a_shape() -> None:
    bars = (Bar(label="a", values=(0.0,)),)
    chart = Chart(id="x", title="x", measure="x", series=("x",), bars=bars, heads=("", "x"))
    assert "NaN" not in str(live_json(chart, geometry(chart)))
    assert _svg(chart).tag == f"{SVG}svg"


def test_the_download_says_how_large_it_is(known: Material) -> None:
    view, asset = figure_view(charts(known)[0], 1, "cases/x")
    assert view.download.text == "Download the data for figure 1 (1 kB CSV)"
    assert asset.path == f"cases/x/{view.download.href}"
