"""A drawing of dots has one dot a case, room on a phone, and words for those who cannot see it."""

import re
from xml.etree import ElementTree as ET

import pytest

from civalue_build.present.charts.dots.drawing import dot_drawing
from civalue_build.present.charts.dots.layout import ACROSS, MOST, dot_plan
from civalue_build.present.charts.dots.model import DotChart, DotRow, Dots

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*counts: int, name: str = "Ward <9>") -> ET.Element:
    """A drawing with rows of so many claimed cases, and one corrected case in each."""
    chart = DotChart(
        id="returns",
        title="Most bring back more",
        measure="Cases by what came back",
        series=("As claimed", "Corrected for evidence"),
        rows=tuple(
            DotRow(
                label=f"Row {at}",
                series=(Dots(names=(name,) * count), Dots(names=("Other",), hollow=True)),
                heads="A part" if at == 0 else "",
            )
            for at, count in enumerate(counts)
        ),
    )
    return ET.fromstring(str(dot_drawing(chart, dot_plan(chart))))  # noqa: S314 our own drawing


def named(svg: ET.Element) -> list[str]:
    return [dot.findtext(f"{SVG}title") or "" for dot in svg.iter(f"{SVG}circle")]


def test_each_case_is_a_dot_with_its_name() -> None:
    names = [name for name in named(drawn(3, 0)) if name]
    assert names == ["Ward <9>"] * 3 + ["Other", "Other"]


@pytest.mark.parametrize("count", [1, ACROSS, ACROSS + 1, MOST])
def test_dots_stay_within_a_phone_and_within_the_drawing(count: int) -> None:
    svg = drawn(count)
    dots = list(svg.iter(f"{SVG}circle"))
    assert len([name for name in named(svg) if name.startswith("Ward")]) == count
    assert max(float(dot.get("cx", 0)) for dot in dots) < 170
    assert max(float(dot.get("cy", 0)) for dot in dots) < float(svg.get("height", 0))
    places = [(dot.get("cx"), dot.get("cy")) for dot in dots]
    assert len(set(places)) == len(places)


def test_of_very_many_cases_a_row_is_a_bar_as_long_as_they_are_many() -> None:
    svg = drawn(MOST * 4, MOST * 2)
    bars = [float(bar.get("width", 0)) for bar in svg.iter(f"{SVG}rect")]
    assert len(bars) == 4
    assert bars[0] == 2 * bars[2]
    assert not [name for name in named(svg) if name]


def test_it_is_read_aloud_row_by_row() -> None:
    svg = drawn(2, 0)
    assert svg.get("role") == "img"
    told = svg.findtext(f"{SVG}desc") or ""
    assert "Row 0: as claimed 2, corrected for evidence 1." in told
    assert "Row 1: as claimed 0, corrected for evidence 1." in told


def test_the_number_of_cases_stands_beside_the_dots() -> None:
    shown = [text.text or "" for text in drawn(12).iter(f"{SVG}text")]
    assert [text for text in shown if re.fullmatch(r"\d+", text)] == ["12", "1"]


def test_long_words_are_broken_so_that_the_drawing_stays_as_wide_as_a_phone() -> None:
    row = DotRow(
        label="Access to general practice, dentistry and the pharmacies of a whole county",
        series=(Dots(names=("A ward",)),),
        heads="More of it came back to people than the work of the year had cost",
    )
    plan = dot_plan(DotChart(id="x", title="T", measure="M", series=("Cases",), rows=(row,)))
    assert plan.width == 280
    lines = [words.text for words in plan.words]
    assert " ".join(lines) == f"Cases {row.heads} {row.label} 1"
    assert max(map(len, lines)) <= 40
    assert sorted({words.y for words in plan.words}) == [words.y for words in plan.words]
    assert max(spot.y for spot in plan.spots) < plan.height
