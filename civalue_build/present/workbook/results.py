"""The sheet of results: who by when, the steps of the ladder, and the parties."""

from collections.abc import Iterator, Mapping, Sequence

from civalue_build.model.appraisal import Figure, Result, Rung, Undefined, Undiscounted
from civalue_build.model.enums import Perspective, Side, Step
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import Material, perspective
from civalue_build.present.workbook.accounts import Accounts, Flows
from civalue_build.present.workbook.by_year import Block, ByYear
from civalue_build.present.workbook.lines import CASH, Rows
from civalue_build.present.workbook.paper import Book, Sheet
from civalue_build.present.workbook.terms import Term, total

FIRST = 2
"""The column of the first figure of a table."""
WHY = FIRST + 6
"""The column that says why figures of a row are not given."""
NOT_GIVEN = "not given"
NO_FIGURE = "Why a figure is not given"
NO_CENT = 1e-9
"""Costs up to this are no cost, so that no ratio is infinite."""
TABLES: tuple[tuple[Block, str], ...] = (
    (Block.PRESENT, "Present values, as claimed"),
    (Block.PRESENT_CORRECTED, "Present values, corrected for evidence"),
    (Block.CLAIMED, "Plain sums, not discounted, as claimed"),
    (Block.CORRECTED, "Plain sums, not discounted, corrected for evidence"),
)
_RUNGS = {Step.CASH: CASH, Step.CAPACITY: Perspective.NHS, Step.SOCIETY: Perspective.SOCIETY}


Parties = tuple[Rows, ByYear]
"""Who books what, and its amounts."""


@record
class Figures:
    """The figures of one row of a table."""

    costs: Figure
    benefits: Figure
    net: Figure
    ratio: Figure
    payback: Figure


def write_results(
    book: Book, sheet: Sheet, known: Material, accounts: Accounts, parties: Parties
) -> Term | None:
    """Write all results, and return where the headline stands; none where it is not defined."""
    sheet.widths(34, 22, 14, 14, 14, 15, 15, 34, 48)
    sheet.text(1, 0, "Results", "title")
    sheet.text(2, 0, _note(known), "label")
    sheet.freeze(2, 1)
    at, headline = 4, None
    for block, title in TABLES:
        sheet.text(at, 0, title, "heading")
        found, after = _table(sheet, at + 1, known, block, accounts)
        headline = found if block is Block.PRESENT else headline
        at = _ladder(sheet, after, known, block, accounts)
    _parties(sheet, at, known, parties)
    if headline:
        book.name("headline_npv", headline.text)
    return headline


def _note(known: Material) -> str:
    own = wording.counted(known.horizon, "year", "years")
    return f"Past the case’s own horizon of {own} nothing accrues. Amounts are {known.currency}."


def _head(sheet: Sheet, at: int, known: Material, block: Block, first: str) -> None:
    one = wording.one_pound(known.currency)
    ratios = (f"Return per {one}: benefits ÷ costs", f"Net return per {one}: net ÷ costs")
    is_present = block in (Block.PRESENT, Block.PRESENT_CORRECTED)
    net = "Net present value" if is_present else "Net value"
    figures = ("Costs", "Benefits", net, *ratios, "Payback in years")
    sheet.head(at, (first, "Years", *figures, NO_FIGURE), range(FIRST, WHY))


def _table(
    sheet: Sheet, at: int, known: Material, block: Block, accounts: Accounts
) -> tuple[Term | None, int]:
    """Write who by when, and return where the headline stands and the row after the table."""
    _head(sheet, at, known, block, "Whose costs and gains")
    row, headline = at + 1, None
    for result, years in _reached(known):
        own = result.horizon == known.horizon
        sheet.text(row, 0, perspective(known, result.perspective), "label")
        sheet.text(row, 1, years)
        flows = accounts[result.perspective, block]
        net = _figures(sheet, row, _of(result, block), flows, result.horizon)
        headline = net if own and result.perspective is Perspective.NHS else headline
        row += 1
    return headline, row + 1


def _reached(known: Material) -> Iterator[tuple[Result, str]]:
    """Go through the results up to the case's own horizon, after which they stay the same."""
    horizons = sorted({result.horizon for result in known.appraisal.results})
    later = [str(horizon) for horizon in horizons if horizon > known.horizon]
    own = f"{known.horizon}, the case’s own"
    if later:
        own += f"; the same after {wording.listed(later)}"
    for result in known.appraisal.results:
        if result.horizon <= known.horizon:
            yield result, own if result.horizon == known.horizon else str(result.horizon)


def _ladder(sheet: Sheet, at: int, known: Material, block: Block, accounts: Accounts) -> int:
    _head(sheet, at, known, block, "Step of the ladder")
    for row, rung in enumerate(known.appraisal.ladder, start=at + 1):
        sheet.text(row, 0, wording.capital(wording.label(rung.step)))
        sheet.text(row, 1, f"{known.horizon}, the case’s own", "label")
        flows = accounts[_RUNGS[rung.step], block]
        _figures(sheet, row, _of(rung, block), flows, known.horizon)
    return at + len(known.appraisal.ladder) + 3


