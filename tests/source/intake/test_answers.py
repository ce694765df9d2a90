"""A spreadsheet that somebody filled in is read as it stands, and nothing in it is lost."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from civalue_build.publish.intake.drafting import Draft, draft
from civalue_build.source.framework import read_framework
from civalue_build.source.intake.answers import Answers, read_answers
from tests.conftest import ROOT
from tests.filled import FILLED, filled, saved, with_cells

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
        "sheet Series, row 4: enter a number alone, such as 1650 or 0.35; "
        "found “2023-11, n/a, 1702, Ward moved, then back”\n"
        "sheet Costs, row 3, column Amount in pounds, for each year: enter a number alone, such "
        "as 1650 or 0.35; found “about 20k”\n"
        "sheet Costs, row 4, column Where the figure comes from: nothing is listed under “Where "
        "it comes from” by this name; found “Ledger”"
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
        (
            "sheet Costs, cell P3: its column has no head that is known, or the head of another: "
            "“beside the table”"
        ),
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


def told_of(path: Path, book: bytes) -> list[str]:
    _, told = drafted(read(path, book))
    return told


def test_a_cell_whose_formula_has_no_result_or_fails_is_told(tmp_path: Path, book: bytes) -> None:
    cells = {("Costs", "D3"): "=2*12000", ("Case", "B8"): "#REF!", ("Series", "E3"): "#N/A"}
    assert told_of(tmp_path, with_cells(book, cells)) == [
        "sheet Case, cell B8: the formula in this cell fails: “#REF!”",
        (
            "sheet Costs, cell D3: the result of this formula is not in the file; open it, save it "
            "and try again: “=2*12000”"
        ),
        "sheet Series, cell E3: the formula in this cell fails: “#N/A”",
    ]


def test_comments_and_cells_joined_over_rows_are_told(tmp_path: Path, book: bytes) -> None:
    opened = load_workbook(io.BytesIO(book))
    opened["Costs"]["A3"].comment = Comment("half a post since May", "somebody")
    opened["Sources"].merge_cells("B3:B4")
    opened["Sources"].merge_cells("B5:C5")
    assert told_of(tmp_path, saved(opened)) == [
        (
            "sheet Sources, cells B3:B4: these cells are joined, so only the first row has what "
            "stands there: “finance-ledger”"
        ),
        "sheet Costs, cell A3: a comment is not read: “half a post since May”",
    ]


@pytest.mark.parametrize(
    ("name", "other"),
    [("Case", "case"), ("Costs", "What we spent"), ("Series", "SERIES "), ("Measures", "Figures")],
)
def test_a_sheet_that_was_renamed_is_known_by_its_heads(
    tmp_path: Path, book: bytes, name: str, other: str
) -> None:
    opened = load_workbook(io.BytesIO(book))
    opened[name].title = "for a moment"
    opened["for a moment"].title = other
    made, told = drafted(read(tmp_path, saved(opened)))
    assert told == []
    assert made == draft(FILLED, FRAMEWORK)


def test_a_fault_names_a_sheet_as_its_owner_does(tmp_path: Path, book: bytes) -> None:
    opened = load_workbook(io.BytesIO(with_cells(book, {("Costs", "D3"): "about 20k"})))
    opened["Costs"].title = "What we spent"
    assert told_of(tmp_path, saved(opened)) == [
        (
            "sheet What we spent, row 3, column Amount in pounds, for each year: enter a number "
            "alone, such as 1650 or 0.35; found “about 20k”"
        )
    ]


def test_rows_may_stand_above_the_heads_and_words_over_the_hints(
    tmp_path: Path, book: bytes
) -> None:
    opened = load_workbook(io.BytesIO(with_cells(book, {("People", "A2"): "volunteers"})))
    opened["Sources"].insert_rows(1)
    opened["Sources"]["A1"] = "Our sources"
    made, told = drafted(read(tmp_path, saved(opened)))
    assert told == [
        "sheet People, row 2, column How they took part: this is needed",
        "sheet Sources, cell A1: it stands above the heads of the columns: “Our sources”",
    ]
    assert made.text.count("group: volunteers") == 1
    assert made.text.count("title: ") == draft(FILLED, FRAMEWORK).text.count("title: ")


def test_two_columns_with_one_head_lose_nothing_without_a_word(tmp_path: Path, book: bytes) -> None:
    changed = with_cells(book, {("Sources", "H1"): "Title", ("Sources", "H3"): "Another"})
    made, told = drafted(read(tmp_path, changed))
    assert made == draft(FILLED, FRAMEWORK)
    assert [one.partition(":")[0] for one in told] == [
        "sheet Sources, cell H1",
        "sheet Sources, cell H3",
    ]


def test_what_is_typed_in_place_of_choosing_is_known_in_any_capitals(
    tmp_path: Path, book: bytes
) -> None:
    changed = with_cells(
        book,
        {
            ("Case", "B9"): "ACUTE hospital",
            ("Case", "B10"): "Completed",
            ("Costs", "B3"): "direct",
            ("Costs", "C3"): "our organisation",
            ("Costs", "J3"): " ward  Cost centre reports",
            ("Benefits", "B3"): "released capacity",
            ("Benefits", "H3"): "Bed day",
        },
    )
    made, told = drafted(read(tmp_path, changed))
    assert told == []
    assert made == draft(FILLED, FRAMEWORK)


def test_a_name_that_differs_in_capitals_alone_is_not_guessed_between_two(
    tmp_path: Path, book: bytes
) -> None:
    cells = {("Sources", "A5"): "ward falls AUDIT", ("Costs", "J3"): "WARD FALLS AUDIT"}
    (told,) = told_of(tmp_path, with_cells(book, cells))
    assert told.startswith("sheet Costs, row 3, column Where the figure comes from: nothing is")


def test_each_row_over_time_that_cannot_be_read_is_told_and_the_others_are_kept(
    tmp_path: Path, book: bytes
) -> None:
    cells = {("Series", "C4"): "<5", ("Series", "B6"): "2023-10"}
    made, told = drafted(read(tmp_path, with_cells(book, cells)))
    assert [one.partition(":")[0] for one in told] == ["sheet Series, row 4", "sheet Series, row 6"]
    assert list(made.files.values()) == ["date,value,denominator\n2023-10,6.3,1650\n2023-12,,\n"]


def test_another_sheet_is_told_in_one_line(tmp_path: Path, book: bytes) -> None:
    cells = {("Sums", f"A{row}"): row for row in range(1, 400)}
    assert told_of(tmp_path, with_cells(book, cells)) == [
        "sheet Sums, cell A1: there is no place for this sheet, nor for its other 398 cells: “1”"
    ]


def test_an_untouched_spreadsheet_holds_no_answer(tmp_path: Path) -> None:
    answers = read(tmp_path, filled(FRAMEWORK, {}))
    assert answers.facts == {}
    assert answers.lost == ()
