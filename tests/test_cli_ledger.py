"""`civalue ledger`: a tracker goes into the ledgers of its cases, all of it or nothing."""

import io
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from civalue_build.cli import main
from tests.conftest import ROOT

Capture = pytest.CaptureFixture[str]
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
A_YEAR = [*(f"2023-{month:02}" for month in range(4, 13)), "2024-01", "2024-02", "2024-03"]
TIDY = "Case,Line,Month,Plan,Actual\n"
LEDGER = "month,line,plan,actual\n2023-04,nurse-lead,100,90\n"


def run(library: Path, *words: str) -> int:
    command, *rest = words
    return main([command, "--library", str(library), *rest])


def take(library: Path, text: str, *words: str) -> int:
    (library / "tracker.csv").write_text(text, encoding="utf-8")
    return run(library, "ledger", *words, "--from", str(library / "tracker.csv"))


def ledger(library: Path) -> Path:
    return library / "cases" / "sound" / "ledger.csv"


def every_file(library: Path) -> Mapping[str, bytes]:
    found = (path for path in (library / "cases").rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in found}


@pytest.fixture
def tracked(library: Path) -> Path:
    """The miniature library, whose case has a ledger."""
    path = library / "cases" / "sound" / "case.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\ncosts:\n", "\nledger: ledger.csv\ncosts:\n"), encoding="utf-8")
    ledger(library).write_text(LEDGER, encoding="utf-8")
    return library


def test_a_first_tracker_makes_the_ledger_and_names_it_in_the_case(
    library: Path, capsys: Capture
) -> None:
    assert take(library, f"{TIDY}sound,nurse-lead,M1 2023/24,£100.50,(90)\n") == 0
    told = capsys.readouterr().out
    assert "cases/sound/ledger.csv: 2 amounts added." in told
    assert "cases/sound/case.md: added the key “ledger: ledger.csv”." in told
    assert "Next: civalue check sound" in told
    assert ledger(library).read_text(encoding="utf-8") == (
        "month,line,plan,actual\n2023-04,nurse-lead,100.5,-90\n"
    )
    text = (library / "cases" / "sound" / "case.md").read_text(encoding="utf-8")
    own = (ROOT / "tests/data/library/cases/sound/case.md").read_text(encoding="utf-8")
    assert text.replace("ledger: ledger.csv\n---\n", "---\n", 1) == own


def test_the_same_tracker_twice_changes_nothing(library: Path, capsys: Capture) -> None:
    text = f"{TIDY}sound,nurse-lead,2023-04,100,90\n"
    assert take(library, text) == 0
    before = every_file(library)
    capsys.readouterr()
    assert take(library, text) == 0
    assert "2 the same as before" in (told := capsys.readouterr().out)
    assert "nothing was written" in told
    assert every_file(library) == before


def test_an_amount_that_differs_is_shown_and_waits_for_replace(
    tracked: Path, capsys: Capture
) -> None:
    text = f"{TIDY}sound,nurse-lead,2023-04,100,95\nsound,nurse-lead,2023-05,100,\n"
    before = every_file(tracked)
    assert take(tracked, text) == 1
    told = capsys.readouterr().out
    assert (
        "cases/sound/ledger.csv: 2023-04, nurse-lead, actual: 90 → 95 "
        "(tracker.csv: row 2, column 5)"
    ) in told
    assert "run the same again with --replace" in told
    assert every_file(tracked) == before
    assert take(tracked, text, "--replace") == 0
    assert "90 → 95" in capsys.readouterr().out
    assert ledger(tracked).read_text(encoding="utf-8") == (
        "month,line,plan,actual\n2023-04,nurse-lead,100,95\n2023-05,nurse-lead,100,\n"
    )


