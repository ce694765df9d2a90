"""Sheets of a workbook, written cell by cell. Text is always text, whatever it begins with."""

import io
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from math import ceil
from typing import Any

from xlsxwriter import Workbook

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.sheets import guarded
from civalue_build.present.workbook.cells import Cells, column
from civalue_build.present.workbook.terms import Term

YEAR = 2
"""The column of year 0 on every sheet that has years."""
YEAR_WIDTH = 14
LINE_HEIGHT = 15
"""The height of one line of text, in points."""
WIDE = 1.08
"""How much wider a line of text is than its letters, for want of breaking words."""
LONGEST = 32_000
"""The letters that a cell of a spreadsheet holds, with some to spare."""
MADE = datetime(1980, 1, 1)  # noqa: DTZ001 the formats's own first day, in no place's time
LONGEST_FORMULA = 8_000
"""The letters that a formula may have, with some to spare."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_INPUT = {"bg_color": "#FFF2CC", "font_color": "#0B3D91", "border": 1, "border_color": "#7F6000"}
_WRAP = {"text_wrap": True, "valign": "top"}
_RIGHT = {"align": "right", "valign": "top"}
_HEAD = {"bold": True, "bg_color": "#003087", "font_color": "#FFFFFF", **_WRAP}
_WRAPPED = {"text", "bold", "head", "head right"}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "heading": {"bold": True, "font_size": 12},
    "head": {"indent": 1, **_HEAD},
    "head right": {**_HEAD, **_RIGHT},
    "text": {"indent": 1, **_WRAP},
    "label": {"valign": "top"},
    "bold": {"bold": True, **_WRAP},
    "gap": {"italic": True, **_RIGHT},
    "count": {"num_format": "0", **_RIGHT},
    "quantity": {"num_format": "General", **_RIGHT},
    "rounded": {"num_format": "#,##0.00####", **_RIGHT},
    "share": {"num_format": "0.0#%", **_RIGHT},
    "factor": {"num_format": "0.000000", **_RIGHT},
    "ratio": {"num_format": "#,##0.00", **_RIGHT},
}


class Sheet:
    """One sheet; rows are counted from 1, as its reader does, and columns from 0."""

    def __init__(self, sheet: Cells, looks: "_Looks") -> None:
        name = sheet.get_name()
        self._sheet, self._looks = sheet, looks
        self._here = f"'{name}'!" if " " in name else f"{name}!"
        self.is_cut = False
        self._widths: tuple[float, ...] = ()
        self._heights: dict[int, int] = {}

    def text(self, row: int, col: int, text: str, look: str = "text") -> None:
        """Write a text, which no spreadsheet takes for anything else."""
        self._sheet.put_text(row, col, _plain(text), self._looks[look])
        if look in _WRAPPED and len(text) > self._widths[col]:
            lines = ceil(len(text) * WIDE / self._widths[col])
            self._heights[row] = max(lines, self._heights.get(row, 1))

    def texts(self, row: int, texts: Sequence[str], look: str = "text", start: int = 0) -> None:
        """Write texts side by side; an empty one leaves its cell empty."""
        for col, text in enumerate(texts, start):
            if text:
                self.text(row, col, text, look)

    def head(self, row: int, texts: Sequence[str], numbers: Container[int] = ()) -> None:
        """Write the head of a table; columns of `numbers` have theirs on the right."""
        for col, text in enumerate(texts):
            self.text(row, col, text, "head right" if col in numbers else "head")

    def years(self, row: int, texts: Sequence[str], years: int, *more: str) -> None:
        """Write the head of a table with a column for each year, and what comes after."""
        heads = (*texts, *(f"Year {year}" for year in range(years)), *more)
        self.head(row, heads, range(1, len(heads)))

    def number(self, row: int, col: int, number: float, look: str) -> Term:
        """Write a number, and return the way to it."""
        self._sheet.put_number(row, col, number, self._looks[look])
        return Term(self.at(row, col), number)

    def blank(self, row: int, col: int, look: str) -> None:
        """Write an empty cell that shows its look."""
        self._sheet.put_blank(row, col, self._looks[look])

    def formula(self, row: int, col: int, formula: str, value: Figure | str, look: str) -> Term:
        """Write a formula with what it comes to, and return the way to it.

        Of one that is too long for a cell, only the number is written, and `is_cut` remembers it.
        """
        shown: float | str = wording.reason(value) if isinstance(value, Undefined) else value
        own = formula.replace(self._here, "")
        if len(own) > LONGEST_FORMULA:
            self.is_cut = True
            own = repr(shown)
        self._sheet.put_formula(row, col, own, shown, self._looks[look])
        return Term(self.at(row, col), 0.0 if isinstance(shown, str) else shown)

    def term(self, row: int, col: int, term: Term, look: str) -> Term:
        """Write a term as a formula, and return the way to it."""
        return self.formula(row, col, term.text, term.value, look)

    def at(self, row: int, col: int) -> str:
        """Return the way to a cell from any sheet."""
        return f"{self._here}${column(col)}${row}"

    def across(self, row: int, start: int, count: int) -> str:
        """Return the way to so many cells of a row from any sheet."""
        return f"{self._here}${column(start)}${row}:${column(start + count - 1)}${row}"

    def down(self, first: int, last: int, col: int) -> str:
        """Return the way to cells of a column, from any sheet."""
        return f"{self._here}${column(col)}${first}:${column(col)}${last}"

    def widths(self, *widths: float, years: int = 0) -> None:
        """Set the widths of the first columns, in letters, then those of so many years."""
        self._widths = (*widths, *(YEAR_WIDTH,) * years)
        for col, width in enumerate(self._widths):
            self._sheet.set_column(col, col, width)

    def finish(self) -> None:
        """Make each row as high as its longest text needs: not every program does so itself."""
        for row, lines in self._heights.items():
            self._sheet.put_height(row, LINE_HEIGHT * lines)

    def freeze(self, row: int, cols: int) -> None:
        """Keep what is above the row after `row`, and so many columns, in sight and in print."""
        self._sheet.freeze_panes(row, cols)
        self._sheet.repeat_rows(0, row - 1)


class _Looks(dict[str, int]):
    """The indices of formats by name, each made at its first use; `input` marks an input."""

    def __init__(self, book: Workbook, currency: str) -> None:
        super().__init__()
        self._book, self._looks = book, {**_LOOKS, **_money(currency)}

    def __missing__(self, name: str) -> int:
        base, _, mark = name.partition(" ")
        known = self._looks.get(name)
        given = {**(known or self._looks[base]), **(_INPUT if mark == "input" else {})}
        if mark == "total":
            given |= {"bold": True}
        made: int = self._book.add_format(given)._get_xf_index()  # noqa: SLF001
        self[name] = made
        return made


def _plain(text: str) -> str:
    """Return a text that is written as it is: the library takes `<r>` for markup of its own."""
    given = guarded(text)[:LONGEST]
    return f"'{given}" if given.startswith("<r>") else given


def _money(currency: str) -> dict[str, dict[str, str]]:
    mark = "£" if currency == "GBP" else f'"{currency} "' if currency.isalpha() else ""
    return {
        "money": {"num_format": f"{mark}#,##0;-{mark}#,##0", **_RIGHT},
        "price": {"num_format": f"{mark}#,##0.00##;-{mark}#,##0.00##", **_RIGHT},
    }


@record
class Book:
    """The sheets of a workbook by name, and what names cells of it."""

    sheets: Mapping[str, Sheet]
    book: Workbook

    def name(self, name: str, at: str) -> None:
        """Give a cell a name that formulas and readers can use."""
        self.book.define_name(name, f"={at}")


@contextmanager
def opened(names: Sequence[str], title: str, currency: str, into: io.BytesIO) -> Iterator[Book]:
    """Open a workbook with empty sheets; it is written `into` the buffer in the end.

    The same cells give the same bytes on every day.
    """
    book = Workbook(into, _OPTIONS)
    book.set_properties({"title": guarded(title), "created": MADE})
    looks = _Looks(book, currency)
    sheets = {name: _sheet(book, name, looks) for name in names}
    yield Book(sheets=sheets, book=book)
    for sheet in sheets.values():
        sheet.finish()
    book.close()


def _sheet(book: Workbook, name: str, looks: _Looks) -> Sheet:
    made = book.add_worksheet(name, Cells)
    made.set_landscape()
    made.set_paper(9)  # A4
    made.fit_to_pages(1, 0)
    made.set_footer("&L&A&RPage &P of &N")
    return Sheet(made, looks)
