"""A pyramid says beside each level what stands on it; its widths are its own."""

import csv
import io
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from civalue_build.present.charts.pyramid.drawing import pyramid_drawing
from civalue_build.present.charts.pyramid.figure import pyramid_view
from civalue_build.present.charts.pyramid.layout import BASE, BESIDE, TIP, pyramid
from civalue_build.present.charts.pyramid.live import pyramid_figure
from civalue_build.present.charts.pyramid.model import Entry, Heading, Level, PyramidChart
from civalue_build.present.charts.pyramid.table import data_file, table

SVG = "{http://www.w3.org/2000/svg}"
WORDS = st.text("ab <&\"'é-", min_size=1, max_size=60).filter(str.strip)


def level(number: int, name: str = "A level", *says: str, filled: bool = True) -> Level:
    return Level(
        number=number,
        name=name,
        says=says or ("2 lines",),
        filled=filled,
        figures=(Entry("2", 2), Entry("£1,234", 1234.2)),
    )


def chart(*levels: Level) -> PyramidChart:
    return PyramidChart(
        id="levels",
        title="It stands on <2> levels",
        measure="Lines on each level",
        head="Level",
        headings=(Heading("Lines"), Heading("Claimed", "GBP")),
        levels=levels,
    )


def with_amount(amount: float) -> PyramidChart:
    tall = Level(number=2, name="B", says=("a",), filled=True, figures=(Entry("x", amount),) * 2)
    return chart(level(1), tall)


BOTH = chart(
    level(1, "Patient, carer and family outcomes & experience", "3 lines", "£1.2 million"),
    Level(
        number=2,
        name="Revenue",
        says=("nothing of this case",),
        filled=False,
        figures=(Entry("0", 0), Entry("no money", empty=True)),
    ),
)


def svg(made: PyramidChart) -> ET.Element:
    return ET.fromstring(str(pyramid_drawing(made, pyramid(made))))  # noqa: S314 our own drawing


def test_the_base_is_at_the_foot_and_each_level_narrower_than_the_one_below() -> None:
    plan = pyramid(chart(*(level(number) for number in range(1, 7))))
    assert [step.level.number for step in plan.steps] == [6, 5, 4, 3, 2, 1]
    assert plan.steps[0].above == TIP
    assert plan.steps[-1].below == BASE
    for above, below in pairwise(plan.steps):
        assert above.below == below.above
        assert above.y + above.height == below.y
        assert above.above < below.above


def test_its_widths_do_not_go_by_what_stands_on_a_level() -> None:
    little, much = with_amount(1.0), with_amount(1e9)
    assert [step.corners for step in pyramid(little).steps] == [
        step.corners for step in pyramid(much).steps
    ]


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=7))
def test_words_stand_within_their_level_and_are_those_of_the_live_figure(
    texts: list[tuple[str, str]],
) -> None:
    made = chart(*(level(at, name, said) for at, (name, said) in enumerate(texts, start=1)))
    plan = pyramid(made)
    for step in plan.steps:
        assert all(step.y < line.y <= step.y + step.height for line in step.lines)
    drawn = [text.text for text in svg(made).iter(f"{SVG}text")]
    told = [line.words for step in plan.steps for line in step.lines]
    assert drawn == [str(step.level.number) for step in plan.steps] + told
    layout = pyramid_figure(plan)["layout"]
    assert isinstance(layout, dict)
    assert len(layout["annotations"]) == len(drawn)
    assert all(note["x"] in (BESIDE, BASE / 2) for note in layout["annotations"])


def test_a_level_without_anything_is_a_frame_and_says_so_in_words() -> None:
    top, base = (path.get("fill") for path in svg(BOTH).iter(f"{SVG}path"))
    assert (top, base) == ("#FFFFFF", "#12436D")
    traces = pyramid_figure(pyramid(BOTH))["data"]
    assert isinstance(traces, list)
    assert [trace["fillcolor"] for trace in traces] == [top, base]
    assert "nothing of this case" in [text.text for text in svg(BOTH).iter(f"{SVG}text")]


def test_it_is_read_aloud_from_base_to_tip() -> None:
    assert svg(BOTH).findtext(f"{SVG}title") == "It stands on <2> levels"
    assert svg(BOTH).findtext(f"{SVG}desc") == (
        "Lines on each level. 1. Patient, carer and family outcomes & experience: 3 lines, "
        "£1.2 million. 2. Revenue: nothing of this case."
    )


def test_the_table_and_the_file_hold_every_level_and_why_a_figure_is_missing() -> None:
    rows = [[cell.text for cell in row.cells] for row in table(BOTH).rows]
    assert rows[1] == ["2. Revenue", "0", "no money"]
    read = list(csv.reader(io.StringIO(data_file(BOTH).decode("utf-8-sig"))))
    assert read[0] == ["Number", "Level", "Lines", "Claimed (GBP)", "Why not given"]
    assert read[1][2:] == ["2", "1234.2", ""]
    assert read[2] == ["2", "Revenue", "0", "", "no money"]


def test_a_figure_has_its_data_file_beside_its_page_and_its_live_twin_in_a_file() -> None:
    view, file = pyramid_view(BOTH, 3, "cases/x")
    assert file.path == "cases/x/levels.csv"
    assert (view.id, view.number, view.live_at) == ("levels", 3, "charts.json")
    assert view.download.href == "levels.csv"
    assert "<" not in view.live