def test_one_faulty_row_keeps_all_of_the_tracker_out(tracked: Path, capsys: Capture) -> None:
    before = every_file(tracked)
    text = f"{TIDY}sound,nurse-lead,2023-05,100,95\nsound,nurse-lead,2023-06,ten,\n"
    assert take(tracked, text, "--replace") == 1
    told = capsys.readouterr().out
    assert "tracker.csv: row 3, column 4: expected an amount" in told
    assert "Nothing was written." in told
    assert every_file(tracked) == before


@pytest.mark.parametrize(
    ("row", "where", "why"),
    [
        (
            "bed-flow,x,2023-04,1,",
            "column 1",
            "no case for “bed-flow”; start it: civalue new bed-flow",
        ),
        ("soundd,x,2023-04,1,", "column 1", "did you mean sound? If not, start it: civalue new"),
        (",nurse-lead,2023-04,1,", "", "names neither a case nor a scheme"),
        ("sound,nurse-leed,2023-04,1,", "column 2", "not “nurse-leed”; did you mean nurse-lead?"),
        (
            "sound,,2023-04,1,",
            "column 2",
            "write into a column Line which line of sound is meant: nurse-lead, bed-",
        ),
    ],
)
def test_a_row_that_fits_no_case_or_line_is_told_with_what_to_do(
    library: Path,
    capsys: Capture,
    row: str,
    where: str,
    why: str,
) -> None:
    before = every_file(library)
    assert take(library, f"{TIDY}{row}\n") == 1
    told = capsys.readouterr().out
    assert told.startswith(f"tracker.csv: row 2{where and f', {where}'}: ")
    assert why in told
    assert every_file(library) == before


def test_an_error_that_the_ledger_would_bring_is_told_at_its_cell(
    library: Path, capsys: Capture
) -> None:
    rows = "".join(f"sound,nurse-lead,{month},,-1\n" for month in A_YEAR)
    assert take(library, f"{TIDY}{rows}") == 1
    told = capsys.readouterr().out
    assert "tracker.csv: row 2, column 5: sound: CV079 " in told
    assert "is below zero; make it a benefit" in told
    assert not ledger(library).exists()


def test_an_error_elsewhere_in_the_case_is_told_and_the_amounts_are_taken(
    library: Path, capsys: Capture
) -> None:
    rows = "".join(f"sound,nurse-lead,{month},,1000\n" for month in A_YEAR)
    assert take(library, f"{TIDY}{rows}") == 0
    told = capsys.readouterr().out
    assert "cases/sound/case.md:" in told
    assert "CV2003 “Cost of the lead nurse” is printed as 96,000 and computes to" in told
    assert "that comes of the new amounts, and is for the case to put right" in told


