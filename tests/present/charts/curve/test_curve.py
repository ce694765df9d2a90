"""A curve stands where a reader works it out by hand."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from civalue_build.model.appraisal import Undefined
from civalue_build.present.charts.curve.layout import APART, HEIGHT, curve
from civalue_build.present.charts.figure import still_and_live
from civalue_build.present.charts.model import Bar, Chart, Look

SVG = "{http://www.w3.org/2000/svg}"
BACK = 1 + 40 / 60


def chart(*series: tuple[float, ...], times: tuple[float, ...] = (0, 1, 2, 3)) -> Chart:
    """A curve for each tuple of nets; £100 is paid at once, and £60 comes back each year."""
    lines = series or ((-100.0, -40.0, 20.0, 80.0),)
    return Chart(
        id="payback",
        title="When the money is back",
        measure="Net so far",
        series=("As claimed", "Corrected")[: len(lines)],
        bars=tuple(
            Bar(label=f"Moment {time}", values=tuple(nets))
            for time, *nets in zip(times, *lines, strict=True)
        ),
        heads=("", "Moment"),
        look=Look.CURVE,
        times=times,
        crosses=(BACK, Undefined("the money is not back within 3 years"))[: len(lines)],
    )


def test_a_line_starts_at_nothing_and_drops_by_the_first_cost_at_once() -> None:
    plan = curve(chart())
    (line,) = plan.lines
    assert line.places == ((0, 0), (0, -100), (1 / 3, -40), (2 / 3, 20), (1, 80))


def test_places_are_where_a_reader_works_them_out() -> None:
    """On an axis from −100 to 100, each pound is a pixel: 80 is 20 from the top."""
    plan = curve(chart())
    assert plan.scale.ticks == (-100, -50, 0, 50, 100)
    assert [plan.down(amount) for amount in (100, 80, 0, -100)] == [0, 20, 100, HEIGHT]
    root = ET.fromstring(str(still_and_live(chart())[0]))  # noqa: S314 our own drawing
    (way,) = (path.get("d") for path in root.iter(f"{SVG}path"))
    assert way == "M0 100L0 200L333.3 140L666.7 80L1000 20"


def test_the_mark_stands_where_the_money_is_back() -> None:
    (line,) = curve(chart()).lines
    assert line.crossing is not None
    assert line.crossing.across == pytest.approx(BACK / 3)
    assert line.crossing.words == "20 months"
    _, live = still_and_live(chart())
    data = live["data"]
    assert isinstance(data, list)
    assert data[-1]["x"] == [pytest.approx(BACK, abs=1e-6)]


def test_a_line_that_never_gets_back_has_no_mark() -> None:
    made = chart((-100.0, -40.0, 20.0, 80.0), (-140.0, -104.0, -68.0, -32.0))
    claimed, corrected = curve(made).lines
    assert claimed.crossing
    assert corrected.crossing is None


@pytest.mark.parametrize(("end", "other"), [(80.0, 80.0), (80.0, 75.0), (0.0, 1.0)])
def test_the_names_of_two_lines_that_end_alike_stand_apart(end: float, other: float) -> None:
    made = chart((-100.0, -40.0, 20.0, end), (-100.0, -40.0, 20.0, other))
    one, two = curve(made).lines
    assert abs(one.down - two.down) == pytest.approx(APART)


@pytest.mark.parametrize(
    ("times", "axis", "ticks"),
    [
        ((0, 1, 1, 1), "months", ["0", "3", "6", "9", "12"]),
        ((0, 1, 2, 2), "months", ["0", "6", "12", "18", "24"]),
        ((0, 1, 2, 3), "years", ["0", "1", "2", "3"]),
        ((0, 1, 2, 10), "years", ["0", "2", "4", "6", "8", "10"]),
    ],
)
def test_the_axis_counts_months_where_years_are_few(
    times: tuple[float, ...], axis: str, ticks: list[str]
) -> None:
    plan = curve(chart(times=times))
    assert (plan.axis, [tick.words for tick in plan.ticks]) == (axis, ticks)


@pytest.mark.parametrize(
    ("times", "unit"), [(1, "£"), (100, "£ thousand"), (1e5, "£ million"), (1e8, "£ billion")]
)
def test_the_axis_names_its_unit(times: float, unit: str) -> None:
    plan = curve(chart(tuple(times * net for net in (-100.0, -40.0, 20.0, 80.0))))
    assert plan.unit == unit
    assert all(abs(tick) < 10_000 for tick in plan.scale.ticks)


def test_lines_are_told_apart_without_colour() -> None:
    made = chart((-100.0, -40.0, 20.0, 80.0), (-140.0, -104.0, -68.0, -32.0))
    root = ET.fromstring(str(still_and_live(made)[0]))  # noqa: S314 our own drawing
    dashes = [path.get("stroke-dasharray") for path in root.iter(f"{SVG}path")]
    assert dashes[0] is None
    assert dashes[1]
    data = still_and_live(made)[1]["data"]
    assert isinstance(data, list)
    assert [trace["line"]["dash"] for trace in data[:2]] == ["solid", "dash"]


def test_a_currency_of_more_letters_names_the_axis_too() -> None:
    assert curve(replace(chart(), currency="USD")).unit == "USD"


def test_an_axis_of_dates_names_months_where_they_begin() -> None:
    """Two years from October 2023: January 2024 is 3 months on, of 24."""
    months = tuple((at + 1) / 12 for at in range(24))
    dated = replace(chart(tuple(range(24)), times=months), crosses=(), since=2023 * 12 + 9)
    plan = curve(dated)
    assert plan.axis == ""
    known = {tick.words: tick.across * 24 for tick in plan.ticks}
    assert known == pytest.approx({"2024": 3, "2025": 15})
    _, live = still_and_live(dated)
    assert "Before the first month: £0" in str(live)
