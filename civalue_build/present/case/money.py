"""Money: the headline, who by when, how real it is, who pays and who gains, printed figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from civalue_build.model.appraisal import PartyAccount, Result, Undefined
from civalue_build.model.enums import Perspective, Step
from civalue_build.present import wording
from civalue_build.present.case.base import (
    Material,
    perspective,
    returns_table,
    undiscounted_table,
)
from civalue_build.present.case.lenses import net_sentence
from civalue_build.present.case.lines import LinesView, lines_view
from civalue_build.present.case.printed import printed_table
from civalue_build.present.views import Cell, Column, FigureView, Row, Table

SILENCE = (
    "Who comes out ahead, and by when, cannot be shown: no net value can be worked out for anyone."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The part of the page about money, in order."""

    heading: str
    basis: str
    says: str
    headline: Table
    undiscounted: Table
    others: tuple[Table, ...]
    same: str
    payback: str
    silence: str
    waterfall: FigureView | None
    matrix: FigureView | None
    who_by_when: Table | None
    ladder: Table | None
    claims: Table
    parties: Table
    split: tuple[str, ...]
    lines: LinesView
    printed: Table | None


def money(known: Material, figures: Sequence[FigureView]) -> Money | None:
    """Return the part of the page about money; none where the case is not valued."""
    result, vintage = known.appraisal.headline, known.appraisal.vintage
    if result is None or vintage is None:
        return None
    figures = _with_matrix(known, figures)
    counted = f"Counting {wording.label(Step.CAPACITY)}"
    return Money(
        heading="Money, gross: costs are not stated in full" if known.is_gross else "Money",
        basis=f"{counted}; in {vintage.price_year} prices.",
        says=f"Counted for the NHS {known.over}. {net_sentence(known, result)}",
        headline=returns_table(
            known, "headline", f"For the NHS {known.over}", result.claimed, result.corrected
        ),
        undiscounted=undiscounted_table(known, result.claimed, result.corrected),
        others=tuple(_others(known, result)),
        same=_same(known, result),
        payback=_payback(result) if _is_paid_back(result) else "",
        waterfall=next((view for view in figures if view.id == "waterfall"), None),
        matrix=next((view for view in figures if view.id == "matrix"), None),
        silence="" if _has_net(known) else SILENCE,
        who_by_when=_who_by_when(known, figures),
        ladder=_ladder(known) if _has_benefits(known) else None,
        claims=_claims(known),
        parties=_parties(known),
        split=tuple(split_budget(known, known.appraisal.parties)),
        lines=lines_view(known),
        printed=printed_table(known),
    )


def _has_net(known: Material) -> bool:
    return any(not isinstance(r.claimed.npv, Undefined) for r in known.appraisal.results)


def _has_benefits(known: Material) -> bool:
    rungs = known.appraisal.ladder
    return any(not isinstance(rung.claimed.pv_benefits, Undefined) for rung in rungs)


def _who_by_when(known: Material, figures: Sequence[FigureView]) -> Table | None:
    """Return the matrix, none where the figure has it already or where nothing is known."""
    drawn = any(view.id == "matrix" for view in figures)
    return _matrix(known) if _has_net(known) and not drawn else None


def _with_matrix(known: Material, figures: Sequence[FigureView]) -> tuple[FigureView, ...]:
    """Put the table of who by when in place of the matrix figure's list of bars."""
    return tuple(
        replace(view, table=_matrix(known)) if view.id == "matrix" else view for view in figures
    )


def _views(known: Material) -> Iterator[tuple[str, str, Result]]:
    lenses, name = known.appraisal.lenses, known.case.organisation.name
    if lenses.economic:
        yield "economic", "the whole of society", lenses.economic
    if lenses.business:
        yield "business", f"{name} alone", lenses.business


def _is_same(one: Result, other: Result) -> bool:
    return (one.claimed, one.corrected) == (other.claimed, other.corrected)


def _others(known: Material, headline: Result) -> Iterator[Table]:
    for name, whom, result in _views(known):
        empty = (result.claimed.pv_costs, result.claimed.pv_benefits) == (0, 0)
        if not empty and not _is_same(result, headline):
            caption = f"For {whom} {known.over}"
            yield returns_table(known, name, caption, result.claimed, result.corrected)


def _same(known: Material, headline: Result) -> str:
    whom = [words for _, words, result in _views(known) if _is_same(result, headline)]
    return f"The figures are the same for {wording.listed(whom)}." if whom else ""


def _is_paid_back(result: Result) -> bool:
    """Whether there is a cost to pay back, and a net value that says if it was."""
    return not isinstance(result.claimed.npv, Undefined) and result.claimed.pv_costs != 0


def _payback(result: Result) -> str:
    discounted = result.claimed.payback_years
    plain = result.claimed.undiscounted.payback_years
    if isinstance(discounted, Undefined):
        return wording.sentence(f"Time to pay back: {wording.reason(discounted)}")
    ends = wording.duration(discounted)
    if isinstance(plain, Undefined) or wording.duration(plain) == ends:
        return f"Time to pay back, as claimed: {ends}."
    return f"Time to pay back, as claimed: {ends}; without discounting {wording.duration(plain)}."


