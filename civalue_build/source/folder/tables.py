"""A table of separated values: every row as long as the header, every fault placed.

The column of a place is the number of the field, counted from 1. What a spreadsheet wrote is
read where it can mean one thing only, and told with what it probably means everywhere else.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from civalue_build.model.estimate import PartialDate
from civalue_build.source.dates import read_date
from civalue_build.source.faults.files import (
    TABLE_NOT_READABLE,
    TABLE_VALUE_NOT_READABLE,
)
from civalue_build.source.folder.encodings import read_table_text
from civalue_build.source.log import Log
from civalue_build.source.words import nearest, show
from civalue_build.source.yaml.scalars import is_too_large, read_number

ROWS = 10_000
_SEPARATORS = (",", ";", "\t")
_SUMS = ("total", "sum", "mean", "average", "grand total")
_MEANT = {
    "date": {"month", "week", "day", "period", "quarter", "year", "time"},
    "value": {"rate", "count", "number", "measure", "percent", "percentage", "total", "mean", "%"},
    "denominator": {"n", "bed days", "patients", "out of", "of", "size"},
    "from": {"cost_from", "low", "lower", "over", "minimum"},
    "to": {"cost_to", "high", "upper", "below", "up to", "maximum"},
    "note": {"notes", "comment", "comments", "remark"},
}
"""What people often call the columns."""
_ABOVE = 6
"""Lines at the top of a table among which a header may stand below a title."""
_NAMED_SEPARATOR = re.compile(r"sep=([,;\t])\Z", re.IGNORECASE)


class Row(NamedTuple):
    """One row: its line in the file, and its fields by the header's names.

    `decimal` is the sign that parts decimals in the whole table, empty where that is not sure.
    """

    line: int
    fields: dict[str, str]
    columns: dict[str, int]
    decimal: str = "."


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


class _Header(NamedTuple):
    names: tuple[str, ...]
    separator: str
    line: int


def read_rows(data: bytes, columns: Columns, log: Log) -> list[Row]:
    """Return the rows of a table that has these columns, rows without a value left out."""
    text = read_table_text(data, log)
    lines = text.rstrip("\n").split("\n") if text is not None else []
    header = _header(lines, columns, log) if lines else None
    if header is None:
        return []
    first = header.line + 1
    if len(lines) < first:
        log.add(TABLE_NOT_READABLE, "the table has a header and no rows")
    if len(lines) >= first + ROWS:
        log.add(TABLE_NOT_READABLE, f"more than {ROWS:,} rows", (first + ROWS, 1))
    names = header.names
    positions = {name: position for position, name in enumerate(names, 1)}
    listed = [
        (number, _fields(line, number, header, log))
        for number, line in enumerate(lines[header.line : header.line + ROWS], first)
        if line.strip(f" \t{header.separator}")
    ]
    decimal = _decimal(header.separator, [fields for _, fields in listed if fields])
    return [
        Row(number, dict(zip(names, fields, strict=True)), positions, decimal)
        for number, fields in listed
        if fields is not None
    ]


def _header(lines: list[str], columns: Columns, log: Log) -> _Header | None:
    named = _NAMED_SEPARATOR.match(lines[0].strip())
    at = 2 if named and len(lines) > 1 else 1
    line = lines[at - 1]
    for separator in (named[1],) if named else _SEPARATORS:
        found = [name.strip().casefold() for name in _parsed(line, separator) or ()]
        while found and not found[-1]:
            found.pop()
        if columns.allow(tuple(found)):
            return _Header(tuple(found), separator, at)
    message = _below_a_title(lines, columns) or _wrong_header(line, columns)
    log.add(TABLE_NOT_READABLE, message, (at, 1))
    return None


def _below_a_title(lines: list[str], columns: Columns) -> str:
    """Say so where the header stands a few lines further down."""
    for number, line in enumerate(lines[1:_ABOVE], 2):
        names = [name.strip().casefold() for name in line.rstrip(",;\t ").split(",")]
        if columns.allow(tuple(names)):
            return f"the header is in line {number}; delete what stands above it"
    return ""


def _wrong_header(line: str, columns: Columns) -> str:
    if not line.strip():
        return f"the table is empty; its first row is {columns}"
    separator = max(_SEPARATORS, key=line.count)
    found = [name.strip() for name in _parsed(line, separator) or ()]
    if found and (read_date(found[0]) or found[0][:1].isdigit()):
        return f"the header is missing: put {','.join(columns.required)} above the first row"
    known = (*columns.required, *columns.optional)
    unknown = [name for name in found if name and name.casefold() not in known]
    meant = ((name, _meant(name, known)) for name in unknown)
    hints = [f"{show(name)} is probably {near}" for name, near in meant if near]
    told = f"; {', '.join(hints)}" if hints else ""
    return f"the header is {columns}; found {show(line)}{told}"


def _meant(name: str, known: tuple[str, ...]) -> str | None:
    usual = (own for own in known if name.casefold() in _MEANT.get(own, ()))
    return next(usual, None) or nearest(name, known)


def _parsed(line: str, separator: str) -> list[str] | None:
    if '"' not in line:
        return line.split(separator)
    import csv  # noqa: PLC0415 few tables have quotes

    try:
        return next(csv.reader([line], strict=True, delimiter=separator), [])
    except csv.Error:
        return None


def _fields(line: str, number: int, header: _Header, log: Log) -> list[str] | None:
    separator, wanted = header.separator, len(header.names)
    fields = _parsed(line, separator)
    if fields is None:
        log.add(TABLE_NOT_READABLE, "a quote in this row is not closed", (number, 1))
        return None
    while len(fields) > wanted and not fields[-1].strip():
        fields.pop()
    if len(fields) == wanted:
        return [field.strip() for field in fields]
    message = f"the header has {wanted} fields and this row {len(fields)}"
    hint = _length_hint(line, len(fields) > wanted, separator)
    log.add(TABLE_NOT_READABLE, message + hint, (number, min(len(fields), wanted + 1)))
    return None


def _length_hint(line: str, is_too_long: bool, separator: str) -> str:  # noqa: FBT001
    if is_too_long and separator == ",":
        return "; numbers have no thousands separator, and a text with a comma needs quotes"
    other = next((sign for sign in _SEPARATORS if sign != separator and sign in line), "")
    names = {",": "commas", ";": "semicolons", "\t": "tabs"}
    return f"; part fields by {names[separator]}, not {names[other]}" if other else ""


def _decimal(separator: str, rows: list[list[str]]) -> str:
    """Return what parts decimals: with commas between fields a point, else as the numbers show."""
    if separator == ",":
        return "."
    from civalue_build.source.spreadsheet import SURE_COMMA  # noqa: PLC0415 seldom

    texts = [text for row in rows for text in row[1:]]
    if any(SURE_COMMA.match(text) for text in texts):
        return ","
    return "." if any("." in text and read_number(text) is not None for text in texts) else ""


@dataclass(slots=True)
class Dates:
    """Reads the dates of one column, and tells of all that are written in another way at once."""

    name: str
    log: Log
    month: bool = False
    others: dict[str, list[Row]] = field(default_factory=dict)

    def read(self, row: Row) -> PartialDate | None:
        """Return the date in a row's field, none where it is none or no month, if one must be."""
        raw = row.fields[self.name]
        date = _date(raw)
        if date and date.month is not None and not (self.month and date.day is not None):
            return date
        self._note(row, raw)
        return None

    def tell(self) -> None:
        """Add one finding for each way of writing dates, at the first row that has it."""
        if not self.others:
            return
        from civalue_build.source.spreadsheet import meant_dates  # noqa: PLC0415 seldom

        for kind, rows in self.others.items():
            hint = meant_dates(kind, [row.fields[self.name] for row in rows])
            others = "1 more is" if len(rows) == 2 else f"{len(rows) - 1} more are"
            more = f"; {others} written like it" if len(rows) > 1 else ""
            self._add(rows[0], f"; {hint}{more}" if hint else more)

    def _note(self, row: Row, raw: str) -> None:
        from civalue_build.source.spreadsheet import kind_of_date  # noqa: PLC0415 seldom

        kind = "" if self.month or _date(raw) else kind_of_date(raw)
        if kind:
            self.others.setdefault(kind, []).append(row)
        else:
            is_sum = raw.casefold().startswith(_SUMS)
            self._add(row, "; a sum or a mean of rows is no row of its own" if is_sum else "")

    def _add(self, row: Row, hint: str = "") -> None:
        raw = row.fields[self.name]
        wanted = "a month such as 2023-04" if self.month else "a date such as 2023-04-01 or 2023-04"
        message = f"expected {wanted}, found {show(raw) if raw else 'nothing'}{hint}"
        self.log.add(TABLE_VALUE_NOT_READABLE, message, (row.line, row.columns[self.name]))


@lru_cache(maxsize=1024)
def _date(raw: str) -> PartialDate | None:
    """Return a date as written; the tables of all cases have the same few months."""
    date = read_date(raw)
    if date is None:
        return None
    week = bool(date.get("is_week"))
    return PartialDate(
        year=date["year"], month=date.get("month"), day=date.get("day"), is_week=week
    )


def number_at(row: Row, name: str, log: Log) -> float | None:
    """Return the number in a field, none where it is empty or cannot be read."""
    raw = row.fields.get(name, "")
    if not raw:
        return None
    number = read_number(raw) if row.decimal == "." else None
    if number is None:
        from civalue_build.source.spreadsheet import number_as_written  # noqa: PLC0415

        number = number_as_written(raw, row.decimal)
    if number is not None and not is_too_large(number):
        return float(number)
    message = f"{show(raw)} is too large to be meant" if number is not None else _expected(raw)
    log.add(TABLE_VALUE_NOT_READABLE, message, (row.line, row.columns[name]))
    return None


def _expected(raw: str) -> str:
    from civalue_build.source.spreadsheet import meant_value  # noqa: PLC0415 seldom

    hint = meant_value(raw)
    return f"expected a number, found {show(raw)}{f'; {hint}' if hint else ''}"
