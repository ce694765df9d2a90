"""A register is read in either shape; what cannot be used is told with sheet, cell and reason."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl.comments import Comment

from civalue_build.model.register import Column
from civalue_build.source.register.reading import NO_HEADS
from tests.source.register.books import amounts, book, noted, read, told

TIDY = ("Case", "Line", "Month", "Plan", "Actual")
WIDE = ("Case", "Line", "Plan or actual")
BOTH = [
    ("2025-04", "plan", 100.0),
    ("2025-04", "actual", 90.0),
    ("2025-05", "plan", 100.0),
    ("2025-05", "actual", None),
]


def test_the_tidy_and_the_wide_shape_say_the_same(tmp_path: Path) -> None:
    tidy = book(TIDY, ("a", "x", "2025-04", 100, 90), ("a", "x", "2025-05", 100, None))
    wide = book((*WIDE, "Apr-25", "May-25"), ("a", "x", "Plan", 100, 100), ("a", "x", "Actual", 90))
    heads = book(
        ("Case", "Line", "Apr-25 plan", "Actual (Apr-25)", "Plan May-25", "May-25 - Actual"),
        ("a", "x", 100, 90, 100),
    )
    above = book(
        (None, None, "Apr-25", None, "May-25"),
        ("Case", "Line", "Plan", "Actual", "Plan", "Actual"),
        ("a", "x", 100, 90, 100),
    )
    longest = book(
        ("Case", "Line", "Month", "Plan or actual", "Amount (£)"),
        ("a", "x", "M1 2025/26", "Plan", 100),
        ("a", "x", "M1 2025/26", "Actual", 90),
        ("a", "x", "M2 2025/26", "Plan", 100),
        ("a", "x", "M2 2025/26", "Actual", None),
    )
    assert amounts(read(tmp_path, longest)) == BOTH[:3]
    for made in (tidy, wide, heads, above):
        found = read(tmp_path, made)
        assert told(found) == []
        assert sorted(amounts(found), key=str) == sorted(BOTH, key=str)


@pytest.mark.parametrize("look", ["mmm-yy", "mmm", "dd/mm/yyyy", "yyyy-mm-dd", "mmmm yyyy"])
def test_a_head_that_is_a_date_is_its_month_however_it_is_shown(tmp_path: Path, look: str) -> None:
    made = book((*WIDE, date(2025, 4, 30)), ("a", "x", "Plan", 100))
    made.active["D1"].number_format = look
    assert amounts(read(tmp_path, made)) == [("2025-04", "plan", 100.0)]


def test_a_table_is_read_like_a_workbook(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Our tracker\n\nCase;Line;Month;Plan £k;Actual (£k)\n"
        'a;x;01/04/2025;"1.5";(0.25)\n"a";"x\ny";01/05/2025;£2;\n',
    )
    assert told(found) == []
    assert amounts(found) == [
        ("2025-04", "plan", 1500.0),
        ("2025-04", "actual", -250.0),
        ("2025-05", "plan", 2000.0),
        ("2025-05", "actual", None),
    ]
    assert str(found.rows[1].figures[0].spot) == "tracker.csv: row 5, column 4"


def test_a_year_in_a_column_of_its_own_goes_with_the_month(tmp_path: Path) -> None:
    made = book(
        ("Case", "Financial year", "Month", "Actual"),
        ("a", "2025/26", "Mar", 5),
        ("a", "2025/26", "M2", 6),
    )
    assert amounts(read(tmp_path, made)) == [("2026-03", "actual", 5.0), ("2025-05", "actual", 6.0)]


def test_thousands_are_taken_from_the_head_of_the_row_or_of_the_words(tmp_path: Path) -> None:
    heads = book((*WIDE, "Apr-25 £k"), ("a", "x", "Plan", 1.5))
    words = book((*WIDE, "Apr-25"), ("a", "x", "Plan £k", 1.5))
    column = book(("Case", "Line", "Plan or actual (£k)", "Apr-25"), ("a", "x", "Plan", 1.5))
    for made in (heads, words, column):
        assert amounts(read(tmp_path, made)) == [("2025-04", "plan", 1500.0)]


def test_units_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    made = book((*WIDE, "Apr-25 (£)"), ("a", "x", "Plan £k", 1.5))
    (fault,) = told(read(tmp_path, made))
    assert fault == (
        "tracker.xlsx: sheet Tracker, cell D2: the row and the head of the column count in "
        "different units"
    )


def test_thousands_that_no_head_speaks_of_are_refused_and_not_guessed(tmp_path: Path) -> None:
    title = book(("All figures in £000",), TIDY, ("a", "x", "2025-04", 100, 90))
    (fault,) = told(read(tmp_path, title))
    assert fault.startswith("tracker.xlsx: sheet Tracker, cell A1: “All figures in £000” stands")
    named = book(TIDY, ("a", "x", "2025-04", 100, 90), sheet="Plan £k")
    assert "the name of the sheet speaks of thousands" in told(read(tmp_path, named))[0]
    head = book((*TIDY, "Forecast (000s)"), ("a", "x", "2025-04", 100, 90, 80))
    assert "cell F1: found “Forecast (000s)”" in told(read(tmp_path, head))[0]
    said = book(("All in £000",), ("Case", "Month", "Plan £k"), ("a", "2025-04", 1))
    assert told(read(tmp_path, said)) == []


def test_every_cell_that_cannot_be_used_is_told_at_once(tmp_path: Path) -> None:
    made = book(
        (*WIDE, "Apr-25", "May", "M3 2025/26"),
        ("a", "x", "Plan", "12k", 1, 2),
        ("a", "x", "Target", 3, 4, 5),
        ("a", "x", None, 3, 4, 5),
        ("a", "x", "Actual", "=1+1", 4, "#REF!"),
    )
    start = "tracker.xlsx: sheet Tracker, cell "
    assert [one.removeprefix(start)[:44] for one in told(read(tmp_path, made))] == [
        "E1: expected a month such as Apr-25, 2025-04",
        "D2: expected an amount such as 1234.56, £1,2",
        "C3: expected “plan” or “actual”, found “Targ",
        "C4: expected “plan” or “actual”, found nothi",
        "D5: the result of this formula is not in the",
        "F5: the formula in this cell fails: “#REF!”",
    ]


def test_a_formula_without_a_result_is_told_in_a_head_and_in_a_word_too(tmp_path: Path) -> None:
    made = book((*WIDE, "Apr-25", "=EDATE(D1,1)"), ("a", "=B9", "Plan", 1, 2))
    found = told(read(tmp_path, made))
    assert [one.split(": ")[1] for one in found] == [
        "sheet Tracker, cell E1",
        "sheet Tracker, cell B2",
    ]


def test_what_is_passed_over_is_told(tmp_path: Path) -> None:
    made = book(
        (*WIDE, "Apr-25", "Total", "RAG", None),
        ("a", "x", "Plan", 1, 1, "green", "beside"),
        ("a", "x", "Variance", 1, 1, "green"),
        ("Total", None, "Plan", 1, 1),
        (None, None, "Plan", 1, 1, "Sub-total"),
        ("a", "y", "Plan"),
        ("Source: ledger",),
    )
    made.active["D2"].comment = Comment("Agreed by finance", "somebody")
    made.create_sheet("Notes").append(["Kept by finance"])
    found = read(tmp_path, made)
    assert told(found) == []
    assert amounts(found) == [("2025-04", "plan", 1.0)]
    assert [one.removeprefix("tracker.xlsx: sheet ") for one in noted(found)] == [
        "Tracker, cell D2: a comment is not read: “Agreed by finance”",
        "Tracker, cell E1: the column “Total” is not read",
        "Tracker, cell F1: the column “RAG” is not read",
        "Tracker, cell G2: this column has no head, and is not read (1 cell from here on)",
        "Tracker, row 3: “variance” is neither plan nor actual, so this row is not read",
        "Tracker, row 4: a sum of rows is no row of its own, so this row is not read",
        "Tracker, row 5: a sum of rows is no row of its own, so this row is not read",
        "Tracker: 2 rows have no amount and change nothing: 6, 7",
        f"Notes: {NO_HEADS}; it is not read",
    ]


def test_cells_joined_over_rows_count_for_each_of_them(tmp_path: Path) -> None:
    made = book(
        ("Scheme", "Line", "Plan or actual", "Apr-25"),
        ("Beds", "x", "Plan", 1),
        (None, None, "Actual", 2),
    )
    made.active.merge_cells("A2:A3")
    made.active.merge_cells("B2:B3")
    found = read(tmp_path, made)
    assert [row.words[Column.SCHEME] for row in found.rows] == ["Beds", "Beds"]
    assert noted(found) == []


def test_sums_beside_months_that_stand_above_are_left_out(tmp_path: Path) -> None:
    made = book(
        (None, "Apr-25", None, "Total", None),
        ("Case", "Plan", "Actual", "Plan", "Actual"),
        ("a", 1, 2, 1, 2),
    )
    found = read(tmp_path, made)
    assert told(found) == []
    assert amounts(found) == [("2025-04", "plan", 1.0), ("2025-04", "actual", 2.0)]
    assert "cell D2: it stands below “Total”, and is not read" in noted(found)[0]


def test_a_month_that_stands_above_the_wrong_column_is_refused(tmp_path: Path) -> None:
    made = book(
        (None, None, "Apr-25", None, "May-25"),
        ("Case", "Plan", "Actual", "Plan", "Actual"),
        ("a", 1, 2, 3, 4),
    )
    assert "cell B2: no month stands above this column" in told(read(tmp_path, made))[0]


@pytest.mark.parametrize(
    ("heads", "cell"),
    [
        (("Case", "Line", "Month", "Plan", "Planned"), "E1"),
        (("Case", "Line", "Plan or actual", "Apr-25", "2025-04"), "E1"),
        (("Case", "Line", "Line", "Month", "Plan"), "C1"),
    ],
)
def test_a_head_that_stands_twice_is_a_fault(
    tmp_path: Path, heads: tuple[str, ...], cell: str
) -> None:
    found = told(read(tmp_path, book(heads, ("a", "x", "Plan", 1, 2))))
    assert any(f"cell {cell}: the head" in one and "stands here twice" in one for one in found)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([("Line", "Month", "Plan"), ("x", "2025-04", 1)], "it has no column Case and none Scheme"),
        ([("Case", "Line"), ("a", "x")], "it has no column Month with Plan or Actual"),
        ([("Case", "Month", "Apr-25"), ("a", "x", 1)], "a column Month and months in its heads"),
        ([("just", "words")], "no row of heads was found"),
        ([], "nothing stands in it"),
    ],
)
def test_a_file_without_a_register_says_what_is_missing(
    tmp_path: Path, rows: list[tuple[object, ...]], why: str
) -> None:
    (fault,) = told(read(tmp_path, book(*rows)))
    assert why in fault


def test_a_sheet_whose_months_have_no_year_is_never_passed_over(tmp_path: Path) -> None:
    made = book((*WIDE, "Apr-25"), ("a", "x", "Plan", 1))
    other = made.create_sheet("Next year")
    for row in ((*WIDE, "M1"), ("a", "x", "Plan", 1)):
        other.append(row)
    (fault,) = told(read(tmp_path, made))
    assert fault.startswith("tracker.xlsx: sheet Next year, cell D1: expected a month such as")


@pytest.mark.parametrize(
    ("above", "sheet"),
    [(("Cumulative savings",), "Tracker"), ((), "Tracker YTD"), ((None,) * 3 + ("YTD",), "T")],
)
def test_amounts_that_run_on_from_month_to_month_are_refused(
    tmp_path: Path, above: tuple[str | None, ...], sheet: str
) -> None:
    rows = (TIDY, ("a", "x", "2025-04", 100, 90))
    running = book(above, *rows, sheet=sheet)
    (fault,) = told(read(tmp_path, running))
    assert "a ledger has the amount of each month, and not the sum so far; it is not r" in fault
    running.create_sheet("Months")
    for row in rows:
        running["Months"].append(row)
    found = read(tmp_path, running)
    assert told(found) == []
    assert len(amounts(found)) == 2
    assert "and not the sum so far; it is not read" in noted(found)[0]


def test_of_one_case_no_row_need_name_it(tmp_path: Path) -> None:
    made = book(("Line", "Month", "Plan"), ("x", "2025-04", 1))
    assert amounts(read(tmp_path, made, of_one_case=True)) == [("2025-04", "plan", 1.0)]


def test_a_sheet_of_its_own_may_say_which_case_a_scheme_belongs_to(tmp_path: Path) -> None:
    made = book(("Scheme", "Month", "Plan"), ("Beds", "2025-04", 1))
    own = made.create_sheet("Cases")
    for row in (("Scheme", "Case"), ("Beds", "bed-days"), ("Beds", "others")):
        own.append(row)
    found = read(tmp_path, made)
    assert found.cases == {"beds": frozenset({"bed-days", "others"})}
    assert told(found) == noted(found) == []
