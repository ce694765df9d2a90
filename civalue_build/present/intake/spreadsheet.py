"""The spreadsheet to fill in: one sheet for the case, one for each thing that there are many of.

What it holds is read again by `source/intake`. Importing this module imports XlsxWriter, which is
slow to start: import it where the file is made.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from civalue_build.model.framework import Framework
from civalue_build.model.intake import (
    CASE_HEADS,
    CASE_SHEET,
    LISTS_SHEET,
    OURSELVES,
    ROWS,
    SERIES_FIELDS,
    SERIES_SHEET,
    Field,
    Sort,
    cell_hint,
)
from civalue_build.model.intake_parts import PARTS
from civalue_build.model.record import record
from civalue_build.present.intake.options import Option, options

MADE = datetime(1980, 1, 1)  # noqa: DTZ001 the format's own first day, in no place's time
PARTNERS = "Parties"
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_WRAP = {"text_wrap": True, "valign": "top"}
_BOX = {"border": 1, "border_color": "#768692"}
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "head": {"bold": True, "bg_color": "#003087", "font_color": "#FFFFFF", **_WRAP},
    "group": {"bold": True, "font_size": 13, "valign": "top"},
    "label": {"bold": True, **_WRAP},
    "hint": {"italic": True, "font_color": "#4C6272", **_WRAP},
    "text": {"num_format": "@", **_WRAP, **_BOX},
    "number": {**_WRAP, **_BOX},
}
_LINES = {Sort.LONG: 3, Sort.STORY: 6}
LINE_HEIGHT = 16
"""The height of one line of text, in points."""
_WIDE = (Sort.LONG, Sort.STORY)
_NUMBERS = (Sort.NUMBER, Sort.WHOLE, Sort.PEOPLE)


@record
class _Book:
    book: Workbook
    looks: Mapping[str, Format]
    lists: Mapping[str, str]
    """The cells that hold each list, as a formula."""


def spreadsheet(framework: Framework) -> bytes:
    """Return the file; the same framework gives the same bytes on every day."""
    buffer = io.BytesIO()
    book = Workbook(buffer, OPTIONS)
    book.set_properties({"title": "A case to fill in", "created": MADE})
    found = options(framework)
    sheets = {name: book.add_worksheet(name) for name in _names()}
    known = _Book(
        book=book,
        looks={name: book.add_format(look) for name, look in _LOOKS.items()},
        lists=_lists(found),
    )
    _write_case(sheets[CASE_SHEET], known)
    for part in PARTS:
        if part.many:
            _write_many(sheets[part.sheet], part.fields, known)
    _write_many(sheets[SERIES_SHEET], SERIES_FIELDS, known)
    _write_lists(sheets[LISTS_SHEET], found, known)
    book.close()
    return buffer.getvalue()


def _names() -> Iterator[str]:
    yield CASE_SHEET
    for part in PARTS:
        if part.many:
            yield part.sheet
        if part.id == "measures":
            yield SERIES_SHEET
    yield LISTS_SHEET


def _write_case(sheet: Worksheet, known: _Book) -> None:
    looks = known.looks
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 70)
    sheet.set_column(2, 2, 60)
    sheet.write_row(0, 0, CASE_HEADS, looks["head"])
    sheet.freeze_panes(1, 1)
    row = count(1)
    for part in PARTS:
        if part.many:
            continue
        at = next(row)
        sheet.write_string(at, 0, part.title, looks["group"])
        sheet.write_string(at, 2, part.about, looks["hint"])
        sheet.set_row(at, LINE_HEIGHT * max(1.5, _lines(part.about)))
        for field in part.fields:
            _write_question(sheet, next(row), field, known)
    _for_print(sheet)


def _write_question(sheet: Worksheet, row: int, field: Field, known: _Book) -> None:
    sheet.write_string(row, 0, field.label, known.looks["label"])
    sheet.write_blank(row, 1, None, known.looks[_look(field)])
    sheet.write_string(row, 2, cell_hint(field), known.looks["hint"])
    lines = _LINES.get(field.sort, 1)
    sheet.set_row(
        row, LINE_HEIGHT * max(lines, _lines(cell_hint(field)), len(field.label) // 30 + 1)
    )
    _validate(sheet, (row, 1, row, 1), field, known)


def _lines(hint: str) -> int:
    """Return how many lines a hint takes: not every program makes a row as high as its text."""
    return ceil(len(hint) / 56)


def _write_many(sheet: Worksheet, fields: Sequence[Field], known: _Book) -> None:
    for col, field in enumerate(fields):
        width = 40 if field.sort in _WIDE else 24
        sheet.set_column(col, col, width, known.looks[_look(field)])
        sheet.write_string(0, col, field.label, known.looks["head"])
        sheet.write_string(1, col, cell_hint(field), known.looks["hint"])
        _validate(sheet, (2, col, ROWS + 1, col), field, known)
    sheet.set_row(0, 2 * LINE_HEIGHT)
    sheet.set_row(1, 5 * LINE_HEIGHT)
    sheet.freeze_panes(2, 1)
    _for_print(sheet)


def _for_print(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _look(field: Field) -> str:
    return "number" if field.sort in _NUMBERS else "text"


Cells = tuple[int, int, int, int]


def _validate(sheet: Worksheet, cells: Cells, field: Field, known: _Book) -> None:
    if field.sort not in (Sort.CHOICE, Sort.NAME):
        return
    told = {
        "validate": "list",
        "source": known.lists[field.of],
        "error_type": "warning",
        "error_title": "Not in the list",
        "error_message": "Choose from the list, or it cannot be read.",
    }
    sheet.data_validation(*cells, told)


def _lists(found: Mapping[str, Sequence[Option]]) -> Mapping[str, str]:
    """Return where each list stands: fixed ones on their sheet, names where they are typed."""
    fixed = {
        name: f"={LISTS_SHEET}!${_letter(col)}$2:${_letter(col)}${len(held) + 1}"
        for col, (name, held) in enumerate(found.items())
    }
    typed = {
        part.id: f"={part.sheet}!$A$3:$A${ROWS + 2}"
        for part in PARTS
        if part.named_by and part.id != "partners"
    }
    parties = _letter(len(found))
    return {**fixed, **typed, "partners": f"={LISTS_SHEET}!${parties}$2:${parties}${PARTIES + 2}"}


PARTIES = 30
"""How many parties, beside the organisation itself, the list of parties has room for."""


def _write_lists(sheet: Worksheet, found: Mapping[str, Sequence[Option]], known: _Book) -> None:
    for col, (name, held) in enumerate(found.items()):
        sheet.write_string(0, col, name.replace("-", " ").capitalize(), known.looks["head"])
        for row, option in enumerate(held, 1):
            sheet.write_string(row, col, option.text)
    last = len(found)
    sheet.write_string(0, last, PARTNERS, known.looks["head"])
    sheet.write_string(1, last, OURSELVES)
    for row in range(2, PARTIES + 2):
        cell = f"Others!$A${row + 1}"
        sheet.write_formula(row, last, f'=IF({cell}="","",{cell})', None, "")
    _write_meanings(sheet, found, last + 2, known)
    sheet.set_column(0, last, 34)


def _write_meanings(
    sheet: Worksheet, found: Mapping[str, Sequence[Option]], col: int, known: _Book
) -> None:
    """Write what the words of the lists mean, where that needs saying."""
    sheet.write_row(0, col, ("Word", "What it means"), known.looks["head"])
    told = (option for held in found.values() for option in held if option.means)
    for row, option in enumerate(told, 1):
        sheet.write_string(row, col, option.title)
        sheet.write_string(row, col + 1, option.means, known.looks["hint"])
    sheet.set_column(col, col, 34)
    sheet.set_column(col + 1, col + 1, 80)


def _letter(col: int) -> str:
    return chr(65 + col) if col < 26 else f"A{chr(65 + col - 26)}"
