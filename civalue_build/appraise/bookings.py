"""Who books which line, and what a perspective counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from civalue_build.appraise.discounting import Array
from civalue_build.appraise.lines import Chain
from civalue_build.appraise.returns import Flows
from civalue_build.model.case import Case
from civalue_build.model.enums import Kind, Perspective, Side, Step

STEPS = tuple(Step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """A line in one party's account.

    `chain` is none where the line has no value, and `why` then says why. What a transfer takes
    from its payer has the `sign` −1 and names the `gainer`; `alone` is its chain where the gainer
    is not counted: then it is a loss like any other, and corrected upwards.
    """

    line: str
    label: str
    side: Side
    party: str
    kind: Kind | None = None
    sign: int = 1
    chain: Chain | None = None
    why: str = ""
    gainer: str = ""
    alone: Chain | None = None


def counted(
    case: Case, bookings: Iterable[Booking], perspective: Perspective, step: Step = Step.SOCIETY
) -> tuple[Booking, ...]:
    """Return the bookings that a perspective counts, benefits up to a step of the ladder.

    Health, experience and wider value count for society alone, whoever gains.
    """
    last = STEPS.index(step)
    if perspective is not Perspective.SOCIETY:
        last = min(last, STEPS.index(Step.CAPACITY))
    return tuple(
        _as_counted(case, perspective, booking)
        for booking in bookings
        if case.counts(perspective, booking.party)
        and (booking.kind is None or STEPS.index(booking.kind.step) <= last)
    )


def _as_counted(case: Case, perspective: Perspective, booking: Booking) -> Booking:
    if booking.alone is None or case.counts(perspective, booking.gainer):
        return booking
    return replace(booking, chain=booking.alone)


def flows(bookings: Sequence[Booking], years: int, *, corrected: bool) -> Flows:
    """Add up bookings over the first `years` years; each follows its own discount stream."""
    costs = [b for b in bookings if b.side is Side.COST]
    benefits = [b for b in bookings if b.side is Side.BENEFIT]
    return Flows(
        costs=_total(costs, years, corrected=corrected, discounted=False),
        benefits=_total(benefits, years, corrected=corrected, discounted=False),
        discounted_costs=_total(costs, years, corrected=corrected, discounted=True),
        discounted_benefits=_total(benefits, years, corrected=corrected, discounted=True),
    )


def _total(bookings: Sequence[Booking], years: int, *, corrected: bool, discounted: bool) -> Array:
    total: Array = np.zeros(years)
    for booking in bookings:
        if booking.chain:
            amounts = booking.chain.corrected if corrected else booking.chain.claimed
            factors = booking.chain.discount if discounted else 1
            total = total + (booking.sign * amounts * factors)[..., :years]
    return total
