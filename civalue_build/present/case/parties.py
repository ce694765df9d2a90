"""Who pays and who gains: the account of each party, what they give each other, and the gap."""

from collections.abc import Iterator, Sequence

from civalue_build.model.appraisal import Figure, PartyAccount, Undefined
from civalue_build.model.worth import Transfer
from civalue_build.present import wording
from civalue_build.present.case.base import Material, perspective, rounded
from civalue_build.present.views import Cell, Column, Row, Table

HEADS = ("Pays", "Gains", "Net", "Net, corrected")
UNKNOWN = (
    "Some amounts are not stated, so it cannot be said of every party whether it gains or loses"
)
NOBODY = "No party ends worse off"
NAMED = 3
"""How many parties the message of a chart names: of more, it counts them."""


def parties_table(known: Material) -> Table:
    """Return what each party pays and gains, and its net after correction for evidence."""
    parties = known.appraisal.parties
    figures = [(p.pays, p.gains, p.net, p.net_corrected) for p in parties]
    missing = wording.not_given(value for row in figures for value in row)
    uneven = rounded((p.pays, p.gains, p.net) for p in parties)
    return Table(
        stacked=True,
        id="parties",
        note=" ".join(filter(None, (missing, uneven, known.ungraded))),
        caption=f"Who pays and who gains: present value, {known.over}",
        columns=(Column(text="Party"), *(Column(text=head, numeric=True) for head in HEADS)),
        rows=tuple(_party(known, party, row) for party, row in zip(parties, figures, strict=True)),
    )


def _party(known: Material, party: PartyAccount, figures: Sequence[Figure]) -> Row:
    pays, gains, *nets = figures
    wide = wider_gain(known, party)
    note = f"of which health and wider value {known.money(wide)}" if round(wide) else ""
    note = "; ".join(filter(None, (note, _given(known, party))))
    cells = (known.amount(pays), known.amount(gains, note=note), *map(known.amount, nets))
    return Row(cells=(Cell(text=party.name), *cells))


def _given(known: Material, party: PartyAccount) -> str:
    """Say what a party gives others: it is no cost of the work, and taken off its gains."""
    amounts = [item.claimed for item in known.appraisal.transfers if item.payer == party.id]
    if not amounts:
        return ""
    known_ones = [amount for amount in amounts if not isinstance(amount, Undefined)]
    if len(known_ones) < len(amounts):
        return "what it gives others is not stated"
    return f"with {known.money(sum(known_ones))} given to others taken off"


def wider_gain(known: Material, party: PartyAccount) -> float:
    """Return how much of what a party gains is no money: present value as claimed."""
    found = known.appraisal.health_and_wider
    own = [item.claimed for item in found.items if item.party == party.id] if found else []
    return sum(amount for amount in own if not isinstance(amount, Undefined))


def transfers_table(known: Material) -> Table | None:
    """Return what one party gives another, with where that comes to nothing; none without any."""
    found = known.appraisal.transfers
    if not found:
        return None
    return Table(
        stacked=True,
        id="transfers",
        caption=f"Money that changes hands: present value as claimed, {known.over}",
        columns=(
            Column(text="For what"),
            Column(text="From"),
            Column(text="To"),
            Column(text="Amount", numeric=True),
            Column(text="Comes to nothing for"),
        ),
        rows=tuple(_transfer(known, item) for item in found),
        note="A transfer makes one party richer and another poorer by the same amount. Whoever "
        "counts both sees no change. Corrected for evidence, it counts for less to the one who "
        "gets it and for more to the one who pays it. So the corrected nets of the parties can add "
        "up to less than the corrected net of all of them together.",
    )


def _transfer(known: Material, item: Transfer) -> Row:
    label = next(line.label for line in known.appraisal.lines if line.id == item.line)
    whom = [wording.lower_first(perspective(known, who)) for who in item.nets_in]
    return Row(
        cells=(
            Cell(text=label),
            Cell(text=known.party(item.payer)),
            Cell(text=known.party(item.gainer)),
            known.amount(item.claimed),
            Cell(text=wording.capital(wording.listed(whom)) or "Nobody"),
        )
    )


def split_budget(known: Material, parties: Sequence[PartyAccount]) -> Iterator[str]:
    """Say in words where one party loses while others gain."""
    losers, gainers = _losers(parties), _gainers(parties)
    if any(isinstance(party.net, Undefined) for party in parties):
        yield f"{UNKNOWN}."
    if losers:
        yield f"{_carried(known, losers, gainers)}."
    if losers and gainers:
        yield _split(known, [party for party, _ in gainers])
    elif not losers and not any(isinstance(party.net, Undefined) for party in parties):
        yield f"{NOBODY}."


def who_carries_it(known: Material, parties: Sequence[PartyAccount]) -> str:
    """Return who ends worse off and who better, as the message of a chart."""
    losers, gainers = _losers(parties), _gainers(parties)
    if len(losers) + len(gainers) > NAMED:
        of = f"{wording.number(len(losers))} of {wording.number(len(parties))} parties"
        return f"As claimed, {of} end worse off and {wording.number(len(gainers))} better off"
    if losers:
        return _carried(known, losers, gainers)
    if any(isinstance(party.net, Undefined) for party in parties):
        return UNKNOWN
    gains = [_gainer(known, party, net) for party, net in gainers]
    return f"As claimed, no party ends worse off; the gain goes to {wording.listed(gains)}"


def _losers(parties: Sequence[PartyAccount]) -> list[tuple[str, float]]:
    stated = [(p.name, p.net) for p in parties if not isinstance(p.net, Undefined)]
    return [(name, net) for name, net in stated if round(net) < 0]


def _gainers(parties: Sequence[PartyAccount]) -> list[tuple[PartyAccount, float]]:
    stated = [(p, p.net) for p in parties if not isinstance(p.net, Undefined)]
    return [(party, net) for party, net in stated if round(net) > 0]


def _carried(
    known: Material,
    losers: Sequence[tuple[str, float]],
    gainers: Sequence[tuple[PartyAccount, float]],
) -> str:
    gains = [_gainer(known, party, net) for party, net in gainers]
    others = f", while the gain goes to {wording.listed(gains)}" if gains else ""
    return f"As claimed, {_burden(known, losers)}{others}"


def _burden(known: Material, losers: Sequence[tuple[str, float]]) -> str:
    costs = [wording.about(abs(net), known.currency) for _, net in losers]
    if len(losers) == 1:
        return f"a net cost of {costs[0]} falls on {wording.midway(losers[0][0])}"
    names = [wording.midway(name) for name, _ in losers]
    each = [f"{name} ({cost})" for name, cost in zip(names, costs, strict=True)]
    return f"a net cost falls on {wording.listed(each)}"


def _gainer(known: Material, party: PartyAccount, net: float) -> str:
    name, worth = wording.midway(party.name), wording.about(net, known.currency)
    wide = round(wider_gain(known, party))
    if not wide:
        return f"{name} ({worth})"
    some = "" if wide == round(net) else f", {wording.about(wide, known.currency)} of it"
    return f"{name} ({worth}{some} in health and wider value)"


def _split(known: Material, gainers: Sequence[PartyAccount]) -> str:
    """Say whether a budget gains what another pays, or people do."""
    if all(isinstance(p.gains, float) and round(p.gains - wider_gain(known, p)) <= 0
           for p in gainers):  # fmt: skip
        return "No budget gains what others pay: the gain is health and wider value."
    return "The budget is split: some end worse off, and others better off."
