"""A register may come from anybody: it is opened with the same care as a case to fill in."""

import io
import zipfile
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.register import Column
from civalue_build.source.intake import parts
from civalue_build.source.register.reading import read_register
from tests.source.intake.test_cells import BOMB, one_sheet, packed
from tests.source.register.books import book, noted, read, told

HEADS = ("Case", "Line", "Month", "Plan")


def kept(folder: Path, content: bytes) -> Path:
    path = folder / "tracker.xlsx"
    path.write_bytes(content)
    return path


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("xl/workbook.xml", BOMB)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (bomb(), "declares a document type"),
        (packed(xl__workbook_xml="<workbook>" + " " * (parts.OPENED + 1)), "too large"),
        (one_sheet("<row>" + "<c/>" * (parts.ELEMENTS + 1) + "</row>"), "too large"),
        (one_sheet("<row r='9000'><c><v>7</v></c></row>"), "too many rows"),
        (b"PK\x03\x04 and nothing else", "is damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "without a password"),
        (b"Case,Line\n", "is no Excel workbook"),
    ],
    ids=["entities", "grows", "elements", "rows", "damaged", "password", "table"],
)
def test_a_hostile_workbook_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    with pytest.raises(CivalueError, match=why):
        read_register(kept(tmp_path, content))


def test_joined_cells_without_end_do_no_harm(tmp_path: Path) -> None:
    words = [("Scheme", "Month", "Plan"), ("Beds", "2025-04", "1"), ("", "2025-05", "2")]
    cells = (
        "".join(f"<c t='str'><v>{text}</v></c>" if text else "<c/>" for text in row)
        for row in words
    )
    joined = "<mergeCells><mergeCell ref='A2:A9999999'/></mergeCells>"
    rows = "".join(f"<row>{row}</row>" for row in cells)
    found = read_register(kept(tmp_path, one_sheet(f"{rows}</sheetData>{joined}<sheetData>")))
    assert [row.words[Column.SCHEME] for row in found.rows] == ["Beds", "Beds"]


def test_what_a_sheet_says_is_shown_without_what_would_run_or_hide(tmp_path: Path) -> None:
    made = book(
        (*HEADS, "_x001B_[31mRAG"),
        ("a", "x", "2025-04", "_x001B_[2J::error::x\u202e"),
    )
    found = read(tmp_path, made)
    shown = "".join((*told(found), *noted(found)))
    assert "?[31mRAG" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_hidden_character_in_a_table_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(CivalueError, match=r"tracker\.csv:2:2: "):
        read(tmp_path, "Case,Line,Month,Plan\na\u200b,x,2025-04,1\n")


def test_a_table_that_names_its_separator_keeps_its_rows(tmp_path: Path) -> None:
    found = read(tmp_path, "sep=;\nCase;Line;Month;Plan\na;x;2025-04;ten\n")
    assert told(found)[0].startswith("tracker.csv: row 3, column 4: expected an amount")


def test_a_table_in_utf_16_is_read(tmp_path: Path) -> None:
    text = "Case\tLine\tMonth\tPlan\na\tx\t2025-04\t£1\n"
    (tmp_path / "tracker.csv").write_bytes(text.encode("utf-16"))
    (row,) = read_register(tmp_path / "tracker.csv").rows
    assert row.figures[0].amount == 1
    assert row.figures[0].pounds
