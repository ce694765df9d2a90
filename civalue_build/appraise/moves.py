"""How a figure moves with the inputs of a case.

A figure is read from amounts that lines add up to. Moving one input values anew only the lines
that use it, so that the work grows with the number of lines and not with its square.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from math import inf, isclose
from typing import Self

from civalue_build.appraise.chain import Chain, moved
from civalue_build.appraise.number import Amounts, Values
from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.estimate import Range
from civalue_build.model.record import record

FEW = 8
"""Up to so many inputs, every combination of their ends is tried: 256 of them."""


@record
class Part:
    """What one line gives to a figure: its amounts as valued, and as its numbers change."""

    chain: Chain
    amounts: Callable[[Chain], Amounts]

    def at(self, changed: Values) -> Amounts:
        """Return the amounts with some inputs changed, all others central."""
        keys = self.chain.terms.values.keys()
        is_moved = not keys.isdisjoint(changed)
        return self.amounts(moved(self.chain.terms, changed) if is_moved else self.chain)


@record
class Sum:
    """What all lines give to a figure; `users` has the parts that use an input, by its key."""

    parts: tuple[Part, ...]
    users: Mapping[str, tuple[Part, ...]]
    central: Amounts

    @classmethod
    def of(cls, parts: Iterable[Part], size: int) -> Self:
        """Return the sum of parts that each have so many amounts."""
        given, users = tuple(parts), dict[str, tuple[Part, ...]]()
        for part in given:
            for key in part.chain.terms.values:
                users[key] = (*users.get(key, ()), part)
        return cls(parts=given, users=users, central=_added((0.0,) * size, given, {}))

    def at(self, changed: Values) -> Amounts:
        """Return the amounts with some inputs changed, all others central."""
        return _added((0.0,) * len(self.central), self.parts, changed)

    def along(self, key: str) -> Callable[[float], Amounts]:
        """Return the amounts as a function of one input, all others central."""
        own = self.users.get(key, ())
        from_own = _added((0.0,) * len(self.central), own, {})
        rest = tuple(all_ - part for all_, part in zip(self.central, from_own, strict=True))
        return lambda number: _added(rest, own, {key: number})


def _added(start: Amounts, parts: Iterable[Part], changed: Values) -> Amounts:
    for part in parts:
        start = tuple(a + b for a, b in zip(start, part.at(changed), strict=True))
    return start


@record
class Corner:
    """A figure, and the end of its range at which each uncertain input gives it."""

    figure: Figure
    at: Mapping[str, float]


def corners(
    total: Sum, ranges: Mapping[str, Range], read: Callable[[Amounts], Figure]
) -> tuple[Corner, Corner]:
    """Return where a figure is lowest and where it is highest, over all combinations of ends.

    Every combination is tried, where inputs are few; of more, each input moves to the end that
    hurts, or helps, on its own. A figure that is not defined at a combination has no upper end: a
    return on no cost, or money that never comes back.
    """
    used = {key: ranges[key] for key in total.users if key in ranges}
    moving = {key: number for key, number in sorted(used.items()) if not number.is_certain}
    if len(moving) > FEW:
        return _one_at_a_time(total, moving, read)
    tried = [Corner(figure=read(found), at=at) for at, found in _combinations(total, moving)]
    return min(tried, key=_size), max(tried, key=_size)


def _size(corner: Corner) -> float:
    return inf if isinstance(corner.figure, Undefined) else corner.figure


def _combinations(
    total: Sum, moving: Mapping[str, Range]
) -> Iterator[tuple[dict[str, float], Amounts]]:
    """Go through all combinations of ends; a part is valued once for each of its own."""
    known = [dict[tuple[float, ...], Amounts]() for _ in total.parts]
    own = [
        tuple(n for n, key in enumerate(moving) if key in part.chain.terms.values)
        for part in total.parts
    ]
    for ends in product(*((number.low, number.high) for number in moving.values())):
        at = dict(zip(moving, ends, strict=True))
        added: Amounts = (0.0,) * len(total.central)
        for part, places, seen in zip(total.parts, own, known, strict=True):
            which = tuple(ends[n] for n in places)
            if which not in seen:
                seen[which] = part.at(at)
            added = tuple(a + b for a, b in zip(added, seen[which], strict=True))
        yield at, added


def _one_at_a_time(
    total: Sum, moving: Mapping[str, Range], read: Callable[[Amounts], Figure]
) -> tuple[Corner, Corner]:
    low: dict[str, float] = {}
    high: dict[str, float] = {}
    for key, number in moving.items():
        along = total.along(key)
        is_swapped = _is_above(read(along(number.low)), read(along(number.high)))
        low[key] = number.high if is_swapped else number.low
        high[key] = number.low if is_swapped else number.high
    lowest, highest = (Corner(figure=read(total.at(at)), at=at) for at in (low, high))
    return lowest, highest


def _is_above(one: Figure, other: Figure) -> bool:
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return False
    return one > other and not isclose(one, other, rel_tol=1e-12)
