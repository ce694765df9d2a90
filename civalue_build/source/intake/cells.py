"""The cells of a workbook as texts: what a reader sees in them, without its look."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import Self
from xml.etree.ElementTree import Element

from civalue_build.errors import CivalueError
from civalue_build.source.intake.parts import Parts, attribute, children, not_ours, workbook_parts
from civalue_build.source.intake.sizes import Sizes
from civalue_build.source.words import clean

_LONGEST_FORMAT = 255
"""Characters of a format of numbers, at most, in Excel itself."""
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


NO_RESULT = "the result of this formula is not in the file; open it, save it and try again"
FAILED = "the formula in this cell fails"


class Unread(str):
    """A cell that shows something that cannot be read; `why` says so."""

    __slots__ = ("why",)

    def __new__(cls, text: str, why: str) -> Self:
        """Return what stands there, with why it cannot be read."""
        made = super().__new__(cls, text)
        made.why = why
        return made

    why: str


def sheets(path: Path) -> Mapping[str, Grid]:
    """Return the sheets of a workbook by name. Raises CivalueError where it cannot be read."""
    parts = workbook_parts(path)
    book = _book(parts)
    setting = next(children(book, "workbookPr"), None)
    late = setting is not None and attribute(setting, "date1904") in ("1", "true")
    texts = [text_of(item) for item in children(parts.tree("xl/sharedStrings.xml"), "si")]
    word = partial(_word, texts, _formats(parts), 1462 if late else 0)
    sizes = Sizes(path)
    return {
        name: _grid(parts.tree(file), word, sizes.of(name))
        for name, file in sheet_files(parts).items()
    }


def sheet_files(parts: Parts) -> Mapping[str, str]:
    """Return the file that holds each sheet, by its name. Raises CivalueError if two share one."""
    targets = _targets(parts)
    found: dict[str, str] = {}
    for sheet in children(_book(parts), "sheets", "sheet"):
        name = attribute(sheet, "name")
        if name in found:
            raise CivalueError(
                f"{parts.path} has two sheets {clean(name)}: delete one, or rename it"
            )
        found[name] = targets.get(attribute(sheet, "id"), "")
    return found


def _book(parts: Parts) -> Element:
    book = parts.tree("xl/workbook.xml")
    if book is None:
        raise CivalueError(not_ours(parts.path))
    return book


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


def text_of(item: Element) -> str:
    """Return the text of a cell, its runs joined; a reading aid beside it is left out."""
    own = item.findtext("t") or ""
    runs = "".join(run.findtext("t") or "" for run in children(item, "r"))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), own + runs)


def _grid(tree: Element | None, word: "partial[str]", sizes: Sizes) -> Grid:
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
            column = column_of(found[1]) if found else column + 1
            yield row, column, cell


def column_of(letters: str) -> int:
    """Return the place of a column, counted from 0, of the letters that name it."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _word(texts: list[str], formats: list[str], later: int, cell: Element) -> str:
    kind, raw = attribute(cell, "t", "n"), cell.findtext("v") or ""
    if kind == "inlineStr":
        return "".join(map(text_of, children(cell, "is")))
    if kind == "s":
        at = _count(raw, -1)
        return texts[at] if 0 <= at < len(texts) else ""
    if kind == "b":
        return "true" if raw == "1" else "false"
    if kind != "n" or not raw:
        return _unread(kind, raw, cell)
    at = _count(attribute(cell, "s"), 0)
    return _number(raw, formats[at] if at < len(formats) else "", later)


def _unread(kind: str, raw: str, cell: Element) -> str:
    formula = cell.find("f")
    if kind == "n" and formula is not None:
        return Unread(f"={formula.text or ''}", NO_RESULT)
    return Unread(raw, FAILED) if kind == "e" else raw


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
    if ("y" in shown or "mmm" in shown) and 1 <= number < 200_000:
        day = _EPOCH + timedelta(days=int(number) + later)
        return str(day) if "d" in shown else f"{day:%Y-%m}"
    return _plain(number)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
