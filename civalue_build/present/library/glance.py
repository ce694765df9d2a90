"""The library at a glance: how cases came out, how sure they are, and what they freed.

An invented case enters no number here, and no number here adds up money or returns.
"""

from collections import Counter
from collections.abc import Sequence

from civalue_build.model.appraisal import Returns, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Claim
from civalue_build.model.framework import Framework
from civalue_build.model.portfolio import Portfolio, UnitTotal
from civalue_build.model.reference import Unit
from civalue_build.present import wording
from civalue_build.present.library.base import Library
from civalue_build.present.views import Cell, Column, Row, Table

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
        note="Each case is counted once, by its own headline: cash, released capacity and "
        "avoided cost, over its own number of years. Health and experience stand beside it.",
    )


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