def test_an_actual_of_a_month_to_come_is_told_and_taken(
    library: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert take(library, f"{TIDY}sound,nurse-lead,2097-04,1,2\n") == 0
    told = capsys.readouterr().out
    assert "tracker.csv: row 2, column 4: sound: CV" in told
    assert "which is after today" in told


def test_a_scheme_without_a_case_is_told_once_for_all_its_rows(
    library: Path, capsys: Capture
) -> None:
    rows = "Bed flow,2023-04,1\nBed flow,2023-05,1\nBed flow,2023-06,1\n"
    assert take(library, f"Scheme,Month,Plan\n{rows}") == 1
    (told, _) = capsys.readouterr().out.splitlines()
    assert told == (
        "tracker.csv: row 2, column 1: no case for “Bed flow”; start it: civalue new bed-flow, "
        "then write its short name into a column Case (and 2 more rows like it)"
    )


@pytest.mark.parametrize(
    "name",
    ["sound", "Sound", "cases/sound", "cases/sound/case.md", "Skin-check rounds on six wards"],
)
def test_a_case_is_known_by_its_short_name_its_folder_or_its_title(
    library: Path, name: str
) -> None:
    assert take(library, f"{TIDY}{name},Lead nurse, 2023-04,1,\n") == 1
    assert take(library, f'{TIDY}{name},"Lead nurse, half time",2023-04,1,\n') == 0


def test_a_scheme_is_mapped_by_another_row_or_by_the_command(library: Path) -> None:
    rows = "sound,Skin,nurse-lead,2023-04,1\n,Skin,nurse-lead,2023-05,2\n"
    assert take(library, f"Case,Scheme,Line,Month,Plan\n{rows}") == 0
    assert take(library, "Line,Month,Plan\nnurse-lead,2023-06,3\n", "sound") == 0
    assert ledger(library).read_text(encoding="utf-8").count("nurse-lead") == 3


def test_a_row_of_another_case_than_the_command_names_is_a_fault(
    library: Path, capsys: Capture
) -> None:
    assert take(library, f"{TIDY}other,nurse-lead,2023-04,1,\n", "sound") == 1
    assert (
        "tracker.csv: row 2, column 1: the row names “other”, and the command the case sound"
    ) in capsys.readouterr().out
    assert take(library, f"{TIDY}sound,nurse-lead,2023-04,1,\n", "sound") == 0


def test_the_kind_finds_the_line_or_contradicts_it(library: Path, capsys: Capture) -> None:
    head = "Case,Line,Kind,Month,Actual\n"
    assert take(library, f"{head}sound,,capacity,2023-04,1\n") == 0
    assert "2023-04,bed-days,,1" in ledger(library).read_text(encoding="utf-8")
    assert take(library, f"{head}sound,bed-days,cash-releasing,2023-04,1\n") == 1
    assert "column 3: the line bed-days of sound is released-capacity there" in (
        capsys.readouterr().out
    )
    assert take(library, f"{head}sound,,income,2023-04,1\n") == 1
    assert "column 3: there is no line of the kind “income”: sound has the lines nurse-lead" in (
        capsys.readouterr().out
    )
    assert take(library, f"{head}sound,bed-days,recurrent,2023-04,1\n") == 1
    assert "no kind is called “recurrent”; write cash-releasing," in capsys.readouterr().out


def test_a_month_that_is_given_twice_is_a_fault_even_if_both_agree(
    library: Path, capsys: Capture
) -> None:
    row = "sound,nurse-lead,2023-04,1,\n"
    assert take(library, f"{TIDY}{row}{row}") == 1
    assert (
        "tracker.csv: row 3, column 4: sound, nurse-lead, 2023-04, plan is given twice: also at "
        "row 2, column 4"
    ) in capsys.readouterr().out


def test_pounds_are_no_amount_of_a_case_in_another_currency(library: Path, capsys: Capture) -> None:
    path = library / "cases" / "sound" / "case.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  horizon: 2\n", "  horizon: 2\n  currency: EUR\n"), encoding="utf-8"
    )
    assert take(library, f"{TIDY}sound,nurse-lead,2023-04,£1,\n") == 1
    assert "the amount is in pounds, and sound counts in EUR" in capsys.readouterr().out


def test_a_value_stream_that_the_case_does_not_name_is_told(library: Path, capsys: Capture) -> None:
    text = "Case,Value stream,Line,Month,Plan\nsound,Frailty,nurse-lead,2023-04,1\n"
    assert take(library, text) == 0
    assert (
        "row 2, column 2: the value stream is “Frailty”, and sound names none "
        "(approaches: leeds-waste-reduction: value_stream); not changed"
    ) in capsys.readouterr().out


def _broken_ledger(library: Path) -> None:
    ledger(library).write_text(f"{LEDGER}soon,nurse-lead,1,2\n", encoding="utf-8")


def _unnamed_ledger(library: Path) -> None:
    path = library / "cases" / "sound" / "case.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nledger: ledger.csv\n", "\n"), encoding="utf-8")


def _broken_case(library: Path) -> None:
    (library / "cases" / "sound" / "case.md").write_text("no case", encoding="utf-8")


def _linked_ledger(library: Path) -> None:
    ledger(library).rename(library / "elsewhere.csv")
    ledger(library).symlink_to(library / "elsewhere.csv")


