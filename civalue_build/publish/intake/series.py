"""Rows copied from a spreadsheet become a table of values over time."""

import re
from collections.abc import Iterator, Sequence

from civalue_build.publish.intake.values import UNKNOWN, Unfit, number, partial_date

HEAD = ("date", "value", "denominator", "note")
_MARKS = re.compile('[",]')


class Misread(Unfit):
    """A row of the table that cannot be read; rows are counted from 1."""

    def __init__(self, row: int, message: str) -> None:
        super().__init__(f"row {row}: {message}")
        self.row, self.message = row, message


def series_csv(text: str) -> tuple[str, tuple[Misread, ...]]:
    """Return the table of rows whose fields are parted by tabs, or else by commas.

    Fields are a date, a value (empty where it is missing), a denominator and a note. Each row
    that is not so is left out of the table, and told. Raises Unfit where there is no row.
    """
    lines = [
        (at, line)
        for at, line in enumerate(text.split("\n"), 1)
        if line.strip(" \t,") and not (at == 1 and not re.search("[0-9]", line))
    ]
    if not lines:
        raise Unfit("paste rows with a date and a value")
    rows, faults = _rows(lines)
    if not rows:
        return "", faults
    width = max(max(at for at, field in enumerate(row) if field) for row in rows) + 1
    table = _cut([list(HEAD), *rows], max(2, width))
    return "".join(f"{','.join(row)}\n" for row in table), faults


def _rows(lines: Sequence[tuple[int, str]]) -> tuple[list[list[str]], tuple[Misread, ...]]:
    rows: list[list[str]] = []
    faults: list[Misread] = []
    for at, line in lines:
        try:
            row = _row(at, line)
            if rows:
                _judge_order(at, _first_day(rows[-1][0]), _first_day(row[0]))
        except Misread as fault:
            faults.append(fault)
        else:
            rows.append(row)
    return rows, tuple(faults)


def _first_day(day: str) -> str:
    return f"{day}-01-01"[:10]


def _judge_order(at: int, before: str, after: str) -> None:
    if after < before:
        raise Misread(at, "the date is earlier than the one above; put the oldest first")
    if after == before:
        raise Misread(at, "the date repeats the one above; keep one row for each date")


def _cut(rows: list[list[str]], width: int) -> Iterator[list[str]]:
    return (row[:width] for row in rows)


def _row(at: int, line: str) -> list[str]:
    mark = "\t" if "\t" in line else ","
    fields = [field.strip() for field in line.split(mark)]
    day, value, denominator = (*fields, "", "", "")[:3]
    note = " ".join(" ".join(fields[3:]).split())
    try:
        return [partial_date(day), _number(value), _number(denominator), _quoted(note)]
    except Unfit as fault:
        raise Misread(at, str(fault)) from None


def _number(text: str) -> str:
    if not text or text.lower() in UNKNOWN:
        return ""
    bare = text.removesuffix("%").rstrip()
    return number(bare) + "%" * (bare != text)


def _quoted(note: str) -> str:
    return '"' + note.replace('"', '""') + '"' if _MARKS.search(note) else note
