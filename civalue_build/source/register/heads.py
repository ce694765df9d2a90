"""The heads of a register: which column is what, in the tidy and in the wide shape."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from civalue_build.model.record import record
from civalue_build.model.register import HEADS, WORDS, Column, Told, Which
from civalue_build.source.intake.cells import Grid, Unread
from civalue_build.source.intake.known import same
from civalue_build.source.register.amounts import Unit, speaks_of_thousands, unit_of
from civalue_build.source.register.files import Sheet
from civalue_build.source.register.months import is_day_first, is_like_month, no_month, read_month
from civalue_build.source.words import show

_FIRST_ROWS = 15
"""Among how many rows of a sheet its heads are looked for."""
_KNOWN = {same(text): column for column, texts in HEADS.items() for text in texts}
_WHICH = {same(text): which for which, texts in WORDS.items() for text in texts}
_SUMS = ("total", "sum", "ytd", "year to date", "full year", "fye", "variance", "cumulative")


@record
class Amounts:
    """A column of amounts: its month and what it is, each none where the row says so."""

    month: int | None
    which: Which | None
    unit: Unit


@record
class Layout:
    """Where the heads of a sheet stand, and what each column below them is.

    `unit` is what the head over “plan” and “actual” says that amounts count in.
    """

    row: int
    columns: Mapping[int, Column]
    amounts: Mapping[int, Amounts]
    unit: Unit
    day_first: bool | None
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
    return _WHICH.get(same(unit_of(text)[0]))


def layout_of(sheet: Sheet) -> Layout | None:
    """Return the layout of a sheet, none where it has no heads that are known."""
    first = sorted(sheet.grid)[:_FIRST_ROWS]
    counted = [(sum(map(_is_head, sheet.grid[row].values())), -row) for row in first]
    most, row = max(counted, default=(0, 0))
    return _layout(sheet, -row) if most > 1 else None


def _is_head(text: str) -> bool:
    rest, _ = unit_of(text)
    return same(rest) in _KNOWN or _parted(rest, None) != (None, None)


def _parted(head: str, day_first: bool | None) -> tuple[int | None, Which | None]:  # noqa: FBT001
    """Return the month and the word of a head that has one of them or both."""
    if which := which_of(head):
        return None, which
    first, _, rest = head.partition(" ")
    start, _, last = head.rpartition(" ")
    for word, month in (("", head), (first, rest), (last, start)):
        at = read_month(month.strip("-–: "), day_first=day_first)
        if at is not None and (not word or which_of(word)):
            return at, which_of(word)
    return None, None


def _layout(sheet: Sheet, row: int) -> Layout:
    heads = {column: unit_of(text) for column, text in sheet.grid[row].items()}
    below = {at: cells for at, cells in sheet.grid.items() if at > row}
    day_first = is_day_first([*(text for text, _ in heads.values()), *_dates(heads, below)])
    columns: dict[int, Column] = {}
    amounts: dict[int, Amounts] = {}
    whole = Unit()
    faults: list[Told] = []
    notes: list[Told] = []
    for column, (text, unit) in sorted(heads.items()):
        month, which = _parted(text, day_first)
        if month is not None or which is not None:
            amounts[column] = Amounts(month=month, which=which, unit=unit)
        elif own := _column(text, column, below):
            columns[column] = own
            whole = unit if own is Column.WHICH else whole
        else:
            why = _why_not(sheet.grid[row][column], text)
            (faults if why else notes).append(
                Told(sheet.at(row, column), why or f"the column {show(text)} is not read")
            )
    notes += _headless(sheet, below, heads.keys())
    found = Layout(row=row, columns=columns, amounts=amounts, unit=whole, day_first=day_first)
    faults += [*_twice(sheet, found), *_thousands(sheet, found)]
    return replace(found, faults=tuple(faults), notes=tuple(notes))


def _dates(heads: Mapping[int, tuple[str, Unit]], below: Grid) -> Iterator[str]:
    """Give the texts of the column of months, where there is one."""
    for column, (text, _) in heads.items():
        if _KNOWN.get(same(text)) is Column.MONTH:
            yield from (cells[column] for cells in below.values() if column in cells)


def _column(head: str, column: int, below: Grid) -> Column | None:
    """Return what a column is by its head, or by holding nothing but “plan” and “actual”."""
    if own := _KNOWN.get(same(head)):
        return own
    texts = [cells[column] for cells in below.values() if column in cells]
    return Column.WHICH if texts and all(map(which_of, texts)) else None


def _why_not(text: str, head: str) -> str:
    """Say why a head that is not known cannot be passed over; nothing where it can."""
    if isinstance(text, Unread):
        return text.why
    if same(head).startswith(_SUMS):
        return ""
    if is_like_month(head):
        return no_month(head)
    if speaks_of_thousands(text):
        return f"found {show(text)}; where amounts are in thousands, write the head as “Plan £k”"
    return ""


def _headless(sheet: Sheet, below: Grid, headed: object) -> Iterator[Told]:
    count = Counter(
        column
        for cells in below.values()
        for column in cells
        if column not in headed  # type: ignore[operator]
    )
    for column in sorted(count):
        row = min(row for row, cells in below.items() if column in cells)
        cells = "1 cell" if count[column] == 1 else f"{count[column]} cells"
        message = f"this column has no head, so {cells} of it from here on are not read"
        yield Told(sheet.at(row, column), message)


def _twice(sheet: Sheet, found: Layout) -> Iterator[Told]:
    seen: set[object] = set()
    own = {column: (one.month, one.which) for column, one in found.amounts.items()}
    for column, what in sorted({**found.columns, **own}.items()):
        if what in seen:
            head = show(sheet.grid[found.row][column])
            yield Told(sheet.at(found.row, column), f"the head {head} stands here twice; keep one")
        seen.add(what)


def _thousands(sheet: Sheet, found: Layout) -> Iterator[Told]:
    """Give faults where a text above the heads speaks of thousands, and a head does not."""
    if found.unit.stated or all(one.unit.stated for one in found.amounts.values()):
        return
    above: Sequence[tuple[int, int, str]] = [
        (row, column, text)
        for row, cells in sheet.grid.items()
        for column, text in cells.items()
        if row < found.row and speaks_of_thousands(text)
    ]
    for row, column, text in above:
        message = (
            f"{show(text)} stands above the heads, and a head of amounts does not say what it "
            "counts in; write £k or £ into each, such as “Apr-25 £k”"
        )
        yield Told(sheet.at(row, column), message)
    if speaks_of_thousands(sheet.spot.sheet):
        message = "the name of the sheet speaks of thousands; write £k or £ into each head"
        yield Told(sheet.spot, message)
