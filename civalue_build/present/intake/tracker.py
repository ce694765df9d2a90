"""The tracker to fill in: a row of plan and one of actual for each line, a column for each month.

What it holds is read again by `source/register`. Importing this module imports XlsxWriter, which
is slow to start.
"""

import io
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from civalue_build.model.register import HEADS, WORDS, Column, LineToFill, Which
from civalue_build.present.intake.spreadsheet import MADE, OPTIONS

SHEET = "Tracker"
ABOUT = (
    "Write what was planned and what came for each month, in the currency of the case. Leave a "
    "cell empty where nobody knows yet: that is not zero. A cell may hold a formula."
)
_COLUMNS = (Column.CASE, Column.SCHEME, Column.STREAM, Column.LINE, Column.ABOUT, Column.KIND,
            Column.WHICH)  # fmt: skip
_WIDTHS = (26, 34, 18, 20, 40, 18, 14)
_HEAD, _FIRST = 1, 2
"""The row of the heads, and that of the first line; rows are counted from 0 here."""
_AMOUNT = "#,##0.00"
_BOX = {"border": 1, "border_color": "#768692"}
_DARK = {"bold": True, "bg_color": "#003087", "font_color": "#FFFFFF", "valign": "top"}


def tracker(lines: Sequence[LineToFill], months: Sequence[int]) -> bytes:
    """Return the workbook; the same lines and months give the same bytes on every day."""
    buffer = io.BytesIO()
    book = Workbook(buffer, OPTIONS)
    book.set_properties({"title": "Plan and actual to fill in", "created": MADE})
    sheet = book.add_worksheet(SHEET)
    head = book.add_format(_DARK)
    month = book.add_format({**_DARK, "num_format": "mmm-yy", "align": "right"})
    sheet.write_string(0, 0, ABOUT, book.add_format({"italic": True}))
    for at, column in enumerate(_COLUMNS):
        sheet.write_string(_HEAD, at, HEADS[column][0], head)
        sheet.set_column(at, at, _WIDTHS[at])
    for at, number in enumerate(months, len(_COLUMNS)):
        day = datetime(number // 12, number % 12 + 1, 1)  # noqa: DTZ001 a sheet knows no zones
        sheet.write_datetime(_HEAD, at, day, month)
    text, amount = (
        book.add_format({"valign": "top"}),
        book.add_format({"num_format": _AMOUNT, **_BOX}),
    )
    rows = ((line, which) for line in lines for which in Which)
    for row, (line, which) in enumerate(rows, _FIRST):
        sheet.write_row(row, 0, _texts(line, which), text)
        for at, number in enumerate(months, len(_COLUMNS)):
            found = line.amounts.get((number, which))
            sheet.write(row, at, found, amount)
    _arrange(sheet, len(lines), len(months))
    book.close()
    return buffer.getvalue()


def _texts(line: LineToFill, which: Which) -> tuple[str, ...]:
    return (line.slug, line.title, line.stream, line.line, line.label, line.kind, WORDS[which][0])


def _arrange(sheet: Worksheet, lines: int, months: int) -> None:
    first, last = len(_COLUMNS), len(_COLUMNS) + months - 1
    bottom = _FIRST + 2 * lines - 1
    sheet.set_column(first, last, 12)
    sheet.freeze_panes(_FIRST, first)
    sheet.autofilter(_HEAD, 0, bottom, last)
    told = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": -1e12,
        "maximum": 1e12,
        "error_type": "warning",
        "error_title": "Not an amount",
        "error_message": "Write a number, or leave the cell empty.",
    }
    sheet.data_validation(_FIRST, first, bottom, last, told)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
