"""A register as a whole: its sheets in either shape, and which case each scheme belongs to."""

from collections.abc import Iterator
from pathlib import Path

from civalue_build.model.register import HEADS, Column, Register, SchemeRow, Spot, Told
from civalue_build.source.intake.cells import Unread
from civalue_build.source.intake.known import same
from civalue_build.source.register.files import Sheet, read_sheets
from civalue_build.source.register.heads import Layout
from civalue_build.source.register.layout import layout_of, running_sum, trimmed
from civalue_build.source.register.months import EXAMPLES
from civalue_build.source.register.rows import Rows
from civalue_build.source.words import show

NO_HEADS = (
    f"no row of heads was found: it names {HEADS[Column.CASE][0]} or {HEADS[Column.SCHEME][0]}, "
    f"and either Month, Plan and Actual, or months such as {EXAMPLES}"
)


def read_register(path: Path, *, of_one_case: bool = False) -> Register:
    """Read a register. Raises CivalueError where the file is none, or too large to be one.

    Of one case, rows need not name a case or a scheme.
    """
    found = [(sheet, layout_of(sheet)) for sheet in read_sheets(path)]
    pages = [
        (sheet, layout, _why_no_register(sheet, layout, of_one_case)) for sheet, layout in found
    ]
    rows: list[SchemeRow] = []
    faults: list[Told] = []
    notes: list[Told] = [note for sheet, _, why in pages if not why for note in sheet.notes]
    cases: dict[str, set[str]] = {}
    is_any = any(not why for _, _, why in pages)
    for sheet, layout, why in pages:
        if layout:
            _add_cases(cases, sheet, layout)
        if layout and not why:
            own = trimmed(sheet, layout)
            reader = Rows(sheet, own)
            rows += reader.read()
            faults += (*own.faults, *reader.faults)
            notes += (*own.notes, *reader.notes)
        elif layout and layout.faults and (of_one_case or _names_cases(layout)):
            faults += layout.faults  # most probably they are why it has no months
        elif sheet.grid and not (layout and _is_list_of_cases(layout)):
            (notes if is_any else faults).append(Told(sheet.spot, f"{why}; it is not read"))
    if not any(sheet.grid for sheet, _ in found):
        faults.append(Told(found[0][0].spot if found else _nowhere(path), "nothing stands in it"))
    known = {scheme: frozenset(slugs) for scheme, slugs in cases.items()}
    return Register(rows=tuple(rows), cases=known, faults=tuple(faults), notes=tuple(notes))


def _nowhere(path: Path) -> Spot:
    return Spot(path.name, "")


def _why_no_register(sheet: Sheet, layout: Layout | None, of_one_case: bool) -> str:  # noqa: FBT001
    """Say why a sheet holds no rows to read, nothing where it does."""
    if layout is None:
        return NO_HEADS
    if not (of_one_case or _names_cases(layout)):
        return f"it has no column {HEADS[Column.CASE][0]} and none {HEADS[Column.SCHEME][0]}"
    if layout.is_wide and layout.has(Column.MONTH):
        return "it has a column Month and months in its heads: keep one of them"
    if not layout.has_months:
        return f"it has no column Month with Plan or Actual, and no months such as {EXAMPLES}"
    if text := running_sum(sheet, layout):
        return f"{show(text)}: a ledger has the amount of each month, and not the sum so far"
    return ""


def _names_cases(layout: Layout) -> bool:
    return layout.has(Column.CASE, Column.SCHEME)


def _is_list_of_cases(layout: Layout) -> bool:
    return layout.has(Column.CASE) and layout.has(Column.SCHEME) and not layout.amounts


def _add_cases(cases: dict[str, set[str]], sheet: Sheet, layout: Layout) -> None:
    """Add which case each scheme belongs to, by the rows that name both."""
    for scheme, case in _pairs(sheet, layout):
        if not isinstance(scheme, Unread) and not isinstance(case, Unread):
            cases.setdefault(same(scheme), set()).add(case.strip())


def _pairs(sheet: Sheet, layout: Layout) -> Iterator[tuple[str, str]]:
    where = {what: at for at, what in layout.columns.items()}
    if Column.CASE in where and Column.SCHEME in where:
        for row, cells in sheet.grid.items():
            if row > layout.row and where[Column.CASE] in cells and where[Column.SCHEME] in cells:
                yield cells[where[Column.SCHEME]], cells[where[Column.CASE]]
