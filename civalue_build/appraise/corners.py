"""The ends of all ranges together at which a sum is lowest, and highest.

Numpy is slow to import, and only cases with a range need it: import this module where they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from civalue_build.appraise.number import Column, Number
from civalue_build.appraise.total import Total
from civalue_build.appraise.worth import Worth
from civalue_build.model.estimate import Range

FEW = 8
"""Up to so many inputs, every combination of their ends is tried: 256 of them."""

Ends = np.ndarray[tuple[int, int], np.dtype[np.bool_]]
"""Combinations of ends, shape (combinations, inputs): whether an input is at its high end."""


class Corner(NamedTuple):
    """A value of a sum, and the end of its range at which each uncertain input gives it."""

    value: float
    at: Mapping[str, float]


def extremes(total: Total, ranges: Mapping[str, Range]) -> tuple[Corner, Corner]:
    """Return the lowest and the highest value of a sum over all combinations of ends.

    Inputs that one line uses alone are tried within that line, where few. The others are tried in
    every combination, where few; else they are moved one at a time, from the end that serves on its
    own, until nothing improves.
    """
    used = {key: ranges[key] for key in ranges if key in total.users}
    held = _held(total, used)
    search = _Search(total=total, ranges=used, held=held)
    if len(held) <= FEW:
        tried = every(len(held))
        rows = [tried[[int(side.argmax())]] for side in search.best(tried)]
    else:
        rows = [search.climbed(0), search.climbed(1)]
    return search.corner(rows[0], 0), search.corner(rows[1], 1)


def _held(total: Total, ranges: Mapping[str, Range]) -> tuple[str, ...]:
    """Return the inputs of several lines, and those that are too many within a line of theirs."""
    held = {key for key in total.shared if key in ranges}
    for line in total.lines:
        held |= set(_own(line, ranges, held)[FEW:])
    return tuple(sorted(held))


def _own(line: Worth, ranges: Iterable[str], held: Iterable[str]) -> Sequence[str]:
    return sorted({key for key in line.keys if key in ranges and key not in held})


def every(count: int) -> Ends:
    """Return all combinations of so many ends, shape (2 ** count, count)."""
    rows = np.arange(2**count)[:, np.newaxis]
    return np.asarray(rows >> np.arange(count) & 1, dtype=np.bool_)


class _Search:
    def __init__(self, *, total: Total, ranges: Mapping[str, Range], held: Sequence[str]) -> None:
        self.total, self.ranges, self.held = total, ranges, held

    def best(self, held: Ends) -> tuple[Column, Column]:
        """Return −lowest and highest value for each combination of the ends that are held."""
        fixed = {key: self._at(key, held[:, [at]]) for at, key in enumerate(self.held)}
        low, high = np.zeros(len(held)), np.zeros(len(held))
        for line in self.total.lines:
            own = _own(line, self.ranges, fixed)
            tried = every(len(own))
            free = {key: self._at(key, tried[:, at]) for at, key in enumerate(own)}
            worth = np.atleast_2d(line.at({**self.total.values, **fixed, **free}))
            low, high = low - worth.min(axis=1), high + worth.max(axis=1)
        return low, high

    def corner(self, held: Ends, side: int) -> Corner:
        """Return the value, and every input's end, at one combination of the ends held."""
        at = {key: float(self._at(key, held[0, n])) for n, key in enumerate(self.held)}
        value = 0.0
        for line in self.total.lines:
            own = _own(line, self.ranges, at)
            tried = every(len(own))
            free = {key: self._at(key, tried[:, n]) for n, key in enumerate(own)}
            worth = np.broadcast_to(line.at({**self.total.values, **at, **free}), len(tried))
            best = int(worth.argmax() if side else worth.argmin())
            value += float(worth[best])
            at |= {key: float(self._at(key, tried[best, n])) for n, key in enumerate(own)}
        return Corner(value, at)

    def climbed(self, side: int) -> Ends:
        """Return the ends held, shape (1, inputs), that flipping one at a time leads to."""
        at = np.array([[self._helps(key) == bool(side) for key in self.held]])
        reached = -np.inf
        while True:
            around = np.concatenate((at, at ^ np.eye(len(self.held), dtype=np.bool_)))
            found = np.asarray(self.best(around)[side])
            top = int(found.argmax())
            if found[top] <= reached:
                return np.asarray(at)
            at, reached = around[[top]], float(found[top])

    def _helps(self, key: str) -> bool:
        """Whether the high end of an input serves on its own."""
        npv = self.total.along(key)
        return npv(self.ranges[key].high) > npv(self.ranges[key].low)

    def _at(self, key: str, is_high: Ends) -> Number:
        return np.where(is_high, self.ranges[key].high, self.ranges[key].low)
