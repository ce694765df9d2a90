"""The heads of a register as a whole, in the tidy and in the wide shape."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from civalue_build.model.register import Column, Told
from civalue_build.source.register.amounts import Unit, speaks_of_thousands, unit_of
from civalue_build.source.register.files import Sheet
from civalue_build.source.register.heads import (
    Amounts,
    Layout,
    amounts_of,
    column_of,
    is_head,
    is_sum,
    texts_below,
    why_not,
)
from civalue_build.source.register.months import is_day_first
from civalue_build.source.words import show

_RUNNING = re.compile(r"\b(?:cumulative|ytd|year to date|running total)\b", re.IGNORECASE)
_FIRST_ROWS = 15
"""Among how many rows of a sheet its heads are looked for."""


def layout_of(sheet: Sheet) -> Layout | None:
    """Return the layout of a sheet, none where it has no heads that are known."""
    first = sorted(sheet.grid)[:_FIRST_ROWS]
    counted = [(sum(map(is_head, sheet.grid[row].values())), -row) for row in first]
    most, row = max(counted, default=(0, 0))
    return _Heads(sheet, -row).layout() if most > 1 else None


class _Heads:
    def __init__(self, sheet: Sheet, row: int) -> None:
        self._sheet, self._row = sheet, row
        self._texts = dict(sorted(sheet.grid[row].items()))
        self._above = sheet.grid.get(row - 1, {})
        """The row above the heads, where a month may stand over “plan” and “actual”."""
        self._columns: dict[int, Column] = {}
        self._amounts: dict[int, Amounts] = {}
        self._day_first: bool | None = None
        self._unit = Unit()
        self._faults: list[Told] = []
        self._notes: list[Told] = []

    def layout(self) -> Layout:
        self._day_first = is_day_first(self._dates())
        for column, text in self._texts.items():
            self._place(column, text)
        if Column.MONTH not in self._columns.values():
            self._take_months_from_above()
        self._look_for_headless()
        self._look_for_twice()
        self._look_for_thousands()
        return Layout(
            row=self._row,
            columns=self._columns,
            amounts=self._amounts,
            unit=self._unit,
            day_first=self._day_first,
            faults=tuple(self._faults),
            notes=tuple(self._notes),
        )

    def _fault(self, column: int, message: str) -> None:
        self._faults.append(Told(self._sheet.at(self._row, column), message))

    def _note(self, column: int, message: str) -> None:
        self._notes.append(Told(self._sheet.at(self._row, column), message))

    def _dates(self) -> Iterator[str]:
        """Give every text that may be a month."""
        for column, text in self._texts.items():
            yield unit_of(text)[0]
            if column_of(text, []) is Column.MONTH:
                yield from texts_below(self._sheet.grid, self._row, column)
        yield from self._above.values()

    def _place(self, column: int, text: str) -> None:
        if amounts := amounts_of(text, day_first=self._day_first):
            self._amounts[column] = amounts
        elif own := column_of(text, texts_below(self._sheet.grid, self._row, column)):
            self._columns[column] = own
            self._unit = unit_of(text)[1] if own is Column.WHICH else self._unit
        elif why := why_not(text):
            self._fault(column, why)
        else:
            self._note(column, f"the column {show(text)} is not read")

    def _take_months_from_above(self) -> None:
        """Give columns of “plan” or “actual” the month above them, or above one to their left."""
        found: dict[int, Amounts] = {}
        month, is_below_sum = None, False
        for column, one in self._amounts.items():
            if text := self._above.get(column, ""):
                own = amounts_of(text, day_first=self._day_first)
                month, is_below_sum = own.month if own else None, is_sum(text)
            if is_below_sum:
                self._note(column, f"it stands below {show(text or 'a sum')}, and is not read")
            else:
                found[column] = one if one.month is not None else one._replace(month=month)
        if found != self._amounts:
            for column in (column for column, one in found.items() if one.month is None):
                self._fault(column, "no month stands above this column or to the left of that")
            self._amounts = found

    def _look_for_headless(self) -> None:
        cells: dict[int, list[int]] = {}
        for row, texts in sorted(self._sheet.grid.items()):
            for column in texts.keys() - self._texts.keys() if row > self._row else ():
                cells.setdefault(column, []).append(row)
        for column, rows in sorted(cells.items()):
            count = "1 cell" if len(rows) == 1 else f"{len(rows)} cells"
            message = f"this column has no head, and is not read ({count} from here on)"
            self._notes.append(Told(self._sheet.at(rows[0], column), message))

    def _look_for_twice(self) -> None:
        seen: set[object] = set()
        own = {column: (one.month, one.which) for column, one in self._amounts.items()}
        every: Mapping[int, object] = {**self._columns, **own}
        for column, what in sorted(every.items(), key=lambda pair: pair[0]):
            if what in seen:
                named = isinstance(what, Column)
                hint = "keep one" if named else "say of which month each is, or keep one"
                head = show(self._texts[column])
                self._fault(column, f"the head {head} stands here twice; {hint}")
            seen.add(what)

    def _look_for_thousands(self) -> None:
        """Give faults where a text above the heads speaks of thousands, and a head does not."""
        if self._unit.stated or all(one.unit.stated for one in self._amounts.values()):
            return
        for row, cells in self._sheet.grid.items():
            for column, text in cells.items() if row < self._row else ():
                if speaks_of_thousands(text):
                    message = (
                        f"{show(text)} stands above the heads, and not every head of amounts says "
                        "what it counts in; write £k or £ into each, such as “Apr-25 £k”"
                    )
                    self._faults.append(Told(self._sheet.at(row, column), message))
        if speaks_of_thousands(self._sheet.spot.sheet):
            message = "the name of the sheet speaks of thousands; write £k or £ into each head"
            self._faults.append(Told(self._sheet.spot, message))


def running_sum(sheet: Sheet, layout: Layout) -> str:
    """Return the text by which a sheet says that its amounts run on, empty where it does not.

    Such a word right above single columns of months in groups speaks of these alone.
    """
    texts = [sheet.spot.sheet]
    for row, cells in sheet.grid.items():
        is_above = row == layout.row - 1 and not layout.has(Column.MONTH)
        own = sheet.grid[layout.row]
        texts += [
            text
            for column, text in cells.items()
            if row < layout.row and not (is_above and amounts_of(own.get(column, "")))
        ]
    return next((text for text in texts if _RUNNING.search(text)), "")


def trimmed(sheet: Sheet, layout: Layout) -> Layout:
    """Leave out, with a note, columns of amounts that no month belongs to."""
    if not layout.is_wide:
        return layout
    amounts = {column: one for column, one in layout.amounts.items() if one.month is not None}
    message = "this column has no month, and is not read"
    notes = [
        Told(sheet.at(layout.row, column), message) for column in layout.amounts.keys() - amounts
    ]
    return replace(layout, amounts=amounts, notes=(*layout.notes, *sorted(notes)))
