"""A table as a file: CSV, JSON and Parquet, and all tables as one workbook.

What is not stated is an empty cell, `null` or missing: never zero. A text that a spreadsheet
would take for a formula has an apostrophe before it in CSV; elsewhere texts are typed as texts.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from importlib.util import find_spec
from typing import Any

from civalue_build.present.library.data_columns import Kind
from civalue_build.present.library.data_tables import DataTable
from civalue_build.present.sheets import Value, guarded

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The byte order mark, by which spreadsheets know UTF-8."""
PARQUET = "parquet"
YES, NO = "yes", "no"
_TYPES = {Kind.NUMBER: "float64", Kind.WHOLE: "Int64", Kind.YES: "boolean"}


def _text(value: Any) -> str:
    return "" if value is None else guarded(value)


def _number(value: Any) -> str:
    return "" if value is None else f"{value:.15g}"


def _yes(value: Any) -> str:
    return "" if value is None else YES if value else NO


_CELLS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.WHOLE: _number,
    Kind.YES: _yes,
}


def as_csv(table: DataTable) -> bytes:
    """Return a table as CSV in UTF-8 with a byte order mark."""
    columns = [
        map(_CELLS[field.kind], values)
        for field, values in zip(table.fields, _columns(table), strict=True)
    ]
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    writer.writerows(zip(*columns, strict=True))
    return (MARK + buffer.getvalue()).encode()


def as_json(table: DataTable) -> bytes:
    """Return a table as JSON: a list of records."""
    names = [field.name for field in table.fields]
    records = [dict(zip(names, row, strict=True)) for row in table.rows]
    text = json.dumps(records, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return f"{text}\n".encode()


def has_parquet() -> bool:
    """Whether this computer has what writes Parquet."""
    return find_spec("fastparquet") is not None


def as_parquet(table: DataTable) -> bytes:
    """Return a table as Parquet. What is missing is null, or not a number in a column of those."""
    import fastparquet  # type: ignore[import-untyped]  # noqa: PLC0415 slow to load
    import pandas as pd  # noqa: PLC0415

    columns = {
        field.name: pd.Series(list(values), dtype=_TYPES.get(field.kind, "object"))
        for field, values in zip(table.fields, _columns(table), strict=True)
    }
    texts = {field.name: "utf8" for field in table.fields if field.kind is Kind.TEXT}
    kept = _Kept()
    fastparquet.write(
        "table", pd.DataFrame(columns), compression="SNAPPY", object_encoding=texts,
        write_index=False, open_with=lambda *_: kept, mkdirs=lambda *_: None,
    )  # fmt: skip
    return kept.getvalue()


class _Kept(io.BytesIO):
    """A file that can be read once it is closed."""

    def close(self) -> None:
        """Stay open."""


def _columns(table: DataTable) -> Iterator[tuple[Value, ...]]:
    return zip(*table.rows, strict=True) if table.rows else iter([()] * len(table.fields))


MAKERS: Mapping[str, Callable[[DataTable], bytes]] = {
    "csv": as_csv,
    "json": as_json,
    PARQUET: as_parquet,
}
"""What makes a table into a file, by the ending of its name."""


def endings() -> tuple[str, ...]:
    """Return the endings of the files that are made of each table on this computer."""
    return tuple(ending for ending in MAKERS if ending != PARQUET or has_parquet())


_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 the same on every day, in no place's time
MOST = 5_000
"""Rows up to which a table stands in the workbook: more are slow to open and to make."""


def as_workbook(tables: Iterable[DataTable], about: Iterable[str]) -> bytes:
    """Return one workbook with a sheet for each table, after a sheet of lines about them all."""
    buffer = io.BytesIO()
    with _opened(buffer) as book:
        _write_about(book, about)
        for table in tables:
            if len(table.rows) <= MOST:
                _write_table(book, table)
    return buffer.getvalue()


@contextmanager
def _opened(buffer: io.BytesIO) -> Iterator[Any]:
    from xlsxwriter import Workbook  # noqa: PLC0415 slow to load

    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _MADE})
    yield book
    book.close()


def _write_about(book: Any, about: Iterable[str]) -> None:
    sheet = book.add_worksheet("Read me")
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    for row, line in enumerate(about):
        sheet.write_string(row, 0, line)


def _write_table(book: Any, table: DataTable) -> None:
    sheet = book.add_worksheet(table.title)
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.freeze_panes(1, 1)
    for number, field in enumerate(table.fields):
        sheet.set_column(number, number, max(12, min(40, len(field.name) + 2)))
        sheet.write_string(0, number, field.name, bold)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.fields) - 1)
    for number, values in enumerate(_columns(table)):
        write = getattr(sheet, _WRITERS[table.fields[number].kind])
        for row, value in enumerate(values, start=1):
            if value is not None:
                write(row, number, value)


_WRITERS = {
    Kind.TEXT: "write_string",
    Kind.NUMBER: "write_number",
    Kind.WHOLE: "write_number",
    Kind.YES: "write_boolean",
}
