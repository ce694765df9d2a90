"""What single heads of a register say: a month, “plan” or “actual”, or another column."""

from collections.abc import Mapping
from typing import NamedTuple

from civalue_build.model.record import record
from civalue_build.model.register import AMOUNT, HEADS, WORDS, Column, Told, Which
from civalue_build.source.intake.cells import Grid, Unread
from civalue_build.source.intake.known import same
from civalue_build.source.register.amounts import Unit, speaks_of_thousands, unit_of
from civalue_build.source.register.months import is_like_month, no_month, read_month
from civalue_build.source.words import show

_KNOWN = {same(text): column for column, texts in HEADS.items() for text in texts}
_WHICH = {same(text): which for which, texts in WORDS.items() for text in texts}
_SUMS = ("total", "sum", "ytd", "year to date", "full year", "fye", "variance", "cumulative")
_AROUND = "-–: ()[]"


class Amounts(NamedTuple):
    """A column of amounts: its month and what it is, each none where the head does not say so."""

    month: int | None
    which: Which | None
    unit: Unit


@record
class Layout:
    """Where the heads of a sheet stand, and what each column below them is.

    `unit` is what the head over “plan” and “actual” says that amounts count in; `day_first` is how
    dates with slashes are meant, if that is known.
    """

    row: int
    columns: Mapping[int, Column]
    amounts: Mapping[int, Amounts]
    unit: Unit = Unit()
    day_first: bool | None = None
    faults: tuple[Told, ...] = ()
    notes: tuple[Told, ...] = ()

    def has(self, *wanted: Column) -> bool:
        """Whether any of these columns is there."""
        return any(column in wanted for column in self.columns.values())

    @property
    def is_wide(self) -> bool:
        """Whether months stand in the heads."""
        return any(one.month is not None for one in self.amounts.values())

    @property
    def has_months(self) -> bool:
        """Whether its rows can have amounts of months."""
        return self.is_wide or (self.has(Column.MONTH) and bool(self.amounts))


def which_of(text: str) -> Which | None:
    """Return what an amount is by its word, none where the word is another."""
    return _WHICH.get(same(unit_of(text)[0]).strip(_AROUND))


def is_head(text: str) -> bool:
    """Whether a text is a head that is known."""
    return same(unit_of(text)[0]) in _KNOWN or amounts_of(text) is not None


def is_sum(text: str) -> bool:
    """Whether a head stands over sums or differences of other columns."""
    return same(text).startswith(_SUMS)


def amounts_of(text: str, *, day_first: bool | None = None) -> Amounts | None:
    """Return the month, the word and the unit of a head of amounts, none where it is another."""
    head, unit = unit_of(text)
    which = which_of(head)
    if which or same(head) == same(AMOUNT):
        return Amounts(None, which, unit)
    first, _, rest = head.partition(" ")
    start, _, last = head.rpartition(" ")
    for word, text_of_month in (("", head), (first, rest), (last, start)):
        month = read_month(text_of_month.strip(_AROUND), day_first=day_first)
        if month is not None and (not word or which_of(word)):
            return Amounts(month, which_of(word), unit)
    return None


def column_of(head: str, texts: list[str]) -> Column | None:
    """Return what a column is by its head, or by `texts` that are but “plan” and “actual”."""
    if own := _KNOWN.get(same(unit_of(head)[0])):
        return own
    return Column.WHICH if texts and all(map(which_of, texts)) else None


def texts_below(grid: Grid, row: int, column: int) -> list[str]:
    """Return the texts of a column below a row."""
    return [cells[column] for at, cells in grid.items() if at > row and column in cells]


def why_not(text: str) -> str:
    """Say why a head that is not known cannot be passed over; nothing where it can."""
    if isinstance(text, Unread):
        return text.why
    if is_sum(text):
        return ""
    if is_like_month(unit_of(text)[0]):
        return no_month(unit_of(text)[0])
    if speaks_of_thousands(text):
        return f"found {show(text)}; where amounts are in thousands, write the head as “Plan £k”"
    return ""
