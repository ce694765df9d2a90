"""Who pays and who gains."""

from collections.abc import Sequence

from civalue_build.appraise.account import NO_BENEFIT_STATED, NO_COST_STATED
from civalue_build.appraise.bookings import Booking
from civalue_build.model.appraisal import Figure, PartyAccount, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Side
from civalue_build.model.lines import SELF


def accounts(case: Case, bookings: Sequence[Booking]) -> tuple[PartyAccount, ...]:
    """Return what each party pays and gains, present values as claimed, over the own horizon.

    What a transfer takes from its payer is a negative gain, as a disbenefit is.
    """
    names = {SELF: case.organisation.name} | {p.id: p.name for p in case.partners}
    return tuple(_account(case, party, name, bookings) for party, name in names.items())


def _account(case: Case, party: str, name: str, bookings: Sequence[Booking]) -> PartyAccount:
    own = [b for b in bookings if b.party == party]
    costs = [b for b in own if b.side is Side.COST]
    benefits = [b for b in own if b.side is Side.BENEFIT]
    pays = Undefined(NO_COST_STATED) if case.costs is None else _pays(costs)
    gains = Undefined(NO_BENEFIT_STATED) if case.benefits is None else _gains(benefits)
    return PartyAccount(id=party, name=name, pays=pays, gains=gains, net=_net(pays, gains))


def _pays(costs: Sequence[Booking]) -> Figure:
    gaps = [f"the cost of “{b.line.label}”: {b.why}" for b in costs if b.why]
    return Undefined("; ".join(gaps)) if gaps else _present_value(costs)


def _gains(benefits: Sequence[Booking]) -> Figure:
    if benefits and all(b.why for b in benefits):
        return Undefined("no benefit has a stated amount")
    return _present_value(benefits)


def _net(pays: Figure, gains: Figure) -> Figure:
    if isinstance(pays, Undefined):
        return pays
    return gains if isinstance(gains, Undefined) else gains - pays


def _present_value(bookings: Sequence[Booking]) -> float:
    return sum((booking.pv_claimed for booking in bookings), 0.0)
