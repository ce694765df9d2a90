"""`civalue new --from`: a spreadsheet that somebody filled in becomes a case of the library."""

import shutil
from pathlib import Path

import pytest

from civalue_build.cli import main
from civalue_build.publish.intake.drafting import draft
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.filled import FILLED, filled, with_cells

Capture = pytest.CaptureFixture[str]
FRAMEWORK = read_framework(ROOT)
SLUG = "walking-rounds-two-wards"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A library with the real framework and no case."""
    shutil.copytree(ROOT / "framework", tmp_path / "framework")
    (tmp_path / "cases").mkdir()
    (tmp_path / "filled.xlsx").write_bytes(filled(FRAMEWORK))
    return tmp_path


def run(library: Path, *words: str) -> int:
    return main([*words, "--library", str(library)])


def test_a_filled_spreadsheet_becomes_a_case_without_an_error(empty: Path, capsys: Capture) -> None:
    assert run(empty, "new", "--from", str(empty / "filled.xlsx")) == 0
    made = draft(FILLED, FRAMEWORK)
    assert (empty / "cases" / SLUG / "case.md").read_text(encoding="utf-8") == made.text
    assert (empty / "cases" / SLUG / "falls-per-1-000-bed-days.csv").is_file()
    assert f"Next: civalue check {SLUG}" in capsys.readouterr().out
    assert run(empty, "check", SLUG) == 0
    assert "error" not in capsys.readouterr().out


def test_a_name_of_its_own_goes_before_that_of_the_spreadsheet(empty: Path) -> None:
    assert run(empty, "new", "my-case", "--from", str(empty / "filled.xlsx")) == 0
    assert (empty / "cases" / "my-case" / "case.md").is_file()


def test_what_is_not_in_the_case_is_told_and_the_rest_is_written(
    empty: Path, capsys: Capture
) -> None:
    changed = with_cells(filled(FRAMEWORK), {("Costs", "D3"): "much", ("Costs", "P9"): "beside"})
    (empty / "filled.xlsx").write_bytes(changed)
    assert run(empty, "new", "--from", str(empty / "filled.xlsx")) == 1
    told = capsys.readouterr().out
    assert "sheet Costs, row 3, column Amount in pounds, for each year: enter a number" in told
    assert "sheet Costs, cell P9: its column has no head that is known, or the head of" in told
    assert "amount: not-stated" in (empty / "cases" / SLUG / "case.md").read_text(encoding="utf-8")


def test_a_case_that_is_there_is_never_overwritten(empty: Path, capsys: Capture) -> None:
    book = str(empty / "filled.xlsx")
    assert run(empty, "new", "--from", book) == 0
    before = (empty / "cases" / SLUG / "case.md").read_bytes()
    assert run(empty, "new", "--from", book) == 2
    assert (empty / "cases" / SLUG / "case.md").read_bytes() == before
    assert "there already" in capsys.readouterr().err


def test_a_title_without_a_latin_letter_asks_for_a_short_name(empty: Path, capsys: Capture) -> None:
    book = with_cells(filled(FRAMEWORK), {("Case", "B3"): "東京"})
    (empty / "filled.xlsx").write_bytes(book)
    assert run(empty, "new", "--from", str(empty / "filled.xlsx")) == 2
    told = capsys.readouterr()
    assert "Short name: enter a short name" in told.out
    assert "name it yourself: civalue new fewer-falls --from filled.xlsx" in told.err
    assert run(empty, "new", "tokyo", "--from", str(empty / "filled.xlsx")) == 1


def test_a_table_that_is_there_is_kept_and_no_half_case_is_left(
    empty: Path, capsys: Capture
) -> None:
    table = empty / "cases" / SLUG / "falls-per-1-000-bed-days.csv"
    table.parent.mkdir()
    table.write_text("date,value\n", encoding="utf-8")
    assert run(empty, "new", "--from", str(empty / "filled.xlsx")) == 2
    assert "give the new case another name" in capsys.readouterr().err
    assert [one.name for one in table.parent.iterdir()] == [table.name]
    assert table.read_text(encoding="utf-8") == "date,value\n"


@pytest.mark.parametrize("name", ["case.csv", "case.ods", "case.xls"])
def test_a_file_of_another_kind_says_how_to_save_it(
    empty: Path, capsys: Capture, name: str
) -> None:
    (empty / name).write_bytes(b"\xd0\xcf\x11\xe0 or Question,Answer\n")
    assert run(empty, "new", "--from", str(empty / name)) == 2
    assert "choose Save as, then Excel workbook (.xlsx)" in capsys.readouterr().err


def test_without_a_name_and_a_spreadsheet_it_says_what_to_do(empty: Path, capsys: Capture) -> None:
    assert run(empty, "new") == 2
    assert "civalue new fewer-falls" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(empty: Path, capsys: Capture) -> None:
    assert run(empty, "new", "--from", str(empty / "no.xlsx")) == 2
    assert "no.xlsx cannot be read" in capsys.readouterr().err
