"""One value, four forms: each is parsed again and compared number by number."""

import csv
import io
import json
import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

from civalue_build.model.appraisal import Undefined
from civalue_build.present.case.base import Material
from civalue_build.present.case.figures import charts
from civalue_build.present.charts.figure import figure_view, still_and_live
from civalue_build.present.charts.geometry import BAR, GAP, LINE, NEUTRAL, TRACK, geometry
from civalue_build.present.charts.live import live_figure, live_json
from civalue_build.present.charts.model import Bar, Chart, Look, Part
from civalue_build.present.charts.table import data_file, table

SVG = "{http://www.w3.org/2000/svg}"

HOSTILE = '</script><b>"x"</b> & <a href="javascript:alert(1)">=1</a>'


IN_BARS = ("waterfall", "realisation", "payers", "spread", "tornado", "hostile")
KINDS = (*IN_BARS, "matrix", "payback", "hostile-grid", "hostile-curve")


def chart_named(name: str, known: Material) -> Chart:
    drawn = {chart.id: chart for chart in charts(known)}
    bars = (
        Bar(label=HOSTILE, values=(12345.678,), part=Part.GAIN),
        Bar(label="-1", values=(Undefined("no amount is stated"),), part=Part.GAIN),
        Bar(label="Net value", values=(-0.4,), part=Part.TOTAL),
    )
    hostile = Chart(
        id="hostile", title=HOSTILE, measure=HOSTILE, series=(HOSTILE,), bars=bars,
        heads=("", "Line"), is_waterfall=True,
    )  # fmt: skip
    cells = replace(hostile, look=Look.GRID, is_waterfall=False, is_signed=True)
    lines = replace(
        hostile,
        look=Look.CURVE,
        bars=(Bar(label=HOSTILE, values=(-5.0,)), Bar(label=HOSTILE, values=(7.0,))),
        times=(0.0, 1.0),
        crosses=(0.4,),
    )
    made = {"hostile": hostile, "hostile-grid": cells, "hostile-curve": lines}
    return (drawn | made)[name]


@pytest.fixture(scope="module", params=KINDS)
def chart(request: pytest.FixtureRequest, known: Material) -> Chart:
    return chart_named(str(request.param), known)


@pytest.fixture(scope="module", params=IN_BARS)
def bars(request: pytest.FixtureRequest, known: Material) -> Chart:
    return chart_named(str(request.param), known)


def _numbers(chart: Chart) -> list[float]:
    return [value for value in chart.figures() if not isinstance(value, Undefined)]


def _svg(chart: Chart) -> ET.Element:
    return ET.fromstring(str(still_and_live(chart)[0]))  # noqa: S314 our own drawing


def _live(chart: Chart) -> str:
    return live_json(still_and_live(chart)[1])


def test_the_live_figure_holds_every_number(bars: Chart) -> None:
    figure = json.loads(_live(bars))
    drawn = [(y, x) for t in figure["data"] for x, y in zip(t["x"], t["y"], strict=True)]
    lengths = [value - bars.start for value in _numbers(bars)]
    assert [x for _, x in sorted(drawn)] == pytest.approx(lengths)


def test_the_drawing_writes_every_number(bars: Chart) -> None:
    root = _svg(bars)
    written = [t.text for t in root.iter(f"{SVG}text") if t.get("text-anchor") == "end"]
    assert written == [bars.shown(value) for value in _numbers(bars)]


def test_the_bars_of_the_drawing_are_as_long_as_their_numbers(bars: Chart) -> None:
    plan = geometry(bars)
    root = _svg(bars)
    body = next(root.iter(f"{SVG}g"))
    widths = [float(r.get("width", "").rstrip("%")) for r in body.iter(f"{SVG}rect")]
    scale = TRACK * 100 / (plan.high - plan.low)
    expected = [max(abs(value - bars.start) * scale, 0.3) for value in _numbers(bars)]
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
    _, figure = still_and_live(chart)
    go.Figure(data=figure["data"], layout=figure["layout"])


def test_the_live_figure_has_no_markup_that_would_need_a_style(chart: Chart) -> None:
    assert set(re.findall("<[a-z]+", json.dumps(still_and_live(chart)[1]))) <= {"<br"}


def test_the_live_figure_stays_inside_its_script_element(chart: Chart) -> None:
    assert not set("<>&") & set(_live(chart))


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


def test_the_steps_of_a_waterfall_stand_where_a_reader_works_them_out() -> None:
    """From 0 to −100, from there to +50, and 50 left: the scale runs from −100 to 50."""
    bars = (
        Bar(label="a", values=(-100.0,), part=Part.COST),
        Bar(label="b", values=(150.0,), part=Part.GAIN),
        Bar(label="c", values=(50.0,), part=Part.TOTAL),
        Bar(label="d", values=(-25.0,), part=Part.CORRECTED),
    )
    chart = Chart(
        id="x", title="x", measure="x", series=("x",), bars=bars, heads=("", "x"), is_waterfall=True
    )
    plan = geometry(chart)
    assert [(b.start, b.end, b.hollow) for b in plan.blocks] == [
        (0, -100, False), (-100, 50, False), (0, 50, False), (0, -25, True),
    ]  # fmt: skip
    assert (plan.low, plan.high) == (-100, 50)
    assert plan.across(0) == pytest.approx(TRACK * 2 / 3)
    row = LINE + 1 + BAR + GAP
    assert [b.y for b in plan.blocks] == [LINE + 1 + BAR / 2 + row * at for at in range(4)]


def test_colour_tells_gain_from_cost_where_a_chart_is_signed() -> None:
    bars = (Bar(label="a", values=(5.0, -5.0)), Bar(label="b", values=(0.2, 0.0)))
    chart = Chart(
        id="x",
        title="x",
        measure="x",
        series=("x", "y"),
        bars=bars,
        heads=("", "x"),
        is_signed=True,
    )
    assert [b.colour for b in geometry(chart).blocks] == ["#12436D", "#F46A25", NEUTRAL, NEUTRAL]


def test_a_gap_is_explained_in_the_table_and_in_the_file() -> None:
    why = "the shared volume “transfers” is not stated anywhere"
    bars = (Bar(label="a", values=(Undefined(why),)), Bar(label="b", values=(1.0,)))
    chart = Chart(id="x", title="x", measure="x", series=("x",), bars=bars, heads=("", "x"))
    assert table(chart).rows[0].cells[1].text == "not given"
    assert why in data_file(chart).decode()


def test_a_chart_of_nothing_still_has_a_shape() -> None:
    bars = (Bar(label="a", values=(0.0,)),)
    chart = Chart(id="x", title="x", measure="x", series=("x",), bars=bars, heads=("", "x"))
    assert "NaN" not in _live(chart)
    assert _svg(chart).tag == f"{SVG}svg"


def test_the_download_says_how_large_it_is(known: Material) -> None:
    view, asset = figure_view(charts(known)[0], 1, "cases/x")
    assert view.download.text == "Download the data for figure 1 (1 kB CSV)"
    assert asset.path == f"cases/x/{view.download.href}"
