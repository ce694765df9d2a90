"""A table of comma-separated values, strictly: every row as long as the header, every fault placed.

The column of a place is the number of the field, counted from 1.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from civalue_build.model.estimate import PartialDate
from civalue_build.source.faults.files import (
    TABLE_NOT_READABLE,
    TABLE_VALUE_NOT_READABLE,
)
from civalue_build.source.log import Log
from civalue_build.source.shape.shorthand import read_date
from civalue_build.source.text import TABLE_BYTES, read_text
from civalue_build.source.words import show
from civalue_build.source.yaml.scalars import is_infinite, is_too_large, meant_number, read_number

ROWS = 10_000


class Row(NamedTuple):
    """One row: its line in the file, and its fields by the header's names."""

    line: int
    fields: dict[str, str]
    columns: dict[str, int]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that a table must have, and those that may follow, in this order."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    def allow(self, header: tuple[str, ...]) -> bool:
        """Whether a table may have this header."""
        start, rest = header[: len(self.required)], header[len(self.required) :]
        return start == self.required and rest == tuple(n for n in self.optional if n in rest)

    def __str__(self) -> str:
        wanted = ",".join(self.required)
        more = " and ".join(self.optional)
        return f"{wanted} and then, if wanted, {more}" if more else wanted


def read_rows(data: bytes, columns: Columns, log: Log) -> list[Row]:
    """Return the rows of a table that has these columns, empty lines left out."""
    text = read_text(data, log, TABLE_BYTES)
    lines = text.rstrip("\n").split("\n") if text is not None else []
    header = _header(lines[0], columns, log) if lines else None
    if header is None:
        return []
    if len(lines) == 1:
        log.add(TABLE_NOT_READABLE, "the table has a header and no rows")
    if len(lines) > ROWS + 1:
        log.add(TABLE_NOT_READABLE, f"more than {ROWS:,} rows", (ROWS + 2, 1))
    positions = {name: position for position, name in enumerate(header, 1)}
    rows = (
        (number, _fields(line, number, len(header), log))
        for number, line in enumerate(lines[1 : ROWS + 1], 2)
        if line.strip()
    )
    return [
        Row(number, dict(zip(header, fields, strict=True)), positions)
        for number, fields in rows
        if fields is not None
    ]


def _header(line: str, columns: Columns, log: Log) -> tuple[str, ...] | None:
    found = tuple(name.strip() for name in (_parsed(line) or [line]))
    if columns.allow(found):
        return found
    message = f"the header is {columns}; found {show(line)}"
    if ";" in line or "\t" in line:
        message = f"fields are parted by commas, not semicolons or tabs; the header is {columns}"
    log.add(TABLE_NOT_READABLE, message)
    return None


def _parsed(line: str) -> list[str] | None:
    if '"' not in line:
        return line.split(",")
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error:
        return None


def _fields(line: str, number: int, wanted: int, log: Log) -> list[str] | None:
    fields = _parsed(line)
    if fields is None:
        log.add(TABLE_NOT_READABLE, "a quote in this row is not closed", (number, 1))
        return None
    if len(fields) == wanted:
        return [field.strip() for field in fields]
    hint = ""
    if len(fields) == 1 and ";" in line:
        hint = "; part fields by commas, not semicolons"
    elif len(fields) > wanted:
        hint = "; numbers have no thousands separator, and a text with a comma needs quotes"
    message = f"the header has {wanted} fields and this row {len(fields)}{hint}"
    log.add(TABLE_NOT_READABLE, message, (number, min(len(fields), wanted + 1)))
    return None


def date_at(row: Row, name: str, log: Log, *, month: bool = False) -> PartialDate | None:
    """Return the date in a field, none where it is none, or no `month` where that is wanted."""
    raw = row.fields[name]
    date = _date(raw)
    if date is None or date.month is None or (month and date.day is not None):
        wanted = "a month such as 2023-04" if month else "a date such as 2023-04-01 or 2023-04"
        message = f"expected {wanted}, found {show(raw) if raw else 'nothing'}"
        log.add(TABLE_VALUE_NOT_READABLE, message, (row.line, row.columns[name]))
        return None
    return date


@lru_cache(maxsize=1024)
def _date(raw: str) -> PartialDate | None:
    """Return a date as written; the tables of all cases have the same few months."""
    date = read_date(raw)
    return PartialDate(**date) if date else None


def number_at(row: Row, name: str, log: Log) -> float | None:
    """Return the number in a field, none where it is empty or cannot be read."""
    raw = row.fields.get(name, "")
    if not raw:
        return None
    number = read_number(raw)
    if number is not None and not is_too_large(number):
        return float(number)
    if number is None:
        meant = None if is_infinite(raw) else meant_number(raw)
        hint = f"; write {meant}" if meant else ""
        message = f"expected a number, found {show(raw)}{hint}"
    else:
        message = f"{show(raw)} is too large to be meant"
    log.add(TABLE_VALUE_NOT_READABLE, message, (row.line, row.columns[name]))
    return None
