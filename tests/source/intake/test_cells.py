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
        (datetime(2025, 3, 1), "mmm", "2025-03"),  # noqa: DTZ001 a spreadsheet knows no zones
        (0.5, "[mm]:ss", "0.5"),
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


def one_sheet(rows: str, **files: str) -> bytes:
    """A workbook with one sheet, whose rows are given as XML, and other files."""
    return packed(
        xl__workbook_xml="<workbook><sheets><sheet name='A' id='1'/></sheets></workbook>",
        **{
            "xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id='1' Target='a.xml'/>"
            "</Relationships>",
            "xl/a.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
            **files,
        },
    )


NINES = "9" * 5_000
STYLED = "<row><c s='0'><v>7</v></c></row>"


@pytest.mark.parametrize(
    "book",
    [
        one_sheet(f"<row r='{NINES}'><c><v>7</v></c></row>"),
        one_sheet(f"<row><c t='s'><v>{NINES}</v></c><c><v>7</v></c></row>"),
        one_sheet(f"<row><c s='{NINES}'><v>7</v></c></row>"),
        one_sheet(
            STYLED,
            **{"xl/styles.xml": f"<a><cellXfs><xf numFmtId='{NINES}'/></cellXfs></a>"},
        ),
        one_sheet(
            STYLED,
            **{
                "xl/styles.xml": "<a><numFmts><numFmt numFmtId='200' formatCode='"
                + "[" * 1_000_000
                + "'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs></a>"
            },
        ),
    ],
    ids=["row", "shared text", "style", "format", "long format"],
)
def test_a_number_without_end_inside_a_workbook_does_no_harm(tmp_path: Path, book: bytes) -> None:
    assert "7" in next(iter(sheets(kept(tmp_path, book))["A"].values())).values()


@pytest.mark.parametrize("encoding", ["shift_jis", "idna", "hex", "undefined", "no-such"])
def test_an_unusual_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    book = packed(xl__workbook_xml=f"<?xml version='1.0' encoding='{encoding}'?><workbook/>")
    with pytest.raises(CivalueError, match=r"book\.xlsx: xl/workbook\.xml cannot be read"):
        sheets(kept(tmp_path, book))


def test_damaged_packing_is_told(tmp_path: Path) -> None:
    book = bytearray(packed(xl__workbook_xml="<workbook>" + "abc" * 500 + "</workbook>"))
    start = book.index(b"xl/workbook.xml") + len("xl/workbook.xml")
    book[start : start + 9] = b"\xff" * 9
    with pytest.raises(CivalueError, match="is damaged"):
        sheets(kept(tmp_path, bytes(book)))


def test_packing_that_no_spreadsheet_uses_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(CivalueError, match="packed in an unusual way"):
        sheets(kept(tmp_path, buffer.getvalue()))


def test_a_workbook_with_a_password_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(CivalueError, match="without a password"):
        sheets(kept(tmp_path, bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600))


@pytest.mark.parametrize(
    "rows",
    ["<row>" + "<c/>" * (parts.ELEMENTS + 1) + "</row>", "<a>" * parts.ELEMENTS],
    ids=["side by side", "one in another"],
)
def test_more_elements_than_a_case_needs_are_refused(tmp_path: Path, rows: str) -> None:
    with pytest.raises(CivalueError, match="too large"):
        sheets(kept(tmp_path, one_sheet(rows)))


def test_what_is_read_of_several_files_is_limited_together(tmp_path: Path) -> None:
    half = f"<a>{' ' * (parts.OPENED // 2)}</a>"
    book = one_sheet("", **{"xl/styles.xml": half, "xl/sharedStrings.xml": half})
    with pytest.raises(CivalueError, match="too large"):
        sheets(kept(tmp_path, book))


def shared(text: str, times: int) -> bytes:
    cells = "<c t='s'><v>0</v></c>" * 50
    words = {"xl/sharedStrings.xml": f"<a><si><t>{text}</t></si></a>"}
    return one_sheet(f"<row>{cells}</row>" * times, **words)


def test_a_text_that_is_longer_than_any_cell_is_told_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(CivalueError, match="sheet A: row 1: a cell has more than 32,767"):
        sheets(kept(tmp_path, shared("a" * 32_768, 1)))


def test_a_text_that_stands_in_many_cells_counts_in_each(tmp_path: Path) -> None:
    with pytest.raises(CivalueError, match="sheet A: row 4: the workbook holds too much text"):
        sheets(kept(tmp_path, shared("a" * 30_000, 100)))


def test_two_sheets_of_one_name_are_told_and_none_is_lost(tmp_path: Path) -> None:
    twice = "<sheet name='A' id='1'/>" * 2
    book = packed(xl__workbook_xml=f"<workbook><sheets>{twice}</sheets></workbook>")
    with pytest.raises(CivalueError, match="two sheets A"):
        sheets(kept(tmp_path, book))
