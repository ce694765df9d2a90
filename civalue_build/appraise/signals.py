"""Special cause among the points of one segment.

Source: NHS England, Making Data Count, for XmR charts; the usual run chart rules (a shift of six,
a trend of five points) for run charts. Each function returns one sign a point: 1 where it is part
of a signal upwards, −1 downwards, 0 where it is not part of one.
"""

from collections.abc import Sequence
from itertools import pairwise

from civalue_build.appraise.limits import Limits
from civalue_build.model.enums import Signal

Signs = list[int]
Found = tuple[Signal, int] | None
"""A signal and its direction, or nothing."""

XMR_TREND, XMR_SHIFT = 7, 7
RUN_TREND, RUN_SHIFT = 5, 6


def xmr_signals(values: Sequence[float], limits: Limits) -> list[Found]:
    """Return, for each point, the first of the four signals in order of priority."""
    outside = [(v > limits.upper) - (v < limits.lower) for v in values]
    return _first(
        (
            (Signal.OUTSIDE_LIMITS, outside),
            (Signal.TREND, trend(values, XMR_TREND)),
            (Signal.TWO_OF_THREE, two_of_three(values, limits)),
            (Signal.SHIFT, shift(values, limits.mean, XMR_SHIFT)),
        )
    )


def run_signals(values: Sequence[float], median: float) -> list[Found]:
    """Return the signals of a run chart; points on the median neither make nor break a shift."""
    off = [index for index, value in enumerate(values) if value != median]
    shifted = [0] * len(values)
    for index, sign in zip(off, shift([values[i] for i in off], median, RUN_SHIFT), strict=True):
        shifted[index] = sign
    return _first(((Signal.TREND, trend(values, RUN_TREND)), (Signal.SHIFT, shifted)))


def trend(values: Sequence[float], points: int) -> Signs:
    """Mark every point of `points` or more in a row that strictly rise, or strictly fall."""
    steps = [_sign(b - a) for a, b in pairwise(values)]
    marks = [0] * len(values)
    for start, end in _runs(steps):
        if end - start >= points - 1:
            marks[start : end + 1] = [steps[start]] * (end - start + 1)
    return marks


def shift(values: Sequence[float], centre: float, points: int) -> Signs:
    """Mark every point of `points` or more in a row on one side; one on the centre breaks it."""
    sides = [_sign(value - centre) for value in values]
    marks = [0] * len(values)
    for start, end in _runs(sides):
        if end - start >= points:
            marks[start:end] = sides[start:end]
    return marks


def two_of_three(values: Sequence[float], limits: Limits) -> Signs:
    """Mark points near a limit where two of three in a row are, all three on one side."""
    near = [limits.is_near(value) for value in values]
    sides = [_sign(value - limits.mean) for value in values]
    marks = [0] * len(values)
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        if abs(sum(sides[i] for i in three)) == 3 and sum(near[i] for i in three) >= 2:
            for i in three:
                marks[i] = sides[i] if near[i] else marks[i]
    return marks


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


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
    points = zip(*(signs for _, signs in found), strict=True)
    names = [signal for signal, _ in found]
    return [
        next(((name, sign) for name, sign in zip(names, signs, strict=True) if sign), None)
        for signs in points
    ]
