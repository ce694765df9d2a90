"""How sure the headline is: one input at a time, both corners, and seeded draws."""

from collections.abc import Mapping, Sequence

from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.chain import Chain
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.headline import headline
from civalue_build.appraise.moves import Sum, corners
from civalue_build.appraise.number import DRAWS, Values
from civalue_build.appraise.switching import switching_value
from civalue_build.model.appraisal import Figure, OneInput, Uncertainty, Undefined
from civalue_build.model.estimate import Range

NO_RANGE = Undefined("no input of the case has a range")


def uncertainty(
    ground: Ground, chains: Sequence[Chain], booked: Sequence[Booking]
) -> Uncertainty | Undefined:
    """Return how far the headline net present value moves with its inputs."""
    total = headline(ground, chains, booked)
    if isinstance(total, Undefined):
        return total
    tried = tuple(_one(total, key, number) for key, number in sorted(ground.numbers.items()))
    ranges = {key: number for key, number in ground.numbers.items() if not number.is_certain}
    worst, best = corners(
        {one.input: (one.range, one.low, one.high) for one in tried if one.input in ranges}
    )
    chance, low, high = _spread(ground, total, ranges)
    return Uncertainty(
        draws=DRAWS if ranges else 0,
        chance_npv_positive=chance,
        npv_5=low,
        npv_95=high,
        best_corner=_npv(total, best),
        worst_corner=_npv(total, worst),
        one_at_a_time=tried,
    )


def _npv(total: Sum, changed: Values) -> float:
    (npv,) = total.at(changed)
    return float(npv)


def _one(total: Sum, key: str, number: Range) -> OneInput:
    along, (middle,) = total.along(key), total.central

    def npv(value: float) -> float:
        (moved,) = (middle,) if value == number.central else along(value)
        return float(moved)

    return OneInput(
        input=key,
        range=number,
        low=npv(number.low),
        high=npv(number.high),
        switching_value=switching_value(key, number.central, npv),
    )


def _spread(
    ground: Ground, total: Sum, ranges: Mapping[str, Range]
) -> tuple[Figure, Figure, Figure]:
    if not ranges:
        return NO_RANGE, NO_RANGE, NO_RANGE
    # numpy is slow to import, and only draws need it.
    from civalue_build.appraise.pert import spread  # noqa: PLC0415

    return spread(ground.case.slug, total, ranges)
