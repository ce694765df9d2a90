"""Special cause among the points of one segment.

Source: NHS England, Making Data Count, for XmR charts; Perla, Provost and Murray, The run chart,
BMJ Quality & Safety 20 (2011), for run charts (a shift of six, a trend of five points). Each
function returns one sign a point: 1 where it is part of a signal upwards, −1 downwards, 0 where it
is not part of one. All of them are linear.
"""

from collections.abc import Sequence
from itertools import pairwise

from civalue_build.appraise.limits import NEAR, ROUNDING, Limits
from civalue_build.model.enums import Signal

Signs = list[int]
Found = tuple[Signal, int] | None
"""A signal and its direction, or nothing."""

XMR_TREND, XMR_SHIFT = 7, 7
RUN_TREND, RUN_SHIFT = 5, 6


def xmr_signals(values: Sequence[float], limits: Limits, shown: Sequence[float]) -> list[Found]:
    """Return, for each point, the first of the four signals in order of priority.

    `values` are in the unit of the limits, and `shown` the same points as they are plotted.
    """
    sides = sides_of(values, limits.mean, limits.slack)
    return _first(
        (
            (Signal.OUTSIDE_LIMITS, outside(values, limits)),
            (Signal.TREND, trend(shown, XMR_TREND)),
            (Signal.TWO_OF_THREE, two_of_three(values, sides, limits)),
            (Signal.SHIFT, shift(sides, XMR_SHIFT)),
        )
    )


def run_signals(values: Sequence[float], median: float) -> list[Found]:
    """Return the signals of a run chart; points on the median neither make nor break a shift."""
    sides = sides_of(values, median, ROUNDING * abs(median))
    off = [index for index, side in enumerate(sides) if side]
    shifted = [0] * len(values)
    for index, sign in zip(off, shift([sides[i] for i in off], RUN_SHIFT), strict=True):
        shifted[index] = sign
    return _first(((Signal.TREND, trend(values, RUN_TREND)), (Signal.SHIFT, shifted)))


def sides_of(values: Sequence[float], centre: float, slack: float = 0.0) -> Signs:
    """Return on which side of the centre each point is: 1 above, −1 below, 0 on it."""
    above, below = centre + slack, centre - slack
    return [(value > above) - (value < below) for value in values]


def outside(values: Sequence[float], limits: Limits) -> Signs:
    """Mark every point above the upper limit, or below the lower; one on a limit is inside."""
    upper, lower = limits.upper + limits.slack, limits.lower - limits.slack
    return [(value > upper) - (value < lower) for value in values]


def trend(values: Sequence[float], points: int) -> Signs:
    """Mark every point of `points` or more in a row that strictly rise, or strictly fall.

    The point at which one trend turns into another belongs to the later one.
    """
    steps = [(b > a) - (b < a) for a, b in pairwise(values)]
    marks = [0] * len(values)
    for start, end in _runs(steps):
        if end - start >= points - 1:
            marks[start : end + 1] = [steps[start]] * (end - start + 1)
    return marks


def shift(sides: Sequence[int], points: int) -> Signs:
    """Mark every point of `points` or more in a row on one side; one on the centre breaks it."""
    marks = [0] * len(sides)
    for start, end in _runs(sides):
        if end - start >= points:
            marks[start:end] = sides[start:end]
    return marks


def two_of_three(values: Sequence[float], sides: Sequence[int], limits: Limits) -> Signs:
    """Mark points near a limit where two of three in a row are, all three on one side.

    Near is beyond two thirds of the way from the mean to a limit, and not outside it.
    """
    close = [side * is_near for side, is_near in zip(sides, _near(values, limits), strict=True)]
    marks = [0] * len(values)
    for at in range(len(values) - 2):
        three = close[at : at + 3]
        if abs(sum(three)) >= 2 and sides[at] == sides[at + 1] == sides[at + 2]:
            for index, side in enumerate(three, start=at):
                marks[index] = side or marks[index]
    return marks


def _near(values: Sequence[float], limits: Limits) -> list[bool]:
    slack, width = limits.slack, limits.upper - limits.mean
    from_, to = NEAR * width + slack, width + slack
    return [from_ < abs(value - limits.mean) <= to for value in values]


def _runs(signs: Sequence[int]) -> list[tuple[int, int]]:
    """Return (start, end) of every stretch of equal signs other than 0, the end not included."""
    runs: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(signs) + 1):
        if index == len(signs) or signs[index] != signs[start]:
            if signs[start]:
                runs.append((start, index))
            start = index
    return runs


def _first(found: Sequence[tuple[Signal, Signs]]) -> list[Found]:
    """Return the first signal of each point; of most charts most signals have no point at all."""
    marks: list[Found] = [None] * len(found[0][1])
    for signal, signs in reversed(found):
        if any(signs):
            for index, sign in enumerate(signs):
                if sign:
                    marks[index] = (signal, sign)
    return marks
