"""Who pays and who gains, and what one party gives another."""

from collections.abc import Callable, Sequence

from civalue_build.appraise.account import NO_BENEFIT_STATED, NO_COST_STATED
from civalue_build.appraise.bookings import Booking, by_itself
from civalue_build.model.appraisal import Figure, LineValue, PartyAccount, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective, Side
from civalue_build.model.lines import SELF
from civalue_build.model.worth import Transfer


def accounts(case: Case, bookings: Sequence[Booking]) -> tuple[PartyAccount, ...]:
    """Return what each party pays and gains, present values as claimed, over the own horizon.

    What a transfer takes from its payer is a negative gain, as a disbenefit is. The net is also
    given after correction for evidence, which makes a payer's loss larger.
    """
    names = {SELF: case.organisation.name} | {p.id: p.name for p in case.partners}
    return tuple(_account(case, party, name, bookings) for party, name in names.items())


def transfers(case: Case, lines: Sequence[LineValue]) -> tuple[Transfer, ...]:
    """Return each benefit that another party pays for, with the views in which it nets out."""
    return tuple(
        Transfer(
            line=line.id,
            payer=line.from_party,
            gainer=line.party,
            claimed=Undefined(line.undefined) if line.undefined else line.pv_claimed,
            nets_in=tuple(
                who
                for who in Perspective
                if case.counts(who, line.party) and case.counts(who, line.from_party)
            ),
        )
        for line in lines
        if line.from_party and line.kind and line.kind.is_transfer
    )


def _account(case: Case, party: str, name: str, bookings: Sequence[Booking]) -> PartyAccount:
    own = [by_itself(b) for b in bookings if b.party == party]
    costs = [b for b in own if b.side is Side.COST]
    benefits = [b for b in own if b.side is Side.BENEFIT]
    pays, pays_corrected = _both(Undefined(NO_COST_STATED), case.costs, _pays, costs)
    gains, gains_corrected = _both(Undefined(NO_BENEFIT_STATED), case.benefits, _gains, benefits)
    return PartyAccount(
        id=party,
        name=name,
        pays=pays,
        gains=gains,
        net=_net(pays, gains),
        net_corrected=_net(pays_corrected, gains_corrected),
    )


Value = Callable[[Booking], float]
Summed = Callable[[Sequence[Booking], Value], Figure]


def _both(
    why: Undefined, stated: object, summed: Summed, booked: Sequence[Booking]
) -> tuple[Figure, Figure]:
    """Return a sum as claimed and as corrected; the reason where the case states no such lines."""
    if stated is None:
        return why, why
    return summed(booked, lambda b: b.pv_claimed), summed(booked, lambda b: b.pv_corrected)


def _pays(costs: Sequence[Booking], value: Value) -> Figure:
    gaps = [booking.gap for booking in costs if booking.why]
    return Undefined("; ".join(gaps)) if gaps else sum(map(value, costs), 0.0)


def _gains(benefits: Sequence[Booking], value: Value) -> Figure:
    if benefits and all(b.why for b in benefits):
        return Undefined("no benefit has a stated amount")
    return sum(map(value, benefits), 0.0)


def _net(pays: Figure, gains: Figure) -> Figure:
    if isinstance(pays, Undefined):
        return pays
    return gains if isinstance(gains, Undefined) else gains - pays
