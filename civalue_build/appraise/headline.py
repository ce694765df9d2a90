"""The headline net present value as a sum over lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from civalue_build.appraise.account import reasons
from civalue_build.appraise.bookings import Booking, counted
from civalue_build.appraise.chain import Chain, present_value
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.inputs import side_of
from civalue_build.appraise.moves import Part, Sum
from civalue_build.appraise.number import Amounts
from civalue_build.model.appraisal import Undefined
from civalue_build.model.enums import Perspective, Side, Step

PERSPECTIVE = Perspective.NHS
STEP = Step.CAPACITY


def headline(ground: Ground, chains: Iterable[Chain], booked: Sequence[Booking]) -> Sum | Undefined:
    """Return the claimed headline as the sum of one amount a line."""
    chosen = counted(ground.case, booked, PERSPECTIVE, STEP)
    why = reasons(ground.case, chosen, PERSPECTIVE, ground.horizon)
    if why.costs or why.benefits:
        return Undefined(why.costs or why.benefits)
    times = signs(chosen)
    return Sum.of(
        (
            Part(chain=chain, amounts=partial(_net, sign=sign))
            for chain in chains
            if (sign := times[chain.terms.line.id])
        ),
        size=1,
    )


def signs(chosen: Iterable[Booking]) -> Counter[str]:
    """Return how often each line counts: once, not at all, or as a loss (−1).

    A transfer of which both parties are counted counts 1 − 1 times.
    """
    times: Counter[str] = Counter()
    for booking in chosen:
        times[booking.line.id] += booking.sign
    return times


def _net(chain: Chain, *, sign: int) -> Amounts:
    is_cost = side_of(chain.terms.line) is Side.COST
    return ((-sign if is_cost else sign) * present_value(chain),)