def _ledger_elsewhere(library: Path) -> None:
    path = library / "cases" / "sound" / "case.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ledger: ledger.csv", "ledger: ../out.csv"), encoding="utf-8")


def _empty_key(library: Path) -> None:
    path = library / "cases" / "sound" / "case.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ledger: ledger.csv", "ledger:"), encoding="utf-8")
    ledger(library).unlink()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_broken_ledger, "cases/sound/ledger.csv:3:1: expected a month such as 2023-04"),
        (_unnamed_ledger, "is there, and case.md does not name it: add “ledger: ledger.csv”"),
        (_broken_case, "the case sound cannot be read; see: civalue check sound"),
        (_linked_ledger, "is there, and cannot be read as a table"),
        (_ledger_elsewhere, "../out.csv cannot be the name of a ledger"),
        (_empty_key, "add “ledger: ledger.csv” to the keys of cases/sound/case.md first"),
    ],
)
def test_a_case_whose_ledger_cannot_be_kept_whole_is_left_alone(
    tracked: Path, capsys: Capture, spoil: Callable[[Path], None], why: str
) -> None:
    spoil(tracked)
    before = every_file(tracked)
    assert take(tracked, f"{TIDY}sound,nurse-lead,2023-05,1,\n", "--replace") == 1
    assert why in capsys.readouterr().out
    assert every_file(tracked) == before
    assert not (tracked / "cases" / "out.csv").exists()


def test_a_file_that_is_no_tracker_is_refused_in_words(library: Path, capsys: Capture) -> None:
    for name, content, why in (
        ("t.xlsx", b"Case,Line\n", "is no Excel workbook"),
        ("t.xls", b"\xd0\xcf\x11\xe0", "has a password, or is of an old kind"),
        ("t.csv", b"PK\x03\x04", "this is a workbook with the name of a table"),
        ("t.csv", b"Case,Line\n\xa3\n", "saved in an older encoding"),
        ("t.csv", b'Case,Month,Plan\n"a,2023-04,1\n', "a quote is not closed"),
        ("t.csv", b"a,b\n" * 6_000, "too many rows"),
        ("t.csv", b"x" * 2_000_001, "at most 2,000,000 are read"),
    ):
        (library / name).write_bytes(content)
        assert run(library, "ledger", "--from", str(library / name)) == 2
        assert why in capsys.readouterr().err
    assert run(library, "ledger", "--from", str(library / "none.csv")) == 2
    assert "none.csv cannot be read" in capsys.readouterr().err


def made(library: Path, *words: str) -> Path:
    path = library / "tracker.xlsx"
    assert run(library, "ledger", *words, "--to", str(path), "--year", "2023/24") == 0
    return path


def fill(path: Path) -> Workbook:
    """Fill in a month of each row, as a person would."""
    book = load_workbook(path)
    sheet = book["Tracker"]
    for row in range(3, sheet.max_row + 1):
        sheet.cell(row, 8, 100 * row)
    sheet["I3"] = "£1,234.50"
    return book


