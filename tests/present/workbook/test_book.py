import csv
import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from openpyxl.cell import Cell

from civalue_build.appraise import appraise
from civalue_build.model.case import Case, Organisation
from civalue_build.model.estimate import YearAmount, Years
from civalue_build.model.finding import Judgement
from civalue_build.model.lines import BenefitLine
from civalue_build.present.case.page import case_page
from civalue_build.present.workbook.book import SHEETS, workbook
from tests.appraise.cases import world
from tests.builders import benefit, case, cost, each, number, unstated
from tests.present.workbook.cases import everything
from tests.present.workbook.office import as_written, formulas

HOSTILE = (
    "=1+1",
    "+44 20 7946 0000",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "=HYPERLINK(\"https://example.org\")",
    "{=1+1}",
    "<r><t>markup</t></r>",
    "https://example.org",
    "a\x07bell & <tag> \"quoted\"",
    "1e5",
)  # fmt: skip


def content(given: Case) -> bytes:
    made = workbook(given, appraise(given, world()), world())
    assert made
    return made.content


def cells(book: bytes) -> list[Cell]:
    return [c for sheet in formulas(book) for row in sheet.iter_rows() for c in row if c.value]


def named(text: str) -> Case:
    """A case in which everything that an author writes is the same text."""
    lines = (benefit(id="b", label=text, note=text), benefit(id="n", label=text, amount=unstated()))
    return case(
        title=text,
        summary=text,
        organisation=Organisation(name=text),
        costs=(cost(id="c", label=text, source=text),),
        benefits=lines,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_author_writes_is_text_and_never_a_formula(text: str) -> None:
    book = content(named(text))
    plain = {c.coordinate for c in cells(content(named("Words"))) if c.data_type == "f"}
    found = [c for c in cells(book) if c.data_type == "f"]
    assert {c.coordinate for c in found} == plain
    title = formulas(book)["Read me"]["A1"]
    assert title.data_type == "s"
    assert title.value.lstrip("'\t") == text.lstrip("\t").replace("\x07", "_x0007_")


@pytest.mark.parametrize("text", HOSTILE[:6])
def test_a_sheet_saved_as_text_holds_no_formula_of_an_author(text: str) -> None:
    sheet = as_written(content(named(text)))["Read me"]
    into = io.StringIO()
    csv.writer(into).writerows([[c.value for c in row] for row in sheet.iter_rows()])
    read = [cell for row in csv.reader(io.StringIO(into.getvalue())) for cell in row]
    assert not [cell for cell in read if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_the_same_case_gives_the_same_bytes() -> None:
    given = everything()
    assert content(given) == content(given)
    with zipfile.ZipFile(io.BytesIO(content(given))) as parts:
        stamps = {info.date_time[0] for info in parts.infolist()}
        assert stamps == {1980}
        assert b"1980-01-01" in parts.read("docProps/core.xml")


def test_a_book_leads_to_nothing_outside_itself() -> None:
    with zipfile.ZipFile(io.BytesIO(content(named("https://example.org")))) as parts:
        names = parts.namelist()
        assert not [name for name in names if "external" in name.lower() or "vba" in name.lower()]
        ties = [parts.read(name) for name in names if name.endswith(".rels")]
        assert not [tie for tie in ties if b'TargetMode="External"' in tie]


def test_a_case_without_money_has_no_workbook() -> None:
    given = case(costs=None, benefits=None, appraisal=None)
    assert workbook(given, appraise(given, world()), world()) is None


def test_the_sheets_are_there_in_the_order_in_which_they_are_read() -> None:
    assert tuple(as_written(content(everything())).sheetnames) == SHEETS


def test_every_sheet_can_be_read_and_printed() -> None:
    for sheet in as_written(content(everything())):
        assert sheet.page_setup.orientation == "landscape", sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
        assert sheet.column_dimensions["A"].width > 15, sheet.title
        if sheet.title != "Read me":
            assert sheet.freeze_panes, sheet.title


def test_inputs_are_told_from_formulas_by_words_and_by_colour() -> None:
    book = formulas(content(everything()))["Inputs"]
    assert book["B4"].value == "Value (change it here)"
    for row in book.iter_rows(min_row=5, max_col=9):
        if row[-1].value:
            assert row[1].fill.fgColor.rgb == "FFFFF2CC", row[0].value


def test_what_is_not_stated_is_never_nothing() -> None:
    given = case(
        costs=(cost(id="c", label="A cost", amount=unstated()),), benefits=(benefit(id="b"),)
    )
    book = as_written(content(given))
    inputs = {row[-1]: row[1] for row in book["Inputs"].iter_rows(values_only=True, max_col=9)}
    assert inputs["costs.c.amount"] == "not stated"
    (row,) = [
        row for row in book["Results"].iter_rows(values_only=True, max_row=12) if row[0] == "Nhs"
    ][:1] or [None]
    assert row
    assert row[2] == "not given"
    assert row[3] == 100
    assert row[4:8] == ("not given",) * 4
    assert "the amount of “A cost” is not stated" in row[8]
    assert "not stated" in str(book["Sensitivity"]["A3"].value)


def test_each_number_stands_once() -> None:
    sheet = as_written(content(everything()))["Inputs"]
    keys = [row[0] for row in sheet.iter_rows(min_row=5, min_col=9, max_col=9, values_only=True)]
    told = [key for key in keys if key]
    assert len(told) == len(set(told))
    value = appraise(everything(), world())
    assert value.rests
    assert value.rests.inputs.keys() <= set(told)


def test_a_share_that_nobody_stated_says_that_it_is_taken() -> None:
    sheet = as_written(content(case(costs=(), benefits=(benefit(),))))["Inputs"]
    taken = {row[0]: row for row in sheet.iter_rows(min_row=5, values_only=True)}
    row = taken["Share due to this work, where none is stated"]
    assert row[1] == 1
    assert row[6] == "not stated, so this is taken, for “A benefit”"


def long_case(years: int) -> Case:
    lines: tuple[BenefitLine, ...] = (benefit(years=each(*range(years))),)
    return case(basis={"horizon": years}, costs=(cost(),), benefits=lines)


def test_years_keep_their_column_on_every_sheet() -> None:
    book: Any = as_written(content(long_case(30)))
    heads = {"Discounting": 5, "Lines by year": 3, "Accounts": 3}
    for name, row in heads.items():
        found = [cell.value for cell in book[name][row]]
        assert found[2] == "Year 0", name
        assert found[31] == "Year 29", name


def test_no_formula_needs_a_function_younger_than_the_format() -> None:
    used = set()
    for cell in cells(content(replace(everything(), benefits=everything().benefits))):
        if cell.data_type == "f":
            used |= set(re.findall(r"([A-Z]+)\(", str(cell.value)))
    assert used <= {"ABS", "AND", "IF", "ISNUMBER", "MAX", "MIN", "OR", "SUM", "SUMPRODUCT"}


def test_the_page_of_a_case_leads_to_its_workbook_and_brings_it_along() -> None:
    given = everything()
    value = appraise(given, world())
    book = workbook(given, value, world())
    assert book
    made = case_page(given, value, Judgement(findings=()), world(), book=book)
    assert book in made.assets
    assert f'href="{given.slug}.xlsx"' in made.page.body
    without = case_page(given, value, Judgement(findings=()), world())
    assert ".xlsx" not in without.page.body


def test_a_formula_too_long_for_a_cell_is_a_number_and_the_sheet_says_so() -> None:
    amounts = tuple(YearAmount(year=year, value=number(5, 1, 9)) for year in range(200))
    faded = benefit(amount=None, years=Years(by_year=amounts), drop_off=number(0.1, 0.05, 0.2))
    book = content(case(basis={"horizon": 200}, costs=(cost(),), benefits=(faded,)))
    lengths = {len(str(cell.value)) for cell in cells(book) if cell.data_type == "f"}
    assert max(lengths) < 8192
    assert "too long for a formula" in str(as_written(book)["Sensitivity"]["A5"].value)
    short = as_written(content(everything()))["Sensitivity"]
    assert short["A5"].value is None
