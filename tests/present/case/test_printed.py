"""What a source prints stands whole beside what is computed, and a range is a range."""

from dataclasses import replace

import pytest

from civalue_build.model.appraisal import Figure, Reproduction, Undefined
from civalue_build.model.enums import PrintedOf, Reproduces
from civalue_build.present.case.base import Material
from civalue_build.present.case.printed import printed_table
from civalue_build.present.views import Cell

Three = tuple[float | None, float | None, float | None]


def row(
    known: Material,
    printed: Three,
    computed: tuple[Figure, Figure, Figure],
    *,
    agrees: bool | None,
    of: PrintedOf = PrintedOf.BENEFITS,
) -> tuple[Cell, ...]:
    item = Reproduction(
        label="X",
        of=of,
        printed=printed,
        computed=computed,
        agrees=agrees,
        says=Reproduces.FULLY,
    )
    found = replace(known, appraisal=replace(known.appraisal, printed=(item,)))
    table = printed_table(found)
    assert table is not None
    return table.rows[0].cells


def test_a_value_is_shown_with_both_its_ends(known: Material) -> None:
    cells = row(known, (76, 46, 106), (76, 45, 107), agrees=False)
    assert cells[1].text == "£76, from £46 to £106"
    assert cells[2].text == "£76, from £45 to £107"
    assert cells[3].text == "Differs"


@pytest.mark.parametrize(
    ("computed", "words"),
    [
        (3_552_500, "Lies inside the printed range"),
        (9_600_000, "Lies outside the printed range"),
    ],
)
def test_one_number_is_placed_in_a_printed_range(
    known: Material, computed: float, words: str
) -> None:
    cells = row(known, (None, 3_400_000, 9_500_000), (computed,) * 3, agrees=False)
    assert cells[1].text == "£3,400,000 to £9,500,000"
    assert cells[2].text == f"£{computed:,}"
    assert cells[3].text == words


def test_a_figure_that_cannot_be_computed_says_why(known: Material) -> None:
    short = Undefined("no cost stated")
    cells = row(known, (76, None, None), (short,) * 3, agrees=None)
    assert (cells[2].text, cells[2].empty) == ("not given", True)
    assert cells[3].text == "Cannot be computed"
    assert cells[3].note.startswith("No cost stated.")


def test_a_quantity_that_was_worked_out_has_few_decimals(known: Material) -> None:
    cells = row(known, (108, None, None), (108.1513,) * 3, agrees=True, of=PrintedOf.QUANTITY)
    assert cells[2].text == "108.15"


def test_units_that_pay_for_the_costs_are_no_money(known: Material) -> None:
    cells = row(known, (13, None, None), (13.4,) * 3, agrees=True, of=PrintedOf.BREAK_EVEN)
    assert (cells[1].text, cells[2].text) == ("13", "13.4")
