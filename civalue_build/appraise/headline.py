"""The headline net present value as a function of the case's inputs."""

import numpy as np

from civalue_build.appraise.account import reasons
from civalue_build.appraise.booked import bookings
from civalue_build.appraise.bookings import counted
from civalue_build.appraise.discounting import Array
from civalue_build.appraise.inputs import Values
from civalue_build.appraise.lines import Ground
from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.enums import Perspective, Side, Step

PERSPECTIVE = Perspective.NHS
STEP = Step.CAPACITY


def npv(ground: Ground, values: Values) -> Figure:
    """Return the claimed headline for one number an input."""
    found = npvs(ground, values)
    return found if isinstance(found, Undefined) else float(found)


def npvs(ground: Ground, values: Values) -> Array | Undefined:
    """Return the claimed headline, shape () for numbers, (draws,) where inputs are columns."""
    booked = bookings(ground, values)
    chosen = counted(ground.case, booked, PERSPECTIVE, STEP)
    why = reasons(ground.case, chosen, PERSPECTIVE, ground.horizon)
    if why.costs or why.benefits:
        return Undefined(why.costs or why.benefits)
    total: Array = np.asarray(0.0)
    for booking in chosen:
        if booking.chain:
            sign = booking.sign * (1 if booking.side is Side.BENEFIT else -1)
            value = (booking.chain.claimed * booking.chain.discount).sum(axis=-1)
            total = total + sign * value
    return total
