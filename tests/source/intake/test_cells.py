"""Cells are read as their reader sees them, from a file that may come from anybody."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from civalue_build.errors import CivalueError
from civalue_build.source.intake import parts
from civalue_build.source.intake.cells import Unread, sheets
from tests.filled import saved


def kept(path: Path, book: bytes) -> Path:
    path = path / "book.xlsx"
    path.write_bytes(book)
    return path


def packed(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("value", "look", "expected"),
    [
        ("2025-03", "@", "2025-03"),
        ("  two\nlines ", "General", "  two\nlines "),
        (1650, "General", "1650"),
        (0.1 + 0.2, "General", "0.3"),
        (1e-7, "General", "0.0000001"),
        (123456789.25, "#,##0", "123456789.25"),
        (0.6, "0%", "60%"),
        (0.125, "0.00 %", "12.5%"),
        (date(2025, 3, 31), "dd/mm/yyyy", "2025-03-31"),
        (datetime(2025, 3, 1), "mmm-yy", "2025-03"),  # noqa: DTZ001 a spreadsheet knows no zones
        (45000, '0 "days by year"', "45000"),
        (True, "General", "true"),
        ("=1+1", "@", "=1+1"),
        ("#REF!", "General", "#REF!"),
    ],
)
def test_a_cell_is_read_as_it_is_shown(
    tmp_path: Path, value: object, look: str, expected: str
) -> None:
    book = Workbook()
    cell = book.active["B2"]
    cell.value, cell.number_format = value, look
    found = sheets(kept(tmp_path, saved(book)))["Sheet"]
    assert found == {2: {1: expected}}
    assert isinstance(found[2][1], Unread) is (value in ("=1+1", "#REF!"))


def test_a_count_of_days_from_1904_gives_the_same_dates(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 a spreadsheet knows no zones
    book.active["A1"] = date(2025, 3, 31)
    assert sheets(kept(tmp_path, saved(book)))["Sheet"] == {1: {0: "2025-03-31"}}


def test_cells_that_do_not_say_their_place_follow_one_another(tmp_path: Path) -> None:
    book = packed(
        xl__workbook_xml="<workbook><sheets><sheet name='A' id='1'/></sheets></workbook>",
        **{
            "xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id='1' Target='a.xml'/>"
            "</Relationships>",
            "xl/a.xml": "<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
            "<row><c r='C2'><v>3</v></c><c><v>4</v></c></row></sheetData></worksheet>",
        },
    )
    assert sheets(kept(tmp_path, book))["A"] == {1: {0: "1", 1: "2"}, 2: {2: "3", 3: "4"}}


BOMB = """<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<workbook>&b;</workbook>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("xl/workbook.xml", BOMB.encode(encoding))
    with pytest.raises(CivalueError, match="declares a document type"):
        sheets(kept(tmp_path, buffer.getvalue()))


def test_what_grows_when_it_is_unpacked_is_refused(tmp_path: Path) -> None:
    book = packed(xl__workbook_xml="<workbook>" + " " * (parts.OPENED + 1) + "</workbook>")
    assert len(book) < 100_000
    with pytest.raises(CivalueError, match="too large"):
        sheets(kept(tmp_path, book))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is no Excel workbook"),
        (b"Title,Falls\n", "is no Excel workbook"),
        (b"PK\x03\x04 and nothing else", "is damaged"),
        (packed(other_xml="<a/>"), "is no Excel workbook"),
        (packed(xl__workbook_xml="<workbook>"), "cannot be read"),
        (b"PK\x03\x04" + b" " * parts.BYTES, "more than 5,000,000 bytes"),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(CivalueError, match=words):
        sheets(kept(tmp_path, content))


def test_a_sheet_beyond_any_case_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A6000"] = "far below"
    with pytest.raises(CivalueError, match="too many rows"):
        sheets(kept(tmp_path, saved(book)))


def test_a_character_that_xml_has_no_place_for_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "one_x000D_\ntwo_x0009_three"
    assert sheets(kept(tmp_path, saved(book)))["Sheet"] == {1: {0: "one\r\ntwo\tthree"}}
