"""A grid says in each cell who gains or pays, by when: in words, with a sign, and by its colour."""

from xml.etree import ElementTree as ET

import pytest

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.present.charts.figure import still_and_live
from civalue_build.present.charts.geometry import AGAINST, CLAIMED, NEUTRAL
from civalue_build.present.charts.grid.layout import Cell, grid
from civalue_build.present.charts.model import Bar, Chart, Look

SVG = "{http://www.w3.org/2000/svg}"


def chart(*nets: tuple[Figure, Figure]) -> Chart:
    """Two who are counted, over as many years as there are pairs for each."""
    bars = (
        Bar(group=who, label=f"Over {1 + at // 2} years", values=both)
        for at, both in enumerate(nets)
        for who in (("The trust", "Society")[at % 2],)
    )
    return Chart(
        id="matrix",
        title="Who by when",
        measure="Net present value",
        series=("As claimed", "Corrected"),
        bars=tuple(bars),
        heads=("Who", "When"),
        look=Look.GRID,
        is_signed=True,
    )


def cells(*nets: tuple[Figure, Figure]) -> tuple[Cell, ...]:
    return grid(chart(*nets)).cells


@pytest.mark.parametrize(
    ("net", "lines", "colour"),
    [
        (128_000.0, ("+£128,000", "net gain"), CLAIMED),
        (-481_907.0, ("−£482,000", "net cost"), AGAINST),
        (0.3, ("£0", "neither"), NEUTRAL),
        (1_772_153.0, ("+£1.8", "million", "net gain"), CLAIMED),
        (-17_500_000.0, ("−£17.5", "million", "net cost"), AGAINST),
        (Undefined("no cost stated"), ("not given",), NEUTRAL),
    ],
)
def test_a_cell_says_in_words_what_its_colour_says(
    net: Figure, lines: tuple[str, ...], colour: str
) -> None:
    first, *_ = cells((net, net), (1.0, 1.0))
    shown = tuple("".join(filter(str.isprintable, line)) for line in first.lines)
    assert (shown, first.colour) == (lines, colour)


def test_columns_are_who_is_counted_and_rows_are_by_when() -> None:
    found = cells((1.0, 1.0), (2.0, 2.0), (3.0, 3.0), (4.0, 4.0))
    filled = [cell for cell in found if not cell.hollow]
    assert [cell.left for cell in filled] == [0, 0.5, 0, 0.5]
    assert filled[0].y == filled[1].y < filled[2].y == filled[3].y


def test_what_is_corrected_stands_below_in_a_frame() -> None:
    claimed, corrected, *_ = cells((5.0, -5.0), (1.0, 1.0))
    assert (claimed.hollow, corrected.hollow) == (False, True)
    assert corrected.y >= claimed.y + claimed.height
    assert corrected.colour == AGAINST


def test_what_is_not_given_is_no_area() -> None:
    first, *_ = cells((Undefined("no cost stated"), 1.0), (1.0, 1.0))
    assert first.hollow


def test_every_line_of_a_cell_is_drawn_and_alive() -> None:
    made = chart((128_000.0, -2_500_000.0), (0.0, 1.0))
    still, live = still_and_live(made)
    root = ET.fromstring(str(still))  # noqa: S314 our own drawing
    drawn = [text.text for text in root.iter(f"{SVG}text")]
    layout = live["layout"]
    assert isinstance(layout, dict)
    alive = [note["text"] for note in layout["annotations"]]
    for cell in grid(made).cells:
        assert "<br>".join(cell.lines) in alive
        assert set(cell.lines) <= set(drawn)
