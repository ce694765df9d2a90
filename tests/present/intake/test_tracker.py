"""The tracker to fill in: what its cells hold, and that no text of a case runs in it."""

import io

from openpyxl import load_workbook

from civalue_build.model.register import LineToFill, Which
from civalue_build.present.intake.tracker import tracker

MONTHS = range(12 * 2025 + 3, 12 * 2026 + 3)
LINE = LineToFill(
    slug="bed-days",
    title='=HYPERLINK("https://example.org")',
    stream="@wards",
    line="agency",
    label="+1 shift",
    kind="cash-releasing",
    amounts={(MONTHS[1], Which.ACTUAL): -12.5},
)


def test_each_line_has_a_row_of_plan_and_one_of_actual_with_what_the_ledger_holds() -> None:
    sheet = load_workbook(io.BytesIO(tracker([LINE], MONTHS)))["Tracker"]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert [row[6] for row in rows] == ["Plan", "Actual"]
    assert [row[7:10] for row in rows] == [(None, None, None), (None, -12.5, None)]
    assert [f"{cell.value:%Y-%m}" for cell in sheet[2][7:]] == [
        f"{month // 12}-{month % 12 + 1:02}" for month in MONTHS
    ]


def test_a_text_of_a_case_is_never_a_formula_or_a_link() -> None:
    sheet = load_workbook(io.BytesIO(tracker([LINE], MONTHS)))["Tracker"]
    cells = [sheet.cell(3, column) for column in (2, 3, 5)]
    assert [cell.value for cell in cells] == [LINE.title, LINE.stream, LINE.label]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)
