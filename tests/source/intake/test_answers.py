"""A spreadsheet that somebody filled in is read as it stands, and nothing in it is lost."""

import shutil
import subprocess
from pathlib import Path

import pytest

from civalue_build.publish.intake.drafting import Draft, draft
from civalue_build.source.framework import read_framework
from civalue_build.source.intake.answers import Answers, read_answers
from tests.conftest import ROOT
from tests.filled import FILLED, filled, with_cells

FRAMEWORK = read_framework(ROOT)
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="module")
def book() -> bytes:
    return filled(FRAMEWORK)


def read(path: Path, book: bytes) -> Answers:
    (path / "case.xlsx").write_bytes(book)
    return read_answers(path / "case.xlsx")


def drafted(answers: Answers) -> tuple[Draft, list[str]]:
    made = draft(answers.facts, FRAMEWORK)
    told = [answers.told(one.part, one.row, one.path, one.message, one.line) for one in made.faults]
    return made, [*told, *answers.lost]


def test_a_filled_spreadsheet_gives_the_same_case_as_the_form(tmp_path: Path, book: bytes) -> None:
    made, told = drafted(read(tmp_path, book))
    assert told == []
    assert made == draft(FILLED, FRAMEWORK)


@pytest.mark.slow
def test_it_gives_the_same_case_once_libreoffice_has_saved_it(tmp_path: Path, book: bytes) -> None:
    assert OFFICE, "LibreOffice is missing: make test installs it"
    (tmp_path / "case.xlsx").write_bytes(book)
    command = [OFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(tmp_path / "made")]
    subprocess.run([*command, str(tmp_path / "case.xlsx")], check=True, capture_output=True)
    made, told = drafted(read_answers(tmp_path / "made" / "case.xlsx"))
    assert told == []
    assert made == draft(FILLED, FRAMEWORK)


def test_a_fault_names_sheet_row_and_column_and_shows_what_stands_there(
    tmp_path: Path, book: bytes
) -> None:
    changed = with_cells(
        book,
        {
            ("Costs", "D3"): "about 20k",
            ("Costs", "J4"): "Ledger",
            ("Case", "B11"): "soon",
            ("Series", "C4"): "n/a",
        },
    )
    _, told = drafted(read(tmp_path, changed))
    assert "\n".join(told) == (
        "sheet Case, row 11, First month: enter a date such as 2025-03 or March 2025; "
        "found “soon”\n"
        "sheet Costs, row 3, column Amount in pounds, for each year: enter a number alone, such "
        "as 1650 or 0.35; found “about 20k”\n"
        "sheet Costs, row 4, column Where the figure comes from: nothing is listed under “Where "
        "it comes from” by this name; found “Ledger”\n"
        "sheet Series, row 4: enter a number alone, such as 1650 or 0.35; "
        "found “2023-11, n/a, 1702, Ward moved, then back”"
    )


def test_what_has_no_place_is_told_with_its_cell(tmp_path: Path, book: bytes) -> None:
    changed = with_cells(
        book,
        {
            ("Costs", "P3"): "beside the table",
            ("Case", "A60"): "Another question?",
            ("Case", "B60"): "its answer",
            ("Case", "C3"): "my own note",
            ("My sheet", "B2"): "a\u202eb",
            ("Series", "A9"): "Some other measure",
            ("Series", "B9"): "2024-02",
        },
    )
    made, told = drafted(read(tmp_path, changed))
    assert made == draft(FILLED, FRAMEWORK)
    assert told == [
        "sheet Case, cell C3: it stands beside no question: “my own note”",
        "sheet Case, cell A60: this is no question: “Another question?”",
        "sheet Case, cell B60: it stands beside no question: “its answer”",
        "sheet Costs, cell P3: its column has no head that is known: “beside the table”",
        "sheet Series, cell A9: its measure is not on the sheet Measures: “2024-02”",
        "sheet My sheet, cell B2: there is no place for this sheet: “a?b”",
    ]


def test_a_column_may_be_moved_and_a_row_left_empty(tmp_path: Path, book: bytes) -> None:
    changed = with_cells(
        book,
        {
            ("Sources", "B1"): "Year",
            ("Sources", "B2"): None,
            ("Sources", "B3"): 2025,
            ("Sources", "B4"): None,
            ("Sources", "D1"): "What it is",
            ("Sources", "D2"): None,
            ("Sources", "D3"): "finance-ledger",
            ("Sources", "D4"): None,
            ("Sources", "A4"): None,
            ("Sources", "E4"): None,
            ("Sources", "A7"): "Ward falls audit",
            ("Sources", "D7"): "audit",
            ("Sources", "E7"): "https://example.org/falls?a=1&b=2",
        },
    )
    made, told = drafted(read(tmp_path, changed))
    assert told == []
    assert made == draft(FILLED, FRAMEWORK)


def test_an_untouched_spreadsheet_holds_no_answer(tmp_path: Path) -> None:
    answers = read(tmp_path, filled(FRAMEWORK, {}))
    assert answers.facts == {}
    assert answers.lost == ()