def test_a_tracker_to_fill_in_holds_every_line_and_what_its_ledger_says(
    tracked: Path, capsys: Capture
) -> None:
    sheet = load_workbook(made(tracked))["Tracker"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert rows[0][:7] == (
        "Case", "Scheme", "Value stream", "Line", "What it is", "Kind", "Plan or actual"
    )  # fmt: skip
    assert [f"{day:%Y-%m}" for day in rows[0][7:]][::11] == ["2023-04", "2024-03"]
    assert [row[3] for row in rows[1::2]] == ["nurse-lead", "bed-days", "home-care"]
    assert [row[7] for row in rows[1:4]] == [100, 90, None]
    capsys.readouterr()
    assert run(tracked, "ledger", "--from", str(tracked / "tracker.xlsx")) == 0
    assert "2 the same as before" in capsys.readouterr().out


def test_a_tracker_to_fill_in_is_the_same_on_every_day_and_overwrites_nothing(
    library: Path, capsys: Capture
) -> None:
    first = made(library).read_bytes()
    assert run(library, "ledger", "--to", str(library / "tracker.xlsx"), "--year", "2023/24") == 2
    assert "there already" in capsys.readouterr().err
    (library / "tracker.xlsx").unlink()
    assert made(library, "sound").read_bytes() == first


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--to", "t.xlsx", "--year", "2025"), "--year expects a financial year such as 2025/26"),
        (("--to", "t.xlsx"), "say which financial year"),
        (("none", "--to", "t.xlsx", "--year", "2025/26"), "there is no case “none”"),
        (("a", "b", "--from", "t.csv"), "name one case that every row belongs to"),
        (("--to", "no/t.xlsx", "--year", "2025/26"), "cannot be written"),
    ],
)
def test_a_command_that_cannot_work_says_why(
    library: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    why: str,
) -> None:
    monkeypatch.chdir(library)
    assert run(library, "ledger", *words) == 2
    assert why in capsys.readouterr().err


def test_a_filled_tracker_is_taken_checked_and_shown(library: Path, capsys: Capture) -> None:
    path = made(library)
    fill(path).save(path)
    assert_taken(library, path, capsys)


@pytest.mark.slow
def test_a_tracker_that_libreoffice_has_saved_is_taken_as_well(
    library: Path, capsys: Capture
) -> None:
    assert OFFICE, "LibreOffice is missing: make test installs it"
    path = made(library)
    book = fill(path)
    book["Tracker"]["J3"] = "=H3+1"
    book.save(path)
    command = [OFFICE, f"-env:UserInstallation=file://{library}/profile", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(library / "saved"), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    assert_taken(library, library / "saved" / "tracker.xlsx", capsys)
    assert "2023-06,nurse-lead,301," in ledger(library).read_text(encoding="utf-8")


def assert_taken(library: Path, path: Path, capsys: Capture) -> None:
    """Take a filled tracker, and look at the ledger, at the check and at the tracker page."""
    capsys.readouterr()
    assert run(library, "ledger", "--from", str(path)) == 0
    told = capsys.readouterr().out
    assert "not read" not in told
    text = ledger(library).read_text(encoding="utf-8")
    assert "2023-04,nurse-lead,300,400\n2023-04,bed-days,500,600\n" in text
    assert "2023-05,nurse-lead,1234.5,\n" in text
    assert run(library, "check") == 0
    assert "error" not in capsys.readouterr().out
    site = library / "site"
    assert run(library, "build", "--target", str(site), "--no-downloads", "--no-search") == 0
    page = (site / "insights" / "tracker" / "index.html").read_text(encoding="utf-8")
    assert "sound" in page
    assert "April 2023" in page
    rows = (site / "data" / "tracker.csv").read_text(encoding="utf-8")
    assert "nurse-lead" in rows
    assert "2023-05" in rows


def test_a_tracker_whose_formula_has_no_result_is_told_and_not_lost(
    library: Path, capsys: Capture
) -> None:
    path = made(library)
    book = fill(path)
    book["Tracker"]["J3"] = "=H3+1"
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(buffer.getvalue())
    capsys.readouterr()
    assert run(library, "ledger", "--from", str(path)) == 1
    assert (
        "tracker.xlsx: sheet Tracker, cell J3: the result of this formula is not in the file; "
        "open it, save it and try again: “=H3+1”"
    ) in capsys.readouterr().out
    assert not ledger(library).exists()


def test_of_many_faults_some_are_shown_and_the_rest_are_counted(
    library: Path, capsys: Capture
) -> None:
    assert take(library, TIDY + "sound,nurse-lead,soon,1,\n" * 250) == 1
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 202
    assert told[-2] == "… and 50 more like these."
    assert "(250)" in told[-1]
