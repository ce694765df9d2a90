from xml.etree import ElementTree as ET

import pytest

from civalue_build.model.card import Trend
from civalue_build.model.enums import Reading, Variation
from civalue_build.present.charts.series.layout import dates_of
from civalue_build.present.charts.series.model import TOO_FEW, SeriesChart
from civalue_build.present.charts.series.small import (
    SPARK_HEIGHT,
    SPARK_WIDTH,
    latest_in_words,
    small_drawing,
    sparkline,
)

SVG = "{http://www.w3.org/2000/svg}"


def trend(*values: float | None, reads: Reading | None = None) -> Trend:
    points = tuple((738000 + 30 * at, value) for at, value in enumerate(values))
    return Trend(label="M", values=points, variation=Variation.COMMON_CAUSE, reads=reads)


@pytest.mark.parametrize("values", [(1, 5, 2), (3, 3, 3), (1, None, 4), (-2, 0, -7), (1e9, 2e9, 0)])
def test_a_sparkline_stays_in_its_box(values: tuple[float | None, ...]) -> None:
    root = ET.fromstring(str(sparkline(trend(*values))))  # noqa: S314 our own drawing
    for line in root.iter("path"):
        steps = line.get("d", "")[1:].replace("L", " ").split()
        across, down = map(float, steps[::2]), map(float, steps[1::2])
        assert all(0 <= x <= SPARK_WIDTH for x in across)
        assert all(0 <= y <= SPARK_HEIGHT for y in down)


def test_a_sparkline_breaks_where_a_value_is_missing() -> None:
    whole, broken = trend(1, 2, 3, 4), trend(1, 2, None, 4)
    assert sparkline(whole).count("<path") + 1 == sparkline(broken).count("<path")


def test_a_sparkline_is_silent_and_words_speak_for_it() -> None:
    assert 'aria-hidden="true"' in sparkline(trend(1, 2))
    assert latest_in_words(trend(*range(6))) == "no signal of change"


def test_few_points_are_not_said_to_be_chance() -> None:
    assert latest_in_words(trend(26, 42, 40)) == TOO_FEW
    assert latest_in_words(trend(1, 2, 3, reads=Reading.IMPROVEMENT)) != TOO_FEW


def test_a_small_chart_marks_the_points_of_signals_and_has_a_name(series: SeriesChart) -> None:
    drawn = str(small_drawing(series, dates_of(series.points)))
    root = ET.fromstring(drawn)  # noqa: S314 our own drawing
    marked = [inner for inner in root.iter("svg") if inner.get("overflow")]
    assert len(marked) == sum(point.reads is not None for point in series.points)
    assert root.find("title") is not None
