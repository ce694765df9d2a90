"""The spreadsheet to fill in holds every question, and every list from the framework."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from civalue_build.model.intake import Sort
from civalue_build.model.intake_parts import PARTS
from civalue_build.present.intake.options import options
from civalue_build.present.intake.spreadsheet import spreadsheet
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT

FRAMEWORK = read_framework(ROOT)


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(spreadsheet(FRAMEWORK)))


def test_the_same_framework_gives_the_same_bytes() -> None:
    assert spreadsheet(FRAMEWORK) == spreadsheet(FRAMEWORK)


def test_every_question_stands_on_its_sheet(book: Workbook) -> None:
    for part in PARTS:
        labels = [field.label for field in part.fields]
        if part.many:
            assert [cell.value for cell in book[part.sheet][1]][: len(labels)] == labels
        else:
            assert set(labels) <= {row[0].value for row in book["Case"].iter_rows()}


def test_every_choice_has_a_list_that_the_framework_fills(book: Workbook) -> None:
    lists = book["Lists"]
    asked = {field.of for part in PARTS for field in part.fields if field.sort is Sort.CHOICE}
    found = options(FRAMEWORK)
    assert asked == set(found)
    for column, held in enumerate(found.values(), 1):
        words = [lists.cell(row, column).value for row in range(2, len(held) + 2)]
        assert words == [option.text for option in held]
        assert held, "a list is empty"


def test_each_cell_with_a_choice_names_the_cells_of_its_list(book: Workbook) -> None:
    costs = {str(one.sqref): one.formula1 for one in book["Costs"].data_validations.dataValidation}
    column = list(options(FRAMEWORK)).index("types")
    letter = chr(65 + column)
    assert costs["B3:B302"] == f"Lists!${letter}$2:${letter}$4"
    assert costs["J3:J302"] == "Sources!$A$3:$A$302"


def test_it_has_no_macro_and_reaches_for_nothing_outside(book: Workbook) -> None:
    assert book.vba_archive is None
    formulas = {
        cell.value for sheet in book for row in sheet.iter_rows() for cell in row
        if cell.data_type == "f"
    }  # fmt: skip
    assert all(formula.startswith("=IF(Others!$A$") for formula in formulas)
