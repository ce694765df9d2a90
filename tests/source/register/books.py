"""Registers as people keep them, for the tests."""

import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from civalue_build.model.register import Register, spelt
from civalue_build.source.register.reading import read_register

Rows = Sequence[Sequence[object]]


def book(*rows: Sequence[object], sheet: str = "Tracker") -> Workbook:
    made = Workbook()
    own = made.active
    own.title = sheet
    for row in rows:
        own.append(list(row))
    return made


def read(folder: Path, made: Workbook | str, *, of_one_case: bool = False) -> Register:
    """Read a workbook, or the text of a table."""
    path = folder / ("tracker.csv" if isinstance(made, str) else "tracker.xlsx")
    if isinstance(made, str):
        path.write_text(made, encoding="utf-8")
    else:
        buffer = io.BytesIO()
        made.save(buffer)
        path.write_bytes(buffer.getvalue())
    return read_register(path, of_one_case=of_one_case)


def amounts(found: Register) -> list[tuple[str, str, float | None]]:
    """Return month, plan or actual, and amount, row by row."""
    return [
        (spelt(one.month), str(one.which), one.amount) for row in found.rows for one in row.figures
    ]


def told(found: Register) -> list[str]:
    return [str(one) for one in found.faults]


def noted(found: Register) -> list[str]:
    return [str(one) for one in found.notes]
