"""The axis of values: round numbers, from zero where the values are near it."""

from collections.abc import Iterable
from math import ceil, floor, log10
from typing import NamedTuple

NEAR_ZERO = 0.5
"""The axis starts at zero where the lowest value is below this share of the highest."""
STEPS = (1, 2, 2.5, 5, 10)
ABOUT = 4
"""About how many steps an axis has."""


class Scale(NamedTuple):
    """The ends of an axis in the unit of the values, and the numbers that stand beside it."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def down(self, value: float) -> float:
        """Return where a value stands, as a share of the height from the top."""
        return (self.high - value) / (self.high - self.low)


def scale(values: Iterable[float]) -> Scale:
    """Return an axis for one value or more, all of them finite."""
    known = list(values)
    low, high = min(known), max(known)
    if 0 <= low <= NEAR_ZERO * high:
        low = 0.0
    if low == high:
        low, high = low - (abs(low) or 1) / 2, high + (abs(high) or 1) / 2
    step = _step((high - low) / ABOUT)
    first, last = floor(low / step), ceil(high / step)
    ticks = tuple(round(at * step, 10) for at in range(first, last + 1))
    return Scale(low=ticks[0], high=ticks[-1], ticks=ticks)


def _step(rough: float) -> float:
    size: float = 10.0 ** floor(log10(rough))
    return next(step * size for step in STEPS if step * size >= rough * (1 - 1e-9))
