"""Centre and limits of an XmR chart, and the median of a run chart.

Source: NHS England, Making Data Count: mean ± 2.66 × mean moving range. The two factors are
constants of the method (3 / 1.128 and 3.267, for moving ranges of two points), not settings.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum, isfinite

from civalue_build.model.record import record

LIMIT = 2.66
SCREEN = 3.267
NEAR = 2 / 3
FIRM = 13
"""Points from which limits are firm: the framework's threshold `series-points`."""
ROUNDING = 1e-12
"""Share of a number below which a difference is one of rounding: such a point is on the line."""


@record
class Limits:
    """Centre, lower and upper limit, in one unit.

    Two numbers that differ by no more than `slack` are the same: rounding parts them.
    """

    mean: float
    lower: float
    upper: float
    slack: float


def limits(baseline: Sequence[float], *, screened: bool = False) -> Limits:
    """Return the limits that a baseline of at least one point sets.

    With `screened`, moving ranges of 3.267 times their mean or more are left out, once. Raises
    ValueError where a value is not finite, or there is none.
    """
    mean = average(baseline)
    ranges = [abs(b - a) for a, b in pairwise(baseline)] or [0.0]
    typical = average(ranges)
    if screened:
        most = SCREEN * typical * (1 - ROUNDING)
        typical = average([r for r in ranges if r < most] or [typical])
    lower, upper = mean - LIMIT * typical, mean + LIMIT * typical
    slack = ROUNDING * max(abs(lower), abs(upper))
    return Limits(mean=mean, lower=lower, upper=upper, slack=slack)


def centre(baseline: Sequence[float]) -> float:
    """Return the median, the centre of a run chart. Raises ValueError as `limits` does."""
    average(baseline)
    ordered = sorted(baseline)
    half = len(ordered) // 2
    if len(ordered) % 2 or ordered[half - 1] == ordered[half]:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def average(values: Sequence[float]) -> float:
    """Return the mean. Raises ValueError where a value is not finite, or there is none."""
    total = fsum(values) if values else float("nan")
    if not isfinite(total):
        raise ValueError("a chart needs values, and all of them finite")
    return total / len(values)
