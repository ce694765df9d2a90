"""The sheet of lines by year: gross, claimed, corrected, and both as present values."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from civalue_build.model.enums import Side, Stream
from civalue_build.model.record import record
from civalue_build.present.workbook.discounting import Factors
from civalue_build.present.workbook.inputs import Inputs
from civalue_build.present.workbook.lines import Row, Rows
from civalue_build.present.workbook.paper import YEAR, Sheet
from civalue_build.present.workbook.terms import ONE, Term, product

TOTAL = 1
"""The column of the sum over all years."""


class Block(StrEnum):
    """A table of the sheet: one amount of every line by year."""

    GROSS = "Gross: quantity × price, or amount, at the price base"
    CLAIMED = "Claimed: gross × share claimed × what is left of it"
    CORRECTED = "Corrected: claimed, corrected for the strength of evidence"
    PRESENT = "Present value: claimed × discount factor"
    PRESENT_CORRECTED = "Present value, corrected: corrected × discount factor"


LEFT = "What is left of the share claimed"
MULTIPLE = "Price of the year ÷ price of year 0"


@dataclass(slots=True, kw_only=True)
class ByYear:
    """Where each amount of each row stands.

    `amounts` has it by block, row and year; `totals` the sum over years by block and row. `left`
    and `multiples` are by row and year, in years in which they are not 1.
    """

    sheet: Sheet
    years: int
    starts: dict[Block, int] = field(default_factory=dict)
    amounts: dict[Block, list[dict[int, Term]]] = field(default_factory=dict)
    totals: dict[Block, list[Term]] = field(default_factory=dict)
    left: list[dict[int, Term]] = field(default_factory=list)
    multiples: list[dict[int, Term]] = field(default_factory=list)

    def column(self, block: Block, year: int, start: int, end: int) -> str:
        """Return the way to the amounts of one year of the rows from `start` to before `end`."""
        first = self.starts[block]
        return self.sheet.down(first + start, first + end - 1, YEAR + year)

    def row(self, block: Block, at: int) -> str:
        """Return the way to the amounts of a row in all years."""
        return self.sheet.across(self.starts[block] + at, YEAR, self.years)


@record
class Ground:
    """What amounts by year are worked out from."""

    rows: Rows
    inputs: Inputs
    prices: Mapping[str, Term]
    factors: Mapping[Stream, Factors]
    years: int


Cell = Callable[[int, int], Term | None]
"""What stands in a row and year; none leaves the cell empty."""


def write_by_year(sheet: Sheet, ground: Ground) -> ByYear:
    """Write each table of the sheet, and return where all amounts stand."""
    made = ByYear(sheet=sheet, years=ground.years)
    sheet.widths(54, 16, years=ground.years)
    sheet.text(1, 0, "Lines by year", "title")
    sheet.text(2, 0, "Year 0 is the first 12 months. Costs come first, then benefits.", "label")
    sheet.years(3, ("Line", "All years"), ground.years)
    sheet.freeze(3, YEAR)
    at = _helpers(sheet, 5, ground, made)
    for block, cell in _blocks(ground, made):
        at = _block(made, at, block, ground, cell)
    return made


def _helpers(sheet: Sheet, at: int, ground: Ground, made: ByYear) -> int:
    """Write what differs by year in few lines: what is left of a share, and prices of a year."""
    for words, into, of_row in (
        (MULTIPLE, made.multiples, _multiples),
        (LEFT, made.left, _left),
    ):
        found = [of_row(row, ground.years) for row in ground.rows.rows]
        into.extend({} for _ in found)
        if not any(found):
            continue
        sheet.text(at, 0, words, "heading")
        for place, cells in enumerate(found):
            if cells:
                at += 1
                sheet.text(at, 0, ground.rows.rows[place].label, "label")
                _helper(sheet, at, cells, into[place])
        at += 2
    return at


def _helper(sheet: Sheet, at: int, cells: Mapping[int, Term], into: dict[int, Term]) -> None:
    before = ONE
    for year, term in cells.items():
        if term.text:
            made = product((before, term))
            before = sheet.term(at, YEAR + year, made, "factor")
        else:
            before = sheet.number(at, YEAR + year, term.value, "factor input")
        into[year] = before


def _multiples(row: Row, years: int) -> dict[int, Term]:
    found = row.rests.multiples
    return {year: Term("", found[year]) for year in range(years) if year in found and row.has_value}


def _left(row: Row, years: int) -> dict[int, Term]:
    if row.left is ONE:
        return {}
    return dict.fromkeys(range(row.rests.first + 1, years), row.left)


def _blocks(ground: Ground, made: ByYear) -> Iterator[tuple[Block, Cell]]:
    yield Block.GROSS, lambda at, year: _gross(ground, made, at, year)
    yield Block.CLAIMED, lambda at, year: _claimed(ground, made, at, year)
    yield Block.CORRECTED, lambda at, year: _corrected(ground, made, at, year)
    for block, of in (
        (Block.PRESENT, Block.CLAIMED),
        (Block.PRESENT_CORRECTED, Block.CORRECTED),
    ):
        yield block, lambda at, year, of=of: _present(ground, made, of, at, year)  # type: ignore[misc]


def _block(made: ByYear, at: int, block: Block, ground: Ground, cell: Cell) -> int:
    """Write one table, and return the row at which the next one begins."""
    sheet = made.sheet
    sheet.text(at, 0, block, "heading")
    made.starts[block] = at + 1
    amounts, totals = made.amounts.setdefault(block, []), made.totals.setdefault(block, [])
    for place, row in enumerate(ground.rows.rows):
        at += 1
        sheet.text(at, 0, row.label)
        found: dict[int, Term] = {}
        for year in range(ground.years):
            if (term := cell(place, year)) is not None:
                found[year] = sheet.term(at, YEAR + year, term, "money")
        amounts.append(found)
        totals.append(_total(made, at, found, has_value=row.has_value))
    return at + 2


def _total(made: ByYear, at: int, found: Mapping[int, Term], *, has_value: bool) -> Term:
    if not has_value:
        made.sheet.text(at, TOTAL, "no amount", "label")
        return Term("0", 0.0)
    across = made.sheet.across(at, YEAR, made.years)
    value = sum((term.value for term in found.values()), 0.0)
    return made.sheet.formula(at, TOTAL, f"SUM({across})", value, "money total")


def _gross(ground: Ground, made: ByYear, at: int, year: int) -> Term | None:
    row = ground.rows.rows[at]
    if not row.has_value:
        return None
    rests = row.rests
    if year in rests.actuals:
        side = "benefits" if rests.shares else "costs"
        return ground.inputs.by_key[f"{side}.{rests.line}.ledger.{year}"].value
    if year not in rests.units:
        return None
    units = ground.inputs.by_key[rests.units[year]].value
    return product((units, row.price, made.multiples[at].get(year, ONE)))


def _claimed(ground: Ground, made: ByYear, at: int, year: int) -> Term | None:
    row, gross = ground.rows.rows[at], made.amounts[Block.GROSS][at].get(year)
    if gross is None:
        return None
    if row.line.side is Side.COST:
        return gross
    found = product((gross, row.share, made.left[at].get(year, ONE)))
    return Term(f"-{found.text}", -found.value) if row.is_loss else found


def _corrected(ground: Ground, made: ByYear, at: int, year: int) -> Term | None:
    row, claimed = ground.rows.rows[at], made.amounts[Block.CLAIMED][at].get(year)
    if claimed is None:
        return None
    change = row.losses
    if row.line.side is Side.BENEFIT:
        share = row.losses.value if claimed.value < 0 else row.gains.value
        change = Term(f"IF({claimed.text}<0,{row.losses.text},{row.gains.text})", share)
    return Term(f"{claimed.text}*(1+{change.text})", claimed.value * (1 + change.value))


def _present(ground: Ground, made: ByYear, of: Block, at: int, year: int) -> Term | None:
    amount = made.amounts[of][at].get(year)
    if amount is None:
        return None
    factor = ground.factors[ground.rows.rows[at].line.stream].by_year[year]
    return product((amount, factor))
