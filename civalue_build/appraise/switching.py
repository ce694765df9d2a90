"""The value of one input at which the headline net present value is nothing."""

from collections.abc import Callable
from math import isclose

from civalue_build.appraise.inputs import SHARES
from civalue_build.model.appraisal import Figure, Undefined

STEPS = 200
NEVER = Undefined("no feasible value of this input makes the net present value nothing")


def switching_value(key: str, central: float, npv: Callable[[float], float]) -> Figure:
    """Return the switching value of an input, all others as they are.

    In closed form where the net present value is linear in the input, by bisection between 0 and
    1 for a share where it is not. A share stays between 0 and 1, any other input keeps its sign.
    """
    is_share = key.rpartition(".")[2] in SHARES
    at_zero, at_one = npv(0.0), npv(1.0)
    slope = at_one - at_zero
    linear = isclose(npv(central), at_zero + slope * central, rel_tol=1e-9, abs_tol=1e-6)
    if not linear:
        return _bisect(npv, at_zero, at_one)
    if isclose(slope, 0.0, abs_tol=1e-12):
        return NEVER
    found = -at_zero / slope
    feasible = 0 <= found <= 1 if is_share else found * central >= 0
    return found if feasible else NEVER


def _bisect(npv: Callable[[float], float], at_zero: float, at_one: float) -> Figure:
    if at_zero * at_one > 0:
        return NEVER
    low, high = 0.0, 1.0
    rising = at_one > at_zero
    for _ in range(STEPS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if (npv(middle) < 0) == rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2
