"""The cells of a workbook as texts: what a reader sees in them, without its look."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from civalue_build.errors import CivalueError
from civalue_build.source.intake.parts import Parts, attribute, children, workbook_parts
from civalue_build.source.words import clean

ROWS, COLUMNS, CELLS = 5_000, 100, 100_000
CHARACTERS = 5_000_000
"""How much text the cells of a workbook may hold: one text can stand in many of them."""
_LONGEST_CELL, _LONGEST_FORMAT = 32_767, 255
"""Characters of a cell and of a format of numbers, at most, in Excel itself."""
Grid = Mapping[int, Mapping[int, str]]
"""Texts of cells by row, counted from 1, and column, counted from 0. An empty cell is left out."""

_PLACE = re.compile(r"([A-Z]{1,3})\d{1,7}\Z", re.ASCII)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a character that XML has no place for."""
_EPOCH = date(1899, 12, 30)
_BUILT_IN = {
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((14, 15, 16, 22), "yyyy-mm-dd"),
    17: "mmm-yy",
}
_NOT_SHOWN = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.|_.")


def sheets(path: Path) -> Mapping[str, Grid]:
    """Return the sheets of a workbook by name. Raises CivalueError where it cannot be read."""
    parts = workbook_parts(path)
    book = parts.tree("xl/workbook.xml")
    if book is None:
        raise CivalueError(f"{path} is no workbook: save it as an Excel workbook (.xlsx)")
    setting = next(children(book, "workbookPr"), None)
    late = setting is not None and attribute(setting, "date1904") in ("1", "true")
    texts = [_text(item) for item in children(parts.tree("xl/sharedStrings.xml"), "si")]
    word = partial(_word, texts, _formats(parts), 1462 if late else 0)
    targets, sizes = _targets(parts), _Sizes(path)
    found: dict[str, Grid] = {}
    for sheet in children(book, "sheets", "sheet"):
        name = attribute(sheet, "name")
        if name in found:
            raise CivalueError(f"{path} has two sheets {clean(name)}: delete one, or rename it")
        tree = parts.tree(targets.get(attribute(sheet, "id"), ""))
        found[name] = _grid(tree, word, sizes.of(name))
    return found


class _Sizes:
    """Counts cells and their texts over all sheets, and refuses too many."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sheet = ""
        self._cells, self._characters = CELLS, CHARACTERS

    def of(self, sheet: str) -> "_Sizes":
        """Count on, for the next sheet."""
        self._sheet = clean(sheet)
        return self

    def judge_text(self, row: int, text: str) -> None:
        """Raise CivalueError where a text, or all of them together, are too long."""
        self._characters -= len(text)
        if len(text) > _LONGEST_CELL:
            self._refuse(f"row {row}: a cell has more than {_LONGEST_CELL:,} characters")
        if self._characters < 0:
            self._refuse(f"row {row}: the workbook holds too much text")

    def judge_place(self, row: int, column: int) -> None:
        """Raise CivalueError where a cell is too far out, or one too many."""
        self._cells -= 1
        if row > ROWS or column >= COLUMNS or self._cells < 0:
            self._refuse(
                f"too many rows or columns are filled in; at most {ROWS:,} and {COLUMNS} are read"
            )

    def _refuse(self, why: str) -> None:
        raise CivalueError(f"{self._path}: sheet {self._sheet}: {why}")


def _targets(parts: Parts) -> Mapping[str, str]:
    tree = parts.tree("xl/_rels/workbook.xml.rels")
    return {
        attribute(one, "Id"): _below_xl(attribute(one, "Target"))
        for one in children(tree, "Relationship")
    }


def _below_xl(target: str) -> str:
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _formats(parts: Parts) -> list[str]:
    """Return how each style shows a number."""
    tree = parts.tree("xl/styles.xml")
    own = {
        attribute(one, "numFmtId"): attribute(one, "formatCode")[:_LONGEST_FORMAT]
        for one in children(tree, "numFmts", "numFmt")
    }
    ids = [attribute(one, "numFmtId", "0") for one in children(tree, "cellXfs", "xf")]
    return [own.get(one, _BUILT_IN.get(_count(one, 0), "")) for one in ids]


def _text(item: Element) -> str:
    """Return the text of a cell, its runs joined; a reading aid beside it is left out."""
    own = item.findtext("t") or ""
    runs = "".join(run.findtext("t") or "" for run in children(item, "r"))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), own + runs)


def _grid(tree: Element | None, word: "partial[str]", sizes: _Sizes) -> Grid:
    grid: dict[int, dict[int, str]] = {}
    for row, column, cell in _cells(tree):
        text = word(cell)
        sizes.judge_text(row, text)
        if text.strip():
            sizes.judge_place(row, column)
            grid.setdefault(row, {})[column] = text
    return grid


def _count(text: str, otherwise: int) -> int:
    """Return a count or a place of the workbook, `otherwise` where it can be neither."""
    return int(text) if len(text) < 10 and text.isdecimal() else otherwise


def _cells(tree: Element | None) -> Iterator[tuple[int, int, Element]]:
    """Give the cells with their places; one that does not say its place follows the one before."""
    row = 0
    for line in children(tree, "sheetData", "row"):
        row, column = _count(attribute(line, "r"), row + 1), -1
        for cell in children(line, "c"):
            found = _PLACE.match(attribute(cell, "r"))
            column = _column(found[1]) if found else column + 1
            yield row, column, cell


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _word(texts: list[str], formats: list[str], later: int, cell: Element) -> str:
    kind, raw = attribute(cell, "t", "n"), cell.findtext("v") or ""
    if kind == "inlineStr":
        return "".join(map(_text, children(cell, "is")))
    if kind == "s":
        at = _count(raw, -1)
        return texts[at] if 0 <= at < len(texts) else ""
    if kind == "b":
        return "true" if raw == "1" else "false"
    if kind != "n" or not raw:
        return raw
    at = _count(attribute(cell, "s"), 0)
    return _number(raw, formats[at] if at < len(formats) else "", later)


def _number(raw: str, shown_as: str, later: int) -> str:
    """Return a number in plain digits, or as the percentage or the date that it is shown as."""
    try:
        number = Decimal(f"{float(raw):.15g}")
    except (ValueError, InvalidOperation):
        return raw
    if not number.is_finite():
        return raw
    shown = _NOT_SHOWN.sub("", shown_as).lower()
    if "%" in shown:
        return f"{_plain(number * 100)}%"
    if "y" in shown and 1 <= number < 200_000:
        day = _EPOCH + timedelta(days=int(number) + later)
        return str(day) if "d" in shown else f"{day:%Y-%m}"
    return _plain(number)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
