"""Cells are written by us and read by an independent reader."""

import io

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from civalue_build.present.workbook.cells import Cells, column


@pytest.fixture
def sheet() -> Worksheet:
    into = io.BytesIO()
    book = Workbook(into, {"in_memory": True})
    cells = book.add_worksheet("One", Cells)
    bold = book.add_format({"bold": True})._get_xf_index()
    cells.put_text(3, 27, "a < b & c", bold)
    cells.put_number(3, 0, 0.1 + 0.2, 0)
    cells.put_number(1, 1, 1, 0)
    cells.put_number(1, 1, 2, 0)
    cells.put_formula(2, 1, 'IF(B1<3,"R&D",0)', "R&D", 0)
    cells.put_blank(2, 0, bold)
    cells.put_height(3, 45)
    book.close()
    read: Worksheet = load_workbook(io.BytesIO(into.getvalue()))["One"]
    return read


def test_a_reader_finds_each_cell_where_it_was_written(sheet: Worksheet) -> None:
    assert sheet["AB3"].value == "a < b & c"
    assert sheet["AB3"].font.bold
    assert sheet["A3"].value == pytest.approx(0.3, abs=1e-15)
    assert sheet["A2"].font.bold
    assert sheet["B2"].value == '=IF(B1<3,"R&D",0)'
    assert sheet.dimensions == "A1:AB3"


def test_a_cell_that_is_written_again_is_replaced(sheet: Worksheet) -> None:
    assert sheet["B1"].value == 2


def test_a_row_is_as_high_as_it_was_set(sheet: Worksheet) -> None:
    assert sheet.row_dimensions[3].height == 45


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (702, "AAA")])
def test_columns_have_letters(number: int, letters: str) -> None:
    assert column(number) == letters