def _of(found: Result | Rung, block: Block) -> Figures:
    corrected = block in (Block.PRESENT_CORRECTED, Block.CORRECTED)
    returns = found.corrected if corrected else found.claimed
    if block in (Block.PRESENT, Block.PRESENT_CORRECTED):
        return Figures(
            costs=returns.pv_costs,
            benefits=returns.pv_benefits,
            net=returns.npv,
            ratio=returns.return_per_pound,
            payback=returns.payback_years,
        )
    return _plain(returns.undiscounted)


def _plain(sums: Undiscounted) -> Figures:
    return Figures(
        costs=sums.costs,
        benefits=sums.benefits,
        net=sums.net,
        ratio=sums.return_per_pound,
        payback=sums.payback_years,
    )


def _figures(sheet: Sheet, row: int, found: Figures, flows: Flows, years: int) -> Term | None:
    """Write the figures of one row, and return where the net stands, if it is defined."""
    costs, benefits = flows.sum(flows.costs, years), flows.sum(flows.benefits, years)
    _formula(sheet, row, FIRST, found.costs, costs)
    _formula(sheet, row, FIRST + 1, found.benefits, benefits)
    if isinstance(found.net, Undefined):
        for col in range(FIRST + 2, WHY):
            sheet.text(row, col, NOT_GIVEN, "gap")
        _why(sheet, row, (found.costs, found.benefits))
        return None
    ways = (sheet.at(row, FIRST), sheet.at(row, FIRST + 1))
    net = sheet.formula(row, FIRST + 2, f"{ways[1]}-{ways[0]}", found.net, "money total")
    _ratios(sheet, row, found, (*ways, sheet.at(row, FIRST + 3)))
    never = f"the money is not back within {wording.counted(years, 'year', 'years')}"
    back = flows.back_after(years)
    formula = f'IF(ISNUMBER({back}),{back},"{never}")'
    shown = never if isinstance(found.payback, Undefined) else found.payback
    sheet.formula(row, FIRST + 5, formula, shown, "ratio")
    return net


def _why(sheet: Sheet, row: int, figures: Sequence[Figure]) -> None:
    """Write, once, why figures of a row are not given."""
    gaps = (wording.reason(figure) for figure in figures if isinstance(figure, Undefined))
    sheet.texts(row, ("; ".join(dict.fromkeys(gaps)),), start=WHY)


def _ratios(sheet: Sheet, row: int, found: Figures, ways: tuple[str, str, str]) -> None:
    costs, benefits, ratio = ways
    why = wording.reason(found.ratio) if isinstance(found.ratio, Undefined) else "there is no cost"
    quoted = why.replace('"', '""')
    formula = f'IF({costs}>{NO_CENT!r},{benefits}/{costs},"{quoted}")'
    sheet.formula(row, FIRST + 3, formula, found.ratio, "ratio")
    less = found.ratio if isinstance(found.ratio, Undefined) else found.ratio - 1
    sheet.formula(row, FIRST + 4, f"IF(ISNUMBER({ratio}),{ratio}-1,{ratio})", less, "ratio")


def _parties(sheet: Sheet, at: int, known: Material, parties: Parties) -> None:
    rows, made = parties
    sheet.text(at, 0, "Who pays and who gains: present values over the case’s own years", "heading")
    heads = ("Pays", "Gains", "Net, as claimed", "Net, corrected for evidence")
    sheet.head(at + 1, ("Party", " ", *heads, " ", " ", NO_FIGURE), range(FIRST, WHY))
    for row, party in enumerate(known.appraisal.parties, start=at + 2):
        sheet.text(row, 0, party.name)
        own = {side: tuple(_own(rows, party.id, side)) for side in Side}
        figures: Mapping[Side, Figure] = {Side.COST: party.pays, Side.BENEFIT: party.gains}
        for col, (side, figure) in enumerate(figures.items(), start=FIRST):
            _sum(
                sheet, row, col, figure, [made.totals[Block.PRESENT][place] for place in own[side]]
            )
        corrected = made.totals[Block.PRESENT_CORRECTED]
        pays, gains = ([corrected[place] for place in own[side]] for side in Side)
        ways = (sheet.at(row, FIRST), sheet.at(row, FIRST + 1))
        _formula(sheet, row, FIRST + 2, party.net, f"{ways[1]}-{ways[0]}")
        formula = f"{total(gains).text}-{total(pays).text}"
        _formula(sheet, row, FIRST + 3, party.net_corrected, formula)
        _why(sheet, row, (party.pays, party.gains))


def _own(rows: Rows, party: str, side: Side) -> Iterator[int]:
    for place, row in enumerate(rows.rows):
        if row.entry.party == party and row.line.side is side and row.has_value:
            yield place


def _sum(sheet: Sheet, row: int, col: int, figure: Figure, terms: Sequence[Term]) -> None:
    _formula(sheet, row, col, figure, total(terms).text)


def _formula(sheet: Sheet, row: int, col: int, figure: Figure, formula: str) -> None:
    if isinstance(figure, Undefined):
        sheet.text(row, col, NOT_GIVEN, "gap")
    else:
        sheet.formula(row, col, formula, figure, "money")
