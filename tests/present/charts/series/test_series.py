"""One series, four forms: each is parsed again and compared point by point."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

from civalue_build.model.enums import Reading
from civalue_build.present.charts.series.drawing import drawing
from civalue_build.present.charts.series.figure import series_figure
from civalue_build.present.charts.series.layout import HEIGHT, layout
from civalue_build.present.charts.series.live import live_figure, live_json
from civalue_build.present.charts.series.model import SeriesChart
from civalue_build.present.charts.series.shapes import COLOURS, PATHS, PLAIN
from civalue_build.present.charts.series.table import data_file, table
from tests.present.charts.series.conftest import Make

SVG = "{http://www.w3.org/2000/svg}"


def svg(series: SeriesChart) -> ET.Element:
    return ET.fromstring(str(drawing(series, layout(series))))  # noqa: S314 our own drawing


def known(series: SeriesChart) -> list[float]:
    return list(series.values())


def test_every_point_is_drawn_where_its_value_is(series: SeriesChart) -> None:
    plan, root = layout(series), svg(series)
    places = [float(c.get("cy", "")) for c in root.iter(f"{SVG}circle")]
    places += [float(s.get("y", "")) for s in root.iter(f"{SVG}svg") if s.get("y")]
    expected = [plan.down(value) for value in known(series)]
    assert sorted(places) == pytest.approx(sorted(expected), abs=0.01)
    assert all(0 <= place <= HEIGHT for place in places)


def test_a_signal_shows_by_shape_as_well_as_by_colour() -> None:
    assert len(set(PATHS.values())) == len(Reading)
    assert len(set(COLOURS.values())) == len(Reading) + 1


def test_only_points_of_a_signal_have_the_shape_of_one(series: SeriesChart) -> None:
    paths = [path.get("d") for path in svg(series).iter(f"{SVG}path")]
    for reads, path in PATHS.items():
        assert paths.count(path) == sum(point.reads is reads for point in series.points)


def test_the_drawing_has_a_name_and_a_description(series: SeriesChart) -> None:
    root = svg(series)
    names = root.get("aria-labelledby", "").split()
    found = {element.get("id"): element.text or "" for element in root.iter() if element.get("id")}
    assert found[names[0]] == series.title
    assert series.middle in found[names[1]]


def test_lines_keep_their_width_when_the_drawing_is_stretched(series: SeriesChart) -> None:
    lines = [p for p in svg(series).iter(f"{SVG}path") if p.get("fill") is None]
    assert lines
    assert all(line.get("vector-effect") == "non-scaling-stroke" for line in lines)


def test_provisional_limits_are_dashed_and_firm_ones_are_not(make: Make) -> None:
    few, many = make([5.0, 6.0] * 6), make([5.0, 6.0] * 7)
    assert 'stroke-dasharray="6 5"' in drawing(few, layout(few))
    assert 'stroke-dasharray="6 5"' not in drawing(many, layout(many))


def test_a_limit_below_zero_is_not_drawn_where_no_value_can_be(make: Make) -> None:
    counts = make([0.0, 3.0, 0.0, 2.0, 0.0, 4.0])
    lower, upper = counts.limits(counts.chart.segments[-1])
    assert (lower is None, upper is None) == (True, False)
    balances = make([-1.0, 3.0, 0.0, 2.0, 0.0, 4.0])
    assert balances.limits(balances.chart.segments[-1])[0] is not None


def test_a_limit_above_all_of_a_hundred_is_not_drawn(make: Make) -> None:
    shares = make([99.0, 93.0, 100.0, 95.0, 99.0, 96.0], unit="percent")
    assert shares.limits(shares.chart.segments[-1])[1] is None


def test_the_table_has_every_point(series: SeriesChart) -> None:
    rows = table(series).rows
    assert len(rows) == len(series.points)
    assert sum(row.cells[1].empty for row in rows) == len(rows) - len(known(series))


def test_the_file_holds_every_value_at_full_precision(series: SeriesChart) -> None:
    rows = list(csv.DictReader(io.StringIO(data_file(series).decode("utf-8-sig"), newline="")))
    assert [float(row["value"]) for row in rows if row["value"]] == known(series)
    assert [row["date"] for row in rows] == [str(point.date) for point in series.points]


def test_the_live_figure_has_every_value_and_the_same_gaps(series: SeriesChart) -> None:
    figure = json.loads(str(live_json(series, layout(series))))
    values = figure["data"][0]["y"]
    assert [value for value in values if value is not None] == known(series)
    assert values.count(None) == len(layout(series).stretches) - 1


def test_plotly_accepts_the_live_figure(series: SeriesChart) -> None:
    figure = live_figure(series, layout(series))
    go.Figure(data=figure["data"], layout=figure["layout"])


def test_the_live_figure_stays_inside_its_script_and_has_no_markup(series: SeriesChart) -> None:
    text = str(live_json(series, layout(series)))
    assert not set("<>&") & set(text)
    assert "\\u003ca href" not in text


def test_a_figure_has_a_number_a_table_and_a_file(series: SeriesChart) -> None:
    view, file = series_figure(series, layout(series), 3, "cases/x")
    assert view.download.text.startswith("Download the data for figure 3 (")
    assert (view.download.href, file.path) == ("m.csv", "cases/x/m.csv")
    assert PLAIN in view.drawing
