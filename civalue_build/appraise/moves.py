"""How a figure moves with the inputs of a case.

A figure is read from amounts that lines add up to. Moving one input values anew only the lines
that use it, so that the work grows with the number of lines and not with its square.
"""

from collections.abc import Callable, Iterable, Mapping
from math import isclose
from typing import Self

from civalue_build.appraise.chain import Chain, moved
from civalue_build.appraise.number import Amounts, Values
from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.estimate import Range
from civalue_build.model.record import record


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


Tried = Mapping[str, tuple[Range, Figure, Figure]]
"""By input its range, and a figure with the input at its low and at its high end."""


def corners(tried: Tried) -> tuple[dict[str, float], dict[str, float]]:
    """Return the inputs at the ends where a figure is lowest, and where it is highest.

    Each input moves to the end that helps, or hurts, on its own; one that does neither, rounding
    apart, stays in order.
    """
    low: dict[str, float] = {}
    high: dict[str, float] = {}
    for key, (number, at_low, at_high) in tried.items():
        is_swapped = _is_above(at_low, at_high)
        low[key] = number.high if is_swapped else number.low
        high[key] = number.low if is_swapped else number.high
    return low, high


def _is_above(one: Figure, other: Figure) -> bool:
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return False
    return one > other and not isclose(one, other, rel_tol=1e-12)
