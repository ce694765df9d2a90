"""The sheet of accounts: what each view counts by year, and when its money is back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from civalue_build.model.appraisal import Returns, Undefined
from civalue_build.model.enums import Perspective, Side
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import Material, perspective
from civalue_build.present.workbook.by_year import Block, ByYear
from civalue_build.present.workbook.lines import ACCOUNTS, CASH, Rows
from civalue_build.present.workbook.paper import YEAR, Sheet

NOT_YET = "not yet"
ALMOST = 1e-9
"""The share of the largest amount below which a sum counts as nothing."""
VIEWS: Mapping[str, Block] = {
    "present value, as claimed": Block.PRESENT,
    "present value, corrected": Block.PRESENT_CORRECTED,
    "plain sum, as claimed": Block.CLAIMED,
    "plain sum, corrected": Block.CORRECTED,
}
"""How an account is seen, and the amounts that it adds up."""


@record
class Flows:
    """Where costs, benefits and payback of an account stand, by row of the sheet.

    A side that is not known has no row; without both there is no payback.
    """

    sheet: Sheet
    costs: int
    benefits: int
    payback: int

    def sum(self, row: int, years: int) -> str:
        """Return the formula of the first so many years of a row."""
        return f"SUM({self.sheet.across(row, YEAR, years)})"

    def back_after(self, years: int) -> str:
        """Return the way to what is known of the payback after so many years."""
        return self.sheet.at(self.payback, YEAR + years - 1)


Accounts = Mapping[tuple[Perspective | str, Block], Flows]


def write_accounts(sheet: Sheet, known: Material, rows: Rows, made: ByYear) -> Accounts:
    """Write every account in every view, and return where its flows stand."""
    sheet.widths(58, 16, years=made.years + 1)
    sheet.text(1, 0, "Accounts by year", "title")
    note = "A year’s costs fall at its start, its benefits evenly through it."
    sheet.text(2, 0, f"{note} Payback is in years from the start of year 0.", "label")
    sheet.years(3, ("Account", "All years"), made.years, "Taken as nothing")
    sheet.freeze(3, YEAR)
    at, found = 5, {}
    for account in ACCOUNTS:
        sheet.text(at, 0, _title(known, account), "heading")
        one = _Account(sheet, rows, made, account, _gaps(known, account))
        for view, block in VIEWS.items():
            found[account, block] = one.write(at + 1, view, block)
            at += 3
        at += 2
    return found


def _title(known: Material, account: Perspective | str) -> str:
    if account == CASH:
        return f"{perspective(known, Perspective.NHS)}, cash only"
    return perspective(known, Perspective(account))


def _gaps(known: Material, account: Perspective | str) -> Mapping[Side, str]:
    """Return why a side of an account is not known."""
    figures = _of(known, account)
    sides = {Side.COST: figures.pv_costs, Side.BENEFIT: figures.pv_benefits}
    return {
        side: wording.reason(figure)
        for side, figure in sides.items()
        if isinstance(figure, Undefined)
    }


def _of(known: Material, account: Perspective | str) -> Returns:
    if account == CASH:
        return known.appraisal.ladder[0].claimed
    found = known.appraisal.result(Perspective(account), known.horizon)
    if found is None:
        raise LookupError(account)
    return found.claimed


class _Account(NamedTuple):
    """One account, to be written in each view; `gaps` say why a side of it is not known."""

    sheet: Sheet
    rows: Rows
    made: ByYear
    account: Perspective | str
    gaps: Mapping[Side, str]

    def write(self, at: int, view: str, block: Block) -> Flows:
        """Write three rows: costs, benefits, and the payback as far as it is known by then."""
        flows = Flows(sheet=self.sheet, costs=at, benefits=at + 1, payback=at + 2)
        costs = self._side(at, f"Costs: {view}", block, Side.COST)
        benefits = self._side(at + 1, f"Benefits: {view}", block, Side.BENEFIT)
        self.sheet.text(at + 2, 0, f"Paid back by then, in years: {view}", "label")
        if not self.gaps:
            _payback(flows, costs, benefits)
        return flows

    def _side(self, row: int, words: str, block: Block, side: Side) -> Sequence[float]:
        self.sheet.text(row, 0, words, "label")
        if side in self.gaps:
            self.sheet.text(row, 1, f"not given: {self.gaps[side]}", "label")
            return ()
        start, end = self.rows.of(side)
        weights = self.rows.weights(self.account, side)
        amounts = self._amounts(block, start, end)
        for year, amount in enumerate(amounts):
            column = self.made.column(block, year, start, end)
            formula = f"SUMPRODUCT({weights},{column})" if end > start else "0"
            self.sheet.formula(row, YEAR + year, formula, amount, "money")
        across = self.sheet.across(row, YEAR, self.made.years)
        self.sheet.formula(row, 1, f"SUM({across})", sum(amounts), "money total")
        return amounts

    def _amounts(self, block: Block, start: int, end: int) -> Sequence[float]:
        counted = [at for at in range(start, end) if self.rows.rows[at].weights[self.account]]
        found = [self.made.amounts[block][at] for at in counted]
        years = range(self.made.years)
        return [sum(row[year].value for row in found if year in row) for year in years]


def _payback(flows: Flows, costs: Sequence[float], benefits: Sequence[float]) -> None:
    """Write, for each year, the payback as far as it is known by the end of that year."""
    sheet, row, years = flows.sheet, flows.payback, len(costs)
    ways = [sheet.across(side, YEAR, years) for side in (flows.costs, flows.benefits)]
    most = ",".join(f"MAX({way}),-MIN({way})" for way in ways)
    slack = ALMOST * max(map(abs, (*costs, *benefits)))
    at = sheet.formula(row, YEAR + years, f"{ALMOST!r}*MAX({most})", slack, "factor").text
    states = _states(costs, benefits, slack)
    before = "0"
    for year, state in enumerate(states):
        sheet.formula(row, YEAR + year, _formula(flows, year, before, at), state, "ratio")
        before = sheet.at(row, YEAR + year)


def _states(
    costs: Sequence[float], benefits: Sequence[float], slack: float
) -> Iterator[float | str]:
    state: float | str = 0.0
    net = 0.0
    for year, (cost, benefit) in enumerate(zip(costs, benefits, strict=True)):
        start, net = net - cost, net - cost + benefit
        if net < -slack:
            state = NOT_YET
        elif start < -slack:
            state = year + min(1.0, -start / benefit)
        yield state


def _formula(flows: Flows, year: int, before: str, slack: str) -> str:
    spent = flows.sum(flows.costs, year + 1)
    gained = flows.sum(flows.benefits, year + 1)
    until = flows.sum(flows.benefits, year) if year else "0"
    start, own = f"({until}-{spent})", flows.sheet.at(flows.benefits, YEAR + year)
    back = f"{year}+MIN(1,-{start}/{own})"
    return f'IF({gained}-{spent}<-{slack},"{NOT_YET}",IF({start}<-{slack},{back},{before}))'
