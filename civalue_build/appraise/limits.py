"""Centre and limits of an XmR chart, and the median of a run chart.

Source: NHS England, Making Data Count: mean ± 2.66 × mean moving range. The two factors are
constants of the method (3 / 1.128 and 3.267, for moving ranges of two points), not settings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

LIMIT = 2.66
SCREEN = 3.267
NEAR = 2 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Centre, lower and upper limit, in the unit of the measure."""

    mean: float
    lower: float
    upper: float

    def is_near(self, value: float) -> bool:
        """Whether a value lies beyond two thirds of the limit's width, and not outside it."""
        distance, width = abs(value - self.mean), self.upper - self.mean
        return NEAR * width < distance and self.lower <= value <= self.upper


def limits(baseline: Sequence[float], *, screened: bool = False) -> Limits:
    """Return the limits that a baseline of at least one point sets.

    With `screened`, moving ranges of 3.267 times their mean or more are left out, once.
    """
    mean = _mean(baseline)
    ranges = [abs(b - a) for a, b in pairwise(baseline)] or [0.0]
    typical = _mean(ranges)
    if screened:
        typical = _mean([r for r in ranges if r < SCREEN * typical] or [typical])
    return Limits(mean=mean, lower=mean - LIMIT * typical, upper=mean + LIMIT * typical)


def centre(baseline: Sequence[float]) -> float:
    """Return the median, the centre of a run chart."""
    from statistics import median  # noqa: PLC0415 slow to load, and few cases have a run chart

    return median(baseline)


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)
