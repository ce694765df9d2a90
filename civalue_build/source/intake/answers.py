"""What somebody wrote into the spreadsheet, as answers; what has no place is told, never lost."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from civalue_build.errors import CivalueError
from civalue_build.model.intake import (
    CASE_HEADS,
    CASE_SHEET,
    LISTS_SHEET,
    SERIES_FIELDS,
    SERIES_SHEET,
    Facts,
    Field,
    Part,
    cell_hint,
)
from civalue_build.model.intake_parts import PARTS
from civalue_build.model.record import record
from civalue_build.source.intake.beside import asides
from civalue_build.source.intake.cells import Grid, Unread, sheets
from civalue_build.source.intake.known import head_row, names_of, same, settle
from civalue_build.source.words import clean

_ANSWER = 1
"""The column of the answers on the sheet of the case."""
_SHOWN = 300
_NO_HEAD = "its column has no head that is known, or the head of another"
_ABOVE_HEADS = "it stands above the heads of the columns"
_ABOVE = 1
"""Rows of a text of values over time that stand above the first value: its head."""


@record
class Place:
    """A sheet and a row of it."""

    sheet: str
    row: int


@record
class Answers:
    """What was answered, where each row of each part stands, and what could not be placed.

    `series` are the rows, on their own sheet, of the values over time of each row of `measures`;
    `names` are what the sheets are called in this workbook.
    """

    facts: Facts
    places: Mapping[tuple[str, int], Place]
    rows: Mapping[tuple[str, str], int]
    series: Mapping[int, Sequence[int]]
    names: Mapping[str, str]
    lost: tuple[str, ...]

    def told(self, part: str, row: int, path: str, message: str, line: int = 0) -> str:
        """Return what is wrong with an answer, after where it stands and before what it is.

        `line` counts the lines of a pasted table.
        """
        rows = self.facts.get(part, ())
        text = rows[row].get(path, "") if row < len(rows) else ""
        if text and line:
            text = text.split("\n")[line - 1].replace("\t", ", ")
        found = f"; found “{clean(text, _SHOWN)}”" if text else ""
        said = message.removeprefix(f"row {line}: ")  # the row of the sheet is told instead
        return f"{self._where(part, row, path, line)}: {said}{found}"

    def _where(self, part: str, row: int, path: str, line: int) -> str:
        own = next(one for one in PARTS if one.id == part)
        label = next(field.label for field in own.fields if field.path == path)
        if not own.many:
            at = self.rows.get((part, path))
            found = f"row {at}, " if at else ""
            return f"sheet {self.names[CASE_SHEET]}, {found}{label}"
        if line and row in self.series:
            return f"sheet {self.names[SERIES_SHEET]}, row {self.series[row][line - 1 - _ABOVE]}"
        place = self.places[part, row]
        return f"sheet {place.sheet}, row {place.row}, column {label}"


def read_answers(path: Path) -> Answers:
    """Read a workbook. Raises CivalueError where it is not one to fill in."""
    return _Reading(path).answers()


class _Reading:
    def __init__(self, path: Path) -> None:
        self.grids = dict(sheets(path))
        self.names = names_of(self.grids)
        if CASE_SHEET not in self.names:
            raise CivalueError(f"{path} has no sheet {CASE_SHEET}: is it the one to fill in?")
        self.asides = tuple(asides(path, self.grids))
        self.facts: dict[str, list[dict[str, str]]] = {}
        self.places: dict[tuple[str, int], Place] = {}
        self.rows: dict[tuple[str, str], int] = {}
        self.series: dict[int, list[int]] = {}
        self.lost: list[str] = []

    def answers(self) -> Answers:
        known = {name: self.grids.pop(called) for name, called in self.names.items()}
        self._case(known[CASE_SHEET])
        for part in PARTS:
            if part.many:
                self._many(part, known.get(part.sheet, {}))
        self._series(known.get(SERIES_SHEET, {}))
        settle(self.facts, known.get(LISTS_SHEET, {}))
        for name, grid in self.grids.items():
            self._lose_sheet(name, grid)
        for one in self.asides:
            if one.sheet in self.names.values():
                self._lose_at(one.sheet, one.cells, one.text, one.why)
        return Answers(
            facts=self.facts,
            places=self.places,
            rows=self.rows,
            series=self.series,
            names=self.names,
            lost=tuple(self.lost),
        )

    def _lose(self, sheet: str, row: int, column: int, text: str, why: str) -> None:
        called = self.names.get(sheet, sheet)
        why = text.why if isinstance(text, Unread) else why
        self._lose_at(called, f"{_letters(column)}{row}", text, why)

    def _lose_at(self, sheet: str, cells: str, text: str, why: str) -> None:
        word = "cells" if ":" in cells else "cell"
        where = f"sheet {clean(sheet, _SHOWN)}, {word} {cells}"
        self.lost.append(f"{where}: {why}: “{clean(text, _SHOWN)}”")

    def _lose_sheet(self, name: str, grid: Grid) -> None:
        """Tell of a whole sheet at once: somebody's own sums may have thousands of cells."""
        cells = list(_all(grid))
        more = f", nor for its other {len(cells) - 1} cells" if len(cells) > 1 else ""
        for row, column, text in cells[:1]:
            self._lose(name, row, column, text, f"there is no place for this sheet{more}")

    def _case(self, grid: Grid) -> None:
        known = {
            same(field.label): (part, field)
            for part in PARTS
            if not part.many
            for field in part.fields
        }
        printed = {same(text) for part in PARTS for text in (part.title, part.about)}
        printed |= {same(head) for head in CASE_HEADS}
        for row, cells in sorted(grid.items()):
            part, field = known.get(same(cells.get(0, "")), (None, None))
            for column, text in sorted(cells.items()):
                if part and field and column == _ANSWER:
                    self._answer(part, field, row, text)
                elif not _is_ours(text, column, field, printed):
                    why = "it stands beside no question" if column else "this is no question"
                    self._lose(CASE_SHEET, row, column, text, why)

    def _answer(self, part: Part, field: Field, row: int, text: str) -> None:
        held = self.facts.setdefault(part.id, [{}])[0]
        if isinstance(text, Unread):
            self._lose(CASE_SHEET, row, _ANSWER, text, text.why)
            return
        if field.path in held:
            self._lose(CASE_SHEET, row, _ANSWER, text, "this question stands here twice")
            return
        held[field.path] = text
        self.rows[part.id, field.path] = row

    def _many(self, part: Part, grid: Grid) -> None:
        for row, answers in self._table(part.sheet, part.fields, grid):
            held = self.facts.setdefault(part.id, [])
            called = self.names.get(part.sheet, part.sheet)
            self.places[part.id, len(held)] = Place(sheet=called, row=row)
            held.append(answers)

    def _table(
        self, sheet: str, fields: Sequence[Field], grid: Grid
    ) -> Iterator[tuple[int, dict[str, str]]]:
        """Give the rows of a sheet that hold answers, below the row that names the columns."""
        top = head_row(grid, {same(field.label) for field in fields})
        heads = _columns(fields, grid.get(top, {}))
        hints = {same(cell_hint(field)) for field in fields}
        for row, cells in sorted(grid.items()):
            answers: dict[str, str] = {}
            for column, text in cells.items():
                if row > top and same(text) in hints:
                    continue
                if row < top or column not in heads or isinstance(text, Unread):
                    self._lose(sheet, row, column, text, _NO_HEAD if row >= top else _ABOVE_HEADS)
                elif row > top:
                    answers[heads[column].path] = text
            if answers:
                yield row, answers

    def _series(self, grid: Grid) -> None:
        measures = self.facts.get("measures", [])
        names = {same(row.get("label", "")): at for at, row in enumerate(measures)}
        only = measures[0].get("label", "") if len(measures) == 1 else ""
        lines: dict[int, list[str]] = {}
        for row, found in self._table(SERIES_SHEET, SERIES_FIELDS, grid):
            named = found.get("measure", "") or only
            at = names.get(same(named))
            told = [" ".join(found.get(field.path, "").split()) for field in SERIES_FIELDS[1:]]
            if at is None:
                why = "its measure is not on the sheet Measures" if named else "it names no measure"
                self._lose(SERIES_SHEET, row, 0, ", ".join(filter(None, told)), why)
                continue
            lines.setdefault(at, []).append("\t".join(told))
            self.series.setdefault(at, []).append(row)
        for at, found_lines in lines.items():
            if pasted := measures[at].get("series"):
                place = self.places["measures", at]
                why = f"its values over time stand on the sheet {SERIES_SHEET}, too"
                where = f"sheet {place.sheet}, row {place.row}"
                self.lost.append(f"{where}: {why}: “{clean(pasted, _SHOWN)}”")
            measures[at]["series"] = "\n".join(["date\tvalue", *found_lines])


def _all(grid: Grid) -> Iterator[tuple[int, int, str]]:
    for row, cells in sorted(grid.items()):
        for column, text in sorted(cells.items()):
            yield row, column, text


def _is_ours(text: str, column: int, field: Field | None, printed: set[str]) -> bool:
    """Whether a text of the case's sheet is one that the sheet came with."""
    if field is None:
        return same(text) in printed
    return column == 0 or (column > _ANSWER and same(text) == same(cell_hint(field)))


def _columns(fields: Sequence[Field], cells: Mapping[int, str]) -> Mapping[int, Field]:
    """Return the field of each column by its head; of two columns with one head, the first."""
    labels = {same(field.label): field for field in fields}
    found: dict[int, Field] = {}
    for column, text in sorted(cells.items()):
        field = labels.pop(same(text), None)
        if field:
            found[column] = field
    return found


def _letters(column: int) -> str:
    head, last = divmod(column, 26)
    return (_letters(head - 1) if head else "") + chr(65 + last)
