"""The rows of a register: what each says in words, and its amounts by month."""

import re
from collections.abc import Iterator, Mapping

from civalue_build.model.register import Column, Figure, SchemeRow, Spot, Told, Which
from civalue_build.source.intake.cells import Unread
from civalue_build.source.intake.known import same
from civalue_build.source.register.amounts import Unit, read_amount, unit_of
from civalue_build.source.register.files import Sheet
from civalue_build.source.register.heads import Amounts, Layout, which_of
from civalue_build.source.register.months import no_month, read_month
from civalue_build.source.words import show

_SUM = re.compile(r"(?:grand |sub-?)?totals?(?: \d{4}/\d\d)?\Z|sum\Z", re.ASCII)
_OTHER_ROWS = ("variance", "difference", "forecast", "cumulative", "ytd")
_SHOWN = 8

Cells = Mapping[int, str]


class Rows:
    """Reads the rows of one sheet; `faults` and `notes` gather what is said of them."""

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self._sheet, self._layout = sheet, layout
        self._where = {what: column for column, what in layout.columns.items()}
        self.faults: list[Told] = []
        self.notes: list[Told] = []
        self._without: list[int] = []

    def read(self) -> Iterator[SchemeRow]:
        """Give the rows that have an amount."""
        for row, cells in sorted(self._sheet.grid.items()):
            if row > self._layout.row and (found := self._row(row, cells)):
                yield found
        if rows := self._without:
            more = ", …" if len(rows) > _SHOWN else ""
            named = f"{', '.join(map(str, rows[:_SHOWN]))}{more}"
            what = "row has" if len(rows) == 1 else "rows have"
            message = f"{len(rows)} {what} no amount and change nothing: {named}"
            self.notes.append(Told(self._sheet.spot, message))

    def _row(self, row: int, cells: Cells) -> SchemeRow | None:
        words = {what: cells[at].strip() for what, at in self._where.items() if at in cells}
        spots = {what: self._sheet.at(row, at) for what, at in self._where.items()}
        if self._is_sum(row, cells, words):
            return None
        if not any(column in cells for column in self._layout.amounts):
            self._without.append(row)
            return None
        whys = {what: why for what in words if (why := _why_unread(cells[self._where[what]]))}
        for what, why in whys.items():
            self.faults.append(Told(spots[what], f"{why}: {show(words[what])}"))
        figures = () if whys else tuple(self._figures(row, cells, words, spots))
        spot = self._sheet.at(row)
        return SchemeRow(words=words, spot=spot, spots=spots, figures=figures)

    def _is_sum(self, row: int, cells: Cells, words: Mapping[Column, str]) -> bool:
        """Whether a row is a sum of others, or neither plan nor actual; it is told."""
        which = same(unit_of(words.get(Column.WHICH, ""))[0])
        texts = [text for at, text in cells.items() if at not in self._layout.amounts]
        if any(_SUM.match(same(text)) for text in texts):
            said = "a sum of rows is no row of its own"
        elif which.startswith(_OTHER_ROWS):
            said = f"{show(which)} is neither plan nor actual"
        else:
            return False
        self.notes.append(Told(self._sheet.at(row), f"{said}, so this row is not read"))
        return True

    def _figures(
        self, row: int, cells: Cells, words: Mapping[Column, str], spots: Mapping[Column, Spot]
    ) -> Iterator[Figure]:
        month = None if self._layout.is_wide else self._month(words, spots)
        which, unit = self._which(words, spots, row)
        for column, one in self._layout.amounts.items():
            at, what = one.month if one.month is not None else month, one.which or which
            if at is None or what is None:
                continue
            spot, text = self._sheet.at(row, column), cells.get(column, "")
            if one.unit.stated and unit.stated and one.unit != unit:
                message = "the row and the head of the column count in different units"
                self.faults.append(Told(spot, message))
                continue
            yield from self._figure(at, what, spot, text, one.unit if one.unit.stated else unit)

    def _figure(
        self, month: int, which: Which, spot: Spot, text: str, unit: Unit
    ) -> Iterator[Figure]:
        if isinstance(text, Unread):
            self.faults.append(Told(spot, f"{text.why}: {show(str(text))}"))
            return
        amount = read_amount(text, unit, self._sheet.decimal) if text.strip() else None
        if isinstance(amount, str):
            self.faults.append(Told(spot, amount))
            return
        pounds = unit.stated or "£" in text
        yield Figure(month=month, which=which, amount=amount, spot=spot, pounds=pounds)

    def _month(self, words: Mapping[Column, str], spots: Mapping[Column, Spot]) -> int | None:
        text = " ".join(words[name] for name in (Column.MONTH, Column.YEAR) if name in words)
        own = words.get(Column.MONTH, "")
        month = read_month(own, day_first=self._layout.day_first)
        month = read_month(text) if month is None else month
        if month is None:
            self.faults.append(Told(spots[Column.MONTH], no_month(own)))
        return month

    def _which(
        self, words: Mapping[Column, str], spots: Mapping[Column, Spot], row: int
    ) -> tuple[Which | None, Unit]:
        """Return what the amounts of a row are, where the heads of columns do not say so."""
        own: list[Amounts] = [one for one in self._layout.amounts.values() if one.which is None]
        text = words.get(Column.WHICH, "")
        which, unit = which_of(text), unit_of(text)[1]
        if own and which is None:
            found = f"found {show(text)}" if text else "found nothing"
            spot = spots.get(Column.WHICH, self._sheet.at(row))
            self.faults.append(Told(spot, f"expected “plan” or “actual”, {found}"))
        return which, unit if unit.stated else self._layout.unit


def _why_unread(text: str) -> str:
    return text.why if isinstance(text, Unread) else ""
