"""The library at a glance: how cases came out, how sure they are, and what they freed.

An invented case enters no number here, and no number here adds up money or returns.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from civalue_build.model.appraisal import Result, Returns, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Claim, Step
from civalue_build.model.framework import Framework
from civalue_build.model.portfolio import Portfolio, UnitTotal
from civalue_build.model.reference import Unit
from civalue_build.present import wording
from civalue_build.present.library.base import Library
from civalue_build.present.library.insights_spread import middle, observed
from civalue_build.present.views import Cell, Column, Fact, Row, Table

GAIN = "Bring more than they take"
NO_GAIN = "Cost more than they bring, or bring no return"
NO_NET = "State money, but not enough for a net figure"
NOT_VALUED = "Not yet valued in money"
OUTCOMES = (GAIN, NO_GAIN, NO_NET, NOT_VALUED)


def glance_tables(library: Library) -> tuple[Table, ...]:
    """Return the tables of the front page; none where no case may be counted."""
    cards = library.counted
    if not cards:
        return ()
    framework = library.framework
    operational = operational_table(framework, library.portfolio)
    tables = (operational, _claims(framework, cards), _outcomes(cards))
    return tuple(table for table in tables if table.rows)


def key_facts(library: Library) -> tuple[Fact, ...]:
    """Return what a reader with a minute needs of the library: no total of money, and no score."""
    if not library.counted:
        return ()
    portfolio = library.portfolio
    freed = _freed(library.framework, portfolio)
    return (_people(library.counted), _shown(library.counted), *freed, *_came_back(portfolio))


def _people(cards: Sequence[CaseCard]) -> Fact:
    """Return how many cases tell what changed for people, with why there is no sum of people."""
    return Fact(
        term="Say what changed for people",
        value=f"{_of(sum(card.outcomes > 0 for card in cards), len(cards))} cases",
        note="people are not added up: some cases count those helped, others all they were for",
    )


def _came_back(portfolio: Portfolio) -> Iterator[Fact]:
    claimed, corrected = portfolio.claimed, portfolio.corrected
    if claimed.known:
        sure = _of(corrected.above_one, corrected.known)
        yield Fact(
            term="Bring back more than they cost",
            value=f"{_of(claimed.above_one, claimed.known)} cases",
            note="; ".join(
                filter(
                    None,
                    (
                        "of those with a known return",
                        observed(portfolio),
                        f"corrected for evidence: {sure}",
                    ),
                )
            ),
        )
    if not isinstance(claimed.median, Undefined):
        yield middle(portfolio)


def _of(part: int, whole: int) -> str:
    return f"{wording.number(part)} of {wording.number(whole)}"


def _shown(cards: Sequence[CaseCard]) -> Fact:
    """Return how many cases go beyond a plan or a forecast."""
    found = Counter(card.claim for card in cards)
    signed = found[Claim.FINANCE_SIGNED] + found[Claim.IN_BUDGET]
    expected = found[Claim.PLANNED] + found[Claim.FORECAST]
    silent = f"; {wording.number(found[None])} with no claim" if found[None] else ""
    return Fact(
        term="Measured, or signed off by finance",
        value=f"{_of(found[Claim.MEASURED] + signed, len(cards))} cases",
        note=f"{wording.number(signed) if signed else 'none'} signed off; "
        f"{wording.number(expected)} planned or forecast{silent}",
    )


def _freed(framework: Framework, portfolio: Portfolio) -> Iterator[Fact]:
    """Give what was freed most widely: the operational unit that most cases state."""
    if portfolio.units:
        most = max(portfolio.units, key=lambda total: (total.cases, total.total))
        unit = framework.units[most.unit]
        cases = wording.counted(most.cases, "case", "cases")
        notes = (_shown_as(unit, most.total), f"as {cases} claim" + "s" * (most.cases == 1))
        yield Fact(
            term="Freed, or forecast to be",
            value=wording.quantity(most.total, unit),
            note="; ".join(filter(None, notes)),
        )


def outcome_of(returns: Returns | None) -> str:
    """Return how a case came out, by the net present value of its headline to the pound."""
    if returns is None:
        return NOT_VALUED
    if isinstance(returns.npv, Undefined):
        return NO_NET
    return GAIN if round(returns.npv) > 0 else NO_GAIN


def _outcomes(cards: Sequence[CaseCard]) -> Table:
    results = [card.headline for card in cards]
    claimed = Counter(outcome_of(result.claimed if result else None) for result in results)
    corrected = Counter(outcome_of(result.corrected if result else None) for result in results)
    return Table(
        id="outcomes",
        caption="How the cases came out",
        columns=(
            Column(text="Cases that"),
            Column(text="As claimed", numeric=True),
            Column(text="Corrected for evidence", numeric=True),
        ),
        rows=tuple(_row(words, claimed[words], corrected[words]) for words in OUTCOMES),
        note=f"Each case is counted once, by its own headline: {wording.label(Step.CAPACITY)}, "
        "over its own number of years. Health and experience stand beside it."
        f"{_no_ratio(results)}",
    )


def _no_ratio(results: Sequence[Result | None]) -> str:
    """Say how many cases have a net figure and no return: their costs come to nothing."""
    found = [result.claimed for result in results if result]
    count = sum(
        not isinstance(returns.npv, Undefined) and isinstance(returns.return_per_pound, Undefined)
        for returns in found
    )
    has = wording.counted(count, "case has", "cases have")
    why = "with no cost to divide by, no return for each £1"
    return f" {has} a net figure and, {why}." if count else ""


def _row(words: str, *counts: int) -> Row:
    numbers = (Cell(text=wording.number(count)) for count in counts)
    return Row(cells=(Cell(text=words), *numbers))


def _claims(framework: Framework, cards: Sequence[CaseCard]) -> Table:
    found = Counter(card.claim for card in cards)
    counts = [(wording.title(framework.claims, claim), found[claim]) for claim in Claim]
    return Table(
        id="claims",
        caption="How far the benefits have come",
        columns=(Column(text="Strongest claim of a case"), Column(text="Cases", numeric=True)),
        rows=tuple(
            _row(words, count) for words, count in (*counts, ("No claim stated", found[None]))
        ),
    )


def operational_table(framework: Framework, portfolio: Portfolio) -> Table:
    """Return what was freed in operational currency, each shared saving counted once."""
    rows = (_unit_row(framework.units[total.unit], total) for total in portfolio.units)
    return Table(
        id="operational",
        stacked=True,
        caption="What was freed, or is forecast to be, in NHS operational currency",
        columns=(
            Column(text="Freed or forecast, over all years"),
            Column(text="Cases that state it", numeric=True),
            Column(text="Of these, cases with something measured", numeric=True),
        ),
        rows=tuple(rows),
        note="Sums of what cases state, after the shares that they claim: planned, forecast and "
        "measured alike. Beds are those of one year. Units are never added to each other. A "
        "saving that several cases claim is counted once.",
    )


def _unit_row(unit: Unit, total: UnitTotal) -> Row:
    return Row(
        cells=(
            Cell(text=wording.quantity(total.total, unit), note=_shown_as(unit, total.total)),
            Cell(text=wording.number(total.cases)),
            Cell(text=wording.number(total.seen)),
        )
    )


def _shown_as(unit: Unit, total: float) -> str:
    other = unit.shown_as
    if other is None:
        return ""
    size = wording.quantity(other.divide_by, unit)
    return f"that is {wording.short(total / other.divide_by)} {other.unit}, at {size} each"
