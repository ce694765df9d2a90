"""The cost of delay: what the headline loses when everything comes a month later.

All flows of the headline slip by a month while the end of the horizon stays where it is.

A year's benefits come evenly through it, so that after the slip one month in twelve of them falls
into the next year and takes that year's discount factor; of the last year, that month lies beyond
the end and is lost. A year's costs fall at its start, and now a month later, still within the
horizon; their factor is interpolated along a straight line between those of their own year and of
the next. Both come to

    g(t) = (11 × f(t) + f(t + 1)) / 12

except that benefits of the last year keep 11 × f(t) / 12. So a steady benefit of b a year loses
b / 12, a month of it, however long the horizon is.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.discounting import stream_factors
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.headline import chosen_bookings
from civalue_build.model.appraisal import Delay, Undefined, YearValue
from civalue_build.model.enums import Side, Stream

MONTHS = 12
Lost = tuple[float, ...]
"""By year, the part of a flow before discounting that slipping by a month takes away."""


def cost_of_delay(ground: Ground, booked: Sequence[Booking]) -> Delay:
    """Return the headline net present value lost by a month's delay, claimed and corrected.

    In the case's currency, at its prices; below 0 where the delay is a gain. Undefined where the
    headline has no net present value.
    """
    chosen = chosen_bookings(ground, booked)
    if isinstance(chosen, Undefined):
        return Delay(claimed=chosen, corrected=chosen)
    lost = {stream: _factors(ground, stream) for stream in {b.line.stream for b in chosen}}
    of_each = [_lost(booking, *lost[booking.line.stream]) for booking in chosen]
    return Delay(
        claimed=sum((claimed for claimed, _ in of_each), 0.0),
        corrected=sum((corrected for _, corrected in of_each), 0.0),
    )


def slipped(factors: Sequence[float]) -> tuple[Lost, Lost]:
    """Return what a month takes from each year's factor: of costs, and of benefits.

    `factors` has one year more than the horizon.
    """
    costs = [(now - later) / MONTHS for now, later in pairwise(factors)]
    return tuple(costs), (*costs[:-1], factors[-2] / MONTHS)


def _factors(ground: Ground, stream: Stream) -> tuple[Lost, Lost]:
    schedules, default = ground.framework.schedules, ground.framework.default_discounting
    schedule = schedules.get(ground.basis.discounting or default, schedules[default])
    return slipped(stream_factors(schedule, stream, ground.horizon + 1))


def _lost(booking: Booking, of_costs: Lost, of_benefits: Lost) -> tuple[float, float]:
    """Return what a booking loses, as claimed and as corrected; less cost is less loss."""
    if booking.side is Side.COST:
        return _summed(booking.by_year, [-booking.sign * lost for lost in of_costs])
    return _summed(booking.by_year, [booking.sign * lost for lost in of_benefits])


def _summed(years: Iterable[YearValue], lost: Sequence[float]) -> tuple[float, float]:
    items = tuple(years)
    claimed = sum((item.claimed * lost[item.year] for item in items), 0.0)
    return claimed, sum((item.corrected * lost[item.year] for item in items), 0.0)
