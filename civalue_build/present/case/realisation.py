"""How real the money is: the ladder by kind, and kind by claim in one table."""

from collections.abc import Iterator, Sequence

from civalue_build.model.appraisal import Rung, Undefined
from civalue_build.model.enums import Claim, Kind, Step
from civalue_build.model.worth import Realised
from civalue_build.present import wording
from civalue_build.present.case.base import Material, perspective
from civalue_build.present.views import Cell, Column, Row, Table

NETS = "what one part of the NHS pays another comes to nothing"
UNTIL = "no money until a budget is changed"


def how_real(known: Material) -> str:
    """Say how much of the headline's benefits is cash; empty where there is no benefit."""
    cash, whole, *_ = known.appraisal.ladder
    both = _both(known, whole)
    if not both or known.money(whole.claimed.pv_benefits) == known.money(0.0):
        return ""
    part = cash.claimed.pv_benefits
    if known.money(part) == known.money(whole.claimed.pv_benefits):
        return f"All of the headline’s benefits count as cash: {both}."
    if known.money(part) == known.money(0.0):
        return (
            "None of the headline’s benefits counts as cash. They are released capacity or avoided "
            f"cost, worth {both}, and free {UNTIL}."
        )
    loss = f"The headline’s benefits come to {both}, and in cash alone to a loss"
    return (
        f"{_part(known, cash, whole) or loss}. "
        f"The rest is released capacity or avoided cost, and frees {UNTIL}."
    )


def _part(known: Material, cash: Rung, whole: Rung) -> str:
    """Return how much of the benefits is cash; empty where cash alone is a loss."""
    if not _both(known, cash):
        return ""
    claimed, corrected = (
        f"{known.about(part.pv_benefits)} of {known.about(of.pv_benefits)}"
        for part, of in ((cash.claimed, whole.claimed), (cash.corrected, whole.corrected))
    )
    return (
        f"Of the headline’s benefits, this much counts as cash: {claimed} as claimed, and "
        f"{corrected} corrected for evidence"
    )


def _both(known: Material, rung: Rung) -> str:
    """Return the benefits of a rung, claimed and corrected; empty where not given or a loss."""
    claimed, corrected = rung.claimed.pv_benefits, rung.corrected.pv_benefits
    if any(isinstance(x, Undefined) or x < 0 for x in (claimed, corrected)):
        return ""
    first, second = known.about(claimed), known.about(corrected)
    if first == second:
        return f"{first}, as claimed and corrected for evidence"
    return f"{first} as claimed and {second} corrected for evidence"


def ladder(known: Material) -> Table | None:
    """Return the return at each step; none where no benefit is stated."""
    rungs = known.appraisal.ladder
    if all(isinstance(rung.claimed.pv_benefits, Undefined) for rung in rungs):
        return None
    one = f"Return per {wording.one_pound(known.currency)}, claimed"
    heads = ("Benefits", "Net present value, claimed", "Net present value, corrected", one)
    rows = tuple(
        Row(
            cells=(
                Cell(
                    text=wording.capital(wording.label(rung.step)),
                    note=perspective(known, rung.perspective),
                ),
                known.amount(rung.claimed.pv_benefits, note=_beside(known, rung)),
                known.amount(rung.claimed.npv),
                known.amount(rung.corrected.npv),
                known.ratio(rung.claimed.return_per_pound)._replace(note=_each_pound(known, rung)),
            )
        )
        for rung in rungs
    )
    missing = wording.not_given(
        value
        for rung in rungs
        for value in (rung.claimed.pv_benefits, rung.claimed.npv, rung.claimed.return_per_pound)
    )
    return Table(
        stacked=True,
        id="ladder",
        note=" ".join(filter(None, (missing, known.ungraded))),
        caption=f"How far the value reaches a budget, {known.over}",
        columns=(Column(text="Counting"), *(Column(text=h, numeric=True) for h in heads)),
        rows=rows,
    )


def _beside(known: Material, rung: Rung) -> str:
    corrected = rung.corrected.pv_benefits
    return "" if isinstance(corrected, Undefined) else f"corrected {known.money(corrected)}"


def _each_pound(known: Material, rung: Rung) -> str:
    corrected = rung.corrected.return_per_pound
    if isinstance(corrected, Undefined):
        return ""
    return f"corrected {wording.ratio(corrected, known.currency)}"


def by_claim(known: Material) -> Table:
    """Return the benefits of each kind at each level of claim, with the sum of each step."""
    found = known.appraisal.realised
    claims = [claim for claim in Claim if any(cell.claim is claim for cell in found)]
    titles = [wording.title(known.framework.claims, claim) for claim in claims]
    heads = (*titles, *(("In all",) if len(claims) > 1 else ()))
    return Table(
        stacked=True,
        id="claims",
        caption=f"How firm each kind of benefit is: present value of benefits, {known.over}",
        columns=(Column(text="Kind of benefit"), *(Column(text=h, numeric=True) for h in heads)),
        rows=tuple(_rows(known, found, claims)),
        note=_none(known, claims),
    )


def _rows(known: Material, found: Sequence[Realised], claims: Sequence[Claim]) -> Iterator[Row]:
    for step in Step:
        kinds = [k for k in Kind if k.step is step and any(cell.kind is k for cell in found)]
        for kind in kinds:
            own = [cell for cell in found if cell.kind is kind]
            yield Row(cells=(_kind(known, kind), *_cells(known, own, claims)))
    for name, own in _sums(found):
        yield Row(cells=(Cell(text=name), *_cells(known, own, claims)), total=True)


def _sums(found: Sequence[Realised]) -> Iterator[tuple[str, list[Realised]]]:
    """Give the sums of the headline's steps, and apart from them what only society counts."""
    money = [cell for cell in found if cell.kind.step is not Step.SOCIETY]
    wider = [cell for cell in found if cell.kind.step is Step.SOCIETY]
    if len({cell.kind for cell in money}) > 1:
        yield "The headline’s benefits, for the NHS", money
    if len({cell.kind for cell in wider}) > 1:
        yield "Health and wider value, for society alone", wider


def _kind(known: Material, kind: Kind) -> Cell:
    note = "for society alone" if kind.step is Step.SOCIETY else ""
    if kind.is_transfer:
        note = f"a transfer: {NETS}"
    return Cell(text=wording.title(known.framework.kinds, kind), note=note)


def _cells(known: Material, own: Sequence[Realised], claims: Sequence[Claim]) -> Iterator[Cell]:
    for claim in claims:
        yield _cell(known, [cell for cell in own if cell.claim is claim])
    if len(claims) > 1:
        yield _cell(known, own)


def _cell(known: Material, own: Sequence[Realised]) -> Cell:
    if not own:
        return Cell(text="none", empty=True)
    corrected = known.money(sum(cell.corrected for cell in own))
    return known.amount(sum(cell.claimed for cell in own), note=f"corrected {corrected}")


def _none(known: Material, claims: Sequence[Claim]) -> str:
    missing = [
        wording.title(known.framework.claims, claim).lower()
        for claim in Claim
        if claim not in claims
    ]
    return f"No benefit is claimed as: {wording.listed(missing, 'or')}." if missing else ""
