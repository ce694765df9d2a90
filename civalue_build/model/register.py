"""A register: a spreadsheet of plan against actual, as a finance team keeps it.

A month is a number, as in `tracked`: twelve times its year, and its place in that year from 0.
Amounts are in whole units of money, whatever the sheet counts in.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from civalue_build.model.record import record


class Which(StrEnum):
    """What an amount is: the columns of a ledger."""

    PLAN = "plan"
    ACTUAL = "actual"


class Column(StrEnum):
    """What a row says beside its amounts."""

    CASE = "case"
    SCHEME = "scheme"
    LINE = "line"
    KIND = "kind"
    STREAM = "stream"
    ABOUT = "about"
    MONTH = "month"
    YEAR = "year"
    WHICH = "which"


HEADS: Mapping[Column, Sequence[str]] = {
    Column.CASE: ("Case", "Case name", "Case slug", "Slug"),
    Column.SCHEME: ("Scheme", "Scheme name", "Project", "Project name"),
    Column.STREAM: ("Value stream",),
    Column.LINE: ("Line", "Line id", "Line name"),
    Column.ABOUT: ("What it is",),
    Column.KIND: ("Kind", "Kind of saving", "Type of saving"),
    Column.WHICH: ("Plan or actual", "Plan/actual", "Plan / actual"),
    Column.MONTH: ("Month", "Period", "Date"),
    Column.YEAR: ("Financial year", "Year", "FY"),
}
"""What the columns are called; the first is what we write."""
AMOUNT = "Amount"
"""The head of amounts where the row says of which month they are, and whether plan or actual."""
WORDS: Mapping[Which, Sequence[str]] = {
    Which.PLAN: ("Plan", "Planned"),
    Which.ACTUAL: ("Actual", "Actuals", "Delivered", "Achieved"),
}


class Spot(NamedTuple):
    """Where something stands: `sheet` is empty in a table; column from 0, below it the sheet."""

    file: str
    sheet: str
    row: int = 0
    column: int = -1

    def __str__(self) -> str:
        if not self.sheet:
            parts = (f"row {self.row}" if self.row else "",
                     f"column {self.column + 1}" if self.column >= 0 else "")  # fmt: skip
        else:
            cell = f"cell {letters(self.column)}{self.row}" if self.column >= 0 else ""
            parts = f"sheet {self.sheet}", cell or (f"row {self.row}" if self.row else "")
        return ": ".join(filter(None, (self.file, ", ".join(filter(None, parts)))))


class Told(NamedTuple):
    """Something that is said of a spot."""

    spot: Spot
    message: str

    def __str__(self) -> str:
        return f"{self.spot}: {self.message}"


class Figure(NamedTuple):
    """An amount of a month; none where its cell is empty. `pounds` says whether a £ was written."""

    month: int
    which: Which
    amount: float | None
    spot: Spot
    pounds: bool = False


@record
class SchemeRow:
    """A row of a register that has amounts: what it says in words, where, and the amounts."""

    words: Mapping[Column, str]
    spot: Spot
    spots: Mapping[Column, Spot]
    figures: tuple[Figure, ...]

    def at(self, column: Column) -> Spot:
        """Where something is said, or the row where it is not."""
        return self.spots.get(column, self.spot)


@record
class Register:
    """What a register says. `cases` maps schemes to cases by their texts, where a row names both.

    Where there are `faults`, nothing of it may be used; `notes` tell what was not read.
    """

    rows: tuple[SchemeRow, ...]
    cases: Mapping[str, frozenset[str]]
    faults: tuple[Told, ...]
    notes: tuple[Told, ...]


@record
class LineToFill:
    """A line of a case as it stands in a tracker to fill in; `amounts` are those of its ledger."""

    slug: str
    title: str
    stream: str
    line: str
    label: str
    kind: str
    amounts: Mapping[tuple[int, Which], float]


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column that is counted from 0."""
    head, last = divmod(column, 26)
    return (letters(head - 1) if head else "") + chr(65 + last)


def spelt(month: int) -> str:
    """Return a month as the format spells it."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"
