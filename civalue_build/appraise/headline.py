"""The headline net present value as a sum over lines."""

from collections import Counter
from collections.abc import Iterable, Sequence

from civalue_build.appraise.account import reasons
from civalue_build.appraise.bookings import Booking, counted, signs
from civalue_build.appraise.chain import Chain
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.inputs import side_of
from civalue_build.appraise.terms import Terms
from civalue_build.appraise.total import Total
from civalue_build.appraise.worth import Worth, paid_in
from civalue_build.model.appraisal import Undefined
from civalue_build.model.enums import Perspective, Side, Step

PERSPECTIVE = Perspective.NHS
STEP = Step.CAPACITY


def headline(
    ground: Ground, chains: Iterable[Chain], booked: Sequence[Booking]
) -> Total | Undefined:
    """Return the claimed headline as the sum of what its lines are worth."""
    chosen = chosen_bookings(ground, booked)
    if isinstance(chosen, Undefined):
        return chosen
    times, terms = signs(chosen), [chain.terms for chain in chains]
    values = {key: number.central for key, number in ground.numbers.items()}
    for each in terms:
        values |= paid_in(each)
    return Total.of(
        (Worth.of(each, sign) for each in terms if (sign := _sign(each, times))), values
    )


def chosen_bookings(ground: Ground, booked: Sequence[Booking]) -> Sequence[Booking] | Undefined:
    """Return what the headline counts; undefined where it has no net present value."""
    chosen = counted(ground.case, booked, PERSPECTIVE, STEP)
    why = reasons(ground.case, chosen, PERSPECTIVE, ground.horizon)
    return Undefined(why.costs or why.benefits) if why.costs or why.benefits else chosen


def _sign(terms: Terms, times: Counter[str]) -> int:
    sign = times[terms.line.id]
    return -sign if side_of(terms.line) is Side.COST else sign
