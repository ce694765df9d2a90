"""The headline of a case under each discount schedule of the framework."""

from collections.abc import Mapping, Sequence

from civalue_build.appraise.account import reasons
from civalue_build.appraise.bookings import Booking, bookings, counted
from civalue_build.appraise.discounting import stream_factors
from civalue_build.appraise.ground import ground_of
from civalue_build.appraise.headline import PERSPECTIVE
from civalue_build.appraise.returns import figures
from civalue_build.model.appraisal import LineValue
from civalue_build.model.case import Case
from civalue_build.model.contribution import Edition
from civalue_build.model.enums import Side, Stream
from civalue_build.model.framework import Framework


def editions(case: Case, lines: Sequence[LineValue], framework: Framework) -> tuple[Edition, ...]:
    """Return the headline under each schedule; none where a case states no money.

    `lines` are those of the appraisal, under whichever schedule: what they claim in a year is the
    same under all. Each edition is what `appraise` gives when it is asked for that schedule.
    """
    ground = ground_of(case, framework, None)
    if ground is None:
        return ()
    chosen, years = counted(case, bookings(lines, ground), PERSPECTIVE), ground.horizon
    why = reasons(case, chosen, PERSPECTIVE, years)
    found = []
    for name, schedule in framework.schedules.items():
        factors = {stream: stream_factors(schedule, stream, years) for stream in Stream}
        sides = _discounted(chosen, factors, years)
        claimed, corrected = (figures(costs, benefits, why) for costs, benefits in sides)
        found.append(
            Edition(
                schedule=name,
                npv=claimed.net,
                return_per_pound=claimed.return_per_pound,
                corrected_npv=corrected.net,
                corrected_return_per_pound=corrected.return_per_pound,
            )
        )
    return tuple(found)


def _discounted(
    chosen: Sequence[Booking], factors: Mapping[Stream, Sequence[float]], years: int
) -> tuple[tuple[list[float], list[float]], tuple[list[float], list[float]]]:
    """Return costs and benefits by year, discounted: as claimed, and corrected for evidence."""
    claimed, corrected = ({side: [0.0] * years for side in Side} for _ in range(2))
    for booking in chosen:
        own, side = factors[booking.line.stream], booking.side
        for item in booking.by_year:
            claimed[side][item.year] += booking.sign * (item.claimed * own[item.year])
            corrected[side][item.year] += booking.sign * (item.corrected * own[item.year])
    return (
        (claimed[Side.COST], claimed[Side.BENEFIT]),
        (corrected[Side.COST], corrected[Side.BENEFIT]),
    )