def _matrix(known: Material) -> Table:
    horizons = sorted({result.horizon for result in known.appraisal.results})
    within = [years for years in horizons if years <= known.horizon]
    later = [years for years in horizons if years > known.horizon]
    columns = [*within, *later[:1]]
    rows = tuple(
        Row(cells=(Cell(text=perspective(known, who)), *_net(known, who, columns)))
        for who in Perspective
    )
    values = [result.claimed.npv for result in known.appraisal.results]
    valued = f"The case is valued {known.over}; after that nothing more is counted."
    return Table(
        stacked=True,
        id="who-by-when",
        caption="Net present value: who is counted, and over how long",
        columns=(Column(text="Who is counted"), *_years(within), *_later(later)),
        rows=rows,
        note=" ".join(filter(None, (valued, wording.not_given(values)))),
    )


def _years(horizons: Sequence[int]) -> Iterator[Column]:
    for years in horizons:
        yield Column(text=wording.counted(years, "year", "years"), numeric=True)


def _later(horizons: Sequence[int]) -> Iterator[Column]:
    """Name in one column all horizons at which nothing more has come."""
    if horizons:
        yield Column(text=f"{wording.listed(map(str, horizons))} years", numeric=True)


def _net(known: Material, who: Perspective, horizons: Sequence[int]) -> Iterator[Cell]:
    for years in horizons:
        result = known.appraisal.result(who, years)
        if result is None:
            yield Cell(text="not computed", empty=True)
            continue
        corrected = known.brief(result.corrected.npv)
        note = "" if isinstance(result.claimed.npv, Undefined) else f"corrected {corrected}"
        yield known.amount(result.claimed.npv, note=note)


def _ladder(known: Material) -> Table:
    one = f"Return per {wording.one_pound(known.currency)}, claimed"
    heads = ("Benefits", "Net present value, claimed", "Net present value, corrected", one)
    rows = tuple(
        Row(
            cells=(
                Cell(
                    text=wording.capital(wording.label(rung.step)),
                    note=perspective(known, rung.perspective),
                ),
                known.amount(rung.claimed.pv_benefits),
                known.amount(rung.claimed.npv),
                known.amount(rung.corrected.npv),
                known.ratio(rung.claimed.return_per_pound),
            )
        )
        for rung in known.appraisal.ladder
    )
    return Table(
        stacked=True,
        id="ladder",
        note=wording.not_given(
            value
            for rung in known.appraisal.ladder
            for value in (rung.claimed.pv_benefits, rung.claimed.npv, rung.claimed.return_per_pound)
        ),
        caption=f"How far the value reaches a budget, {known.over}",
        columns=(Column(text="Counting"), *(Column(text=h, numeric=True) for h in heads)),
        rows=rows,
    )


def _claims(known: Material) -> Table:
    rungs = known.appraisal.claims
    terms = known.framework.claims
    rows = tuple(
        Row(
            cells=(
                Cell(text=wording.title(terms, rung.claim)),
                Cell(text=wording.number(rung.lines)),
                known.amount(rung.claimed),
                known.amount(rung.corrected),
            )
        )
        for rung in rungs
        if rung.lines
    )
    none = [wording.title(terms, rung.claim).lower() for rung in rungs if not rung.lines]
    heads = ("Lines", "Benefits, claimed", "Benefits, corrected")
    return Table(
        stacked=True,
        id="claims",
        caption="How firm the claim is: the NHS’s cash, capacity and avoided cost",
        columns=(Column(text="Claim"), *(Column(text=head, numeric=True) for head in heads)),
        rows=rows,
        note=f"No benefit is claimed as: {wording.listed(none, 'or')}." if none else "",
    )


def _parties(known: Material) -> Table:
    rows = tuple(
        Row(
            cells=(
                Cell(text=party.name),
                *(known.amount(value) for value in (party.pays, party.gains, party.net)),
            )
        )
        for party in known.appraisal.parties
    )
    return Table(
        stacked=True,
        id="parties",
        note=wording.not_given(
            value for p in known.appraisal.parties for value in (p.pays, p.gains, p.net)
        ),
        caption=f"Who pays and who gains, present value as claimed, {known.over}",
        columns=(
            Column(text="Party"),
            *(Column(text=head, numeric=True) for head in ("Pays", "Gains", "Net")),
        ),
        rows=rows,
    )


def split_budget(known: Material, parties: Sequence[PartyAccount]) -> Iterator[str]:
    """Say in words where one party loses while others gain."""
    stated = [(p.name, p.net) for p in parties if not isinstance(p.net, Undefined)]
    losers = [(name, net) for name, net in stated if round(net) < 0]
    gainers = [(name, net) for name, net in stated if round(net) > 0]
    if len(stated) < len(parties):
        yield "Some amounts are not stated, so it cannot be said for everyone who wins or loses."
    if losers:
        costs = [f"{name} ends with a {wording.net(net, known.currency)}" for name, net in losers]
        gains = [f"{name} ({wording.about(net, known.currency)})" for name, net in gainers]
        others = f", while the gain goes to {wording.listed(gains)}" if gains else ""
        yield f"{wording.listed(costs)}{others}."
    if losers and gainers:
        yield "The budget is split: those who pay are not those who gain."
    elif not losers and len(stated) == len(parties):
        yield "No party ends worse off."
