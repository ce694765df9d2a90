"""The sheets of a register: a workbook is opened with all the care of `intake`, so is a table."""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from civalue_build.errors import CivalueError
from civalue_build.model.record import record
from civalue_build.model.register import Spot, Told
from civalue_build.source.folder.encodings import read_table_text
from civalue_build.source.folder.opening import read_bytes
from civalue_build.source.intake.beside import asides
from civalue_build.source.intake.cells import Grid, column_of, sheets
from civalue_build.source.intake.sizes import Sizes
from civalue_build.source.log import Log
from civalue_build.source.text import TABLE_BYTES
from civalue_build.source.words import clean

_SEPARATORS = ",;\t"
_JOINED = re.compile(r"([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})\Z", re.ASCII)
_NAMED_SEPARATOR = re.compile(r"sep=([,;\t])\r?\Z", re.IGNORECASE)


@record
class Sheet:
    """A sheet with its cells, where those that are joined over rows have the text in each.

    `decimal` is the sign that parts decimals, empty where a comma may do so, too.
    """

    spot: Spot
    grid: Grid
    notes: tuple[Told, ...] = ()
    decimal: str = "."

    def at(self, row: int, column: int = -1) -> Spot:
        """Return a spot of the sheet."""
        return self.spot._replace(row=row, column=column)


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, or a table as one. Raises CivalueError where it is none."""
    if path.suffix.casefold() == ".csv":
        return (_table(path),)
    grids = sheets(path)
    return tuple(_workbook(path, grids))


def _workbook(path: Path, grids: Mapping[str, Grid]) -> Iterator[Sheet]:
    beside = tuple(asides(path, grids))
    for name, grid in grids.items():
        own = Spot(path.name, clean(name, 300))
        cells = {row: dict(texts) for row, texts in grid.items()}
        notes = []
        for one in (one for one in beside if one.sheet == name):
            if found := _JOINED.match(one.cells):
                _fill(cells, column_of(found[1]), int(found[2]), int(found[3]), one.text)
            else:
                spot = own._replace(sheet=f"{own.sheet}, cell {clean(one.cells)}")
                notes.append(Told(spot, f"{one.why}: “{clean(one.text, 300)}”"))
        yield Sheet(spot=own, grid=cells, notes=tuple(notes))


def _fill(cells: dict[int, dict[int, str]], column: int, top: int, bottom: int, text: str) -> None:
    """Put the text of joined cells into each of their rows that has anything in it."""
    for row, texts in cells.items():
        if top < row <= bottom:
            texts.setdefault(column, text)


def _table(path: Path) -> Sheet:
    data = read_bytes(path, TABLE_BYTES)
    if data is None:
        raise CivalueError(f"{path} cannot be read: it is not there, or no plain file")
    log = Log(path.name)
    text = read_table_text(data, log)
    if text is None or log.findings:
        raise CivalueError("\n".join(f"{one.place}: {one.message}" for one in log.findings))
    lines = text.split("\n")
    named = _NAMED_SEPARATOR.match(lines[0])
    sign = named[1] if named else max(_SEPARATORS, key=text.count)
    grid = _cells(path, lines, sign, skip=1 if named else 0)
    return Sheet(spot=Spot(path.name, ""), grid=grid, decimal="" if sign == ";" else ".")


def _cells(path: Path, lines: list[str], sign: str, skip: int) -> Grid:
    sizes, grid = Sizes(path).of("1"), {}
    rows = csv.reader((f"{line}\n" for line in lines[skip:]), delimiter=sign, strict=True)
    last = skip
    try:
        for texts in rows:
            row, last = last + 1, rows.line_num + skip
            cells = {at: text for at, text in enumerate(texts) if text.strip()}
            for column, text in cells.items():
                sizes.judge_text(row, text)
                sizes.judge_place(row, column)
            if cells:
                grid[row] = cells
    except csv.Error as fault:
        raise CivalueError(f"{path}: row {last + 1}: a quote is not closed: {fault}") from fault
    return grid
