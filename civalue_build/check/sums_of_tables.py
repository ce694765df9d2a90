"""Totals and differences that a table prints, and whether its own cells make them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from civalue_build.check.arithmetic import Slip, comes_out
from civalue_build.check.hints import seldom
from civalue_build.check.numbers import NUMBER, Printed, read_number


class Row(NamedTuple):
    """Where the line of a row begins in its text, and its cells."""

    at: int
    cells: list[str]


_LINE = re.compile(r"^[ >]*\|.*\|[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"[ :|-]+")
_CELL = seldom(rf"(?:[*_]{{0,3}})([+−–-]? ?)({NUMBER})(?:[*_]{{0,3}})")
_NOTHING = ("", "-", "–", "—", "none", "nil", "0")
_TOTAL = re.compile(r"[*_]{0,3}(?:total|sum|in all|all together|altogether)\b", re.IGNORECASE)
_BALANCE = re.compile(r"[*_]{0,3}(?:balance|net|difference|net saving)\b", re.IGNORECASE)
_SUMMED = re.compile(rf"{_TOTAL.pattern}|{_BALANCE.pattern}", re.IGNORECASE)
_CHANGE = re.compile(
    r"[*_]{0,3}(?:difference|change|rise|fall|increase|decrease|reduction)[*_]{0,3}", re.IGNORECASE
)
_WORTH = re.compile(
    r"\| *[*_]{0,3}(?:total|sum|in all|all|balance|net|diff|chang|rise|fall|incr|decr|red)", re.I
)


def sums_of_tables(text: str) -> Iterator[Slip]:
    """Yield each total and each difference that the cells of its table do not make."""
    if not _WORTH.search(text):
        return
    for rows in _tables(text):
        yield from _totals(rows)
        yield from _balances(rows)
        yield from _changes(rows)


def _tables(text: str) -> Iterator[list[Row]]:
    """Go through the tables of a text; the row of dashes is left out."""
    rows: list[Row] = []
    end = -1
    for match in _LINE.finditer(text):
        if rows and match.start() != end + 1:
            yield rows
            rows = []
        end = match.end()
        if not _RULE.fullmatch(match[0]):
            cells = match[0].strip().strip(">").strip()[1:-1].split("|")
            rows.append(Row(match.start(), [cell.strip() for cell in cells]))
    if rows:
        yield rows


def _totals(rows: Sequence[Row]) -> Iterator[Slip]:
    """Compare a row of totals with the sum of the rows above it."""
    for at, row in enumerate(rows):
        above = rows[1:at]
        if len(above) < 2 or not _TOTAL.match(row.cells[0]):
            continue
        if any(_SUMMED.match(other.cells[0]) for other in above):
            continue
        for column in range(1, len(row.cells)):
            parts, printed = _column(above, column), _printed(row.cells[column])
            if parts and printed and not _is_average(parts, printed):
                yield from _slip(row, column, sum(part.value for part in parts), parts, printed)


def _balances(rows: Sequence[Row]) -> Iterator[Slip]:
    """Compare a balance with the difference between the two rows above it."""
    if len(rows) != 4 or not _BALANCE.match(rows[3].cells[0]):
        return
    for column in range(1, len(rows[3].cells)):
        parts, printed = _column(rows[1:3], column), _printed(rows[3].cells[column])
        if parts and printed:
            yield from _difference(rows[3], column, parts, printed)


def _changes(rows: Sequence[Row]) -> Iterator[Slip]:
    """Compare a column of differences with the two columns before it."""
    head = rows[0].cells
    if len(head) < 4 or not _CHANGE.fullmatch(head[3]):
        return
    for row in rows[1:]:
        if len(row.cells) > 3:
            first, last = _number(row.cells[1]), _number(row.cells[2])
            printed = _printed(row.cells[3])
            if first and last and printed:
                yield from _difference(row, 3, (first, last), printed)


def _column(rows: Sequence[Row], column: int) -> list[Printed]:
    """Return the numbers of a column; none where a cell holds something else."""
    found = [_number(row.cells[column]) for row in rows if column < len(row.cells)]
    numbers = [number for number in found if number]
    return numbers if len(numbers) == len(rows) else []


def _difference(
    row: Row, column: int, parts: Sequence[Printed], printed: Printed
) -> Iterator[Slip]:
    """Compare the size of a difference: which is taken from which, a table does not say."""
    size = abs(parts[0].value - parts[1].value)
    yield from _slip(row, column, size, parts, printed._replace(value=abs(printed.value)))


def _slip(
    row: Row, column: int, value: float, parts: Sequence[Printed], printed: Printed
) -> Iterator[Slip]:
    if any(part.is_money is not printed.is_money for part in parts if part.value):
        return
    slack = sum(part.half for part in parts)
    if not comes_out([value - slack, value + slack], printed):
        written = f"{row.cells[0].strip('*_ ')}: {row.cells[column].strip('*_ ')}"
        yield Slip(row.at, written, value, is_money=printed.is_money)


def _printed(cell: str) -> Printed | None:
    """Read a cell that prints what others make; a share is of something else."""
    plain = cell.strip("*_ ").lower()
    return None if plain in _NOTHING or plain.endswith("%") else _number(cell)


def _is_average(parts: Sequence[Printed], printed: Printed) -> bool:
    """Whether what is called a total may be a mean of the rows above it."""
    values = [part.value for part in parts]
    return len(set(values)) > 1 and min(values) < printed.value < max(values)


def _number(cell: str) -> Printed | None:
    """Read a cell that is a number and nothing else; an empty one counts as nothing."""
    if cell.strip("*_ ").lower() in _NOTHING:
        return Printed(0.0, 0.0, is_money=False, is_scaled=False)
    match = _CELL().fullmatch(cell.strip())
    if match is None:
        return None
    found = read_number(match[2])
    half = found.half or (0.0 if found.value == int(found.value) else found.half)
    sign = -1 if match[1].strip() in ("−", "–", "-") else 1
    return found._replace(value=sign * found.value, half=half)
