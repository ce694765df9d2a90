"""The value of one input at which the headline net present value is nothing."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import inf, isclose

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.estimate import Range
from civalue_build.model.record import record

HALVINGS = 200
FINE = 16
"""In how many steps a share is searched between 0 and 1."""
DOUBLINGS = 40
"""How often a number without an upper end is doubled in search of a change of sign."""
FAR = 1_000
"""Beyond so many times the usual size a line drawn from there to nothing loses digits."""
NEVER = Undefined("no feasible value of this input makes the net present value nothing")
NO_CLAIM = Undefined("the claim is nothing, so there is no share of it")


@record
class Tried:
    """One input: its range, the net present value along it, and what it can be.

    A share stays between 0 and 1. Any other number keeps the sign that its range has; one whose
    range lies on both sides of nothing can be anything.
    """

    range: Range
    npv: Callable[[float], float]
    is_share: bool = False
    is_bent: bool = False

    @property
    def feasible(self) -> tuple[float, float]:
        """The least and the largest value that the input can take."""
        if self.is_share:
            return 0.0, 1.0
        return 0.0 if self.range.low >= 0 else -inf, 0.0 if self.range.high < 0 else inf

    @property
    def scale(self) -> float:
        """A size that is usual for the input."""
        return max(abs(self.range.low), abs(self.range.high)) or 1.0


def switching_value(tried: Tried) -> Figure:
    """Return the switching value of an input, in its own unit, all others as they are.

    In closed form where the net present value is linear in the input; else by bisection of the
    change of sign nearest to the central value. Undefined where no feasible value is one.
    """
    return _searched(tried) if tried.is_bent else _on_a_line(tried)


def share_of_claim(switching: Figure, claim: float) -> Figure:
    """Return a switching value as a share of the central value that the case claims."""
    if isinstance(switching, Undefined):
        return switching
    return switching / claim if claim else NO_CLAIM


def _on_a_line(tried: Tried) -> Figure:
    at_zero, at_scale = tried.npv(0.0), tried.npv(tried.scale)
    if isclose(at_scale, at_zero, rel_tol=1e-12, abs_tol=1e-12):
        return NEVER
    found = _crossing(at_zero, at_scale, tried.scale)
    if abs(found) > FAR * tried.scale:
        found = _crossing(at_zero, tried.npv(found), found)
    least, most = tried.feasible
    return found if least <= found <= most else NEVER


def _crossing(at_zero: float, at_other: float, other: float) -> float:
    return -at_zero / (at_other - at_zero) * other + 0.0


def _searched(tried: Tried) -> Figure:
    ends = [(one, tried.npv(one)) for one in sorted(set(_places(tried)))]
    central = tried.range.central
    changes = [
        _bisected(tried.npv, low, high)
        for (low, at_low), (high, at_high) in pairwise(ends)
        if (at_low < 0) != (at_high < 0)
    ]
    return min(changes, key=lambda found: abs(found - central), default=NEVER)


def _places(tried: Tried) -> Iterator[float]:
    """Go through the feasible values, closely near the usual ones."""
    least, most = tried.feasible
    yield tried.range.central
    if tried.is_share:
        yield from (step / FINE for step in range(FINE + 1))
        return
    yield 0.0
    for sign in (-1, 1):
        sizes = (sign * tried.scale * 2.0**power for power in range(-DOUBLINGS, DOUBLINGS))
        yield from (size for size in sizes if least <= size <= most)


def _bisected(npv: Callable[[float], float], low: float, high: float) -> float:
    is_loss = npv(low) < 0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if (npv(middle) < 0) == is_loss:
            low = middle
        else:
            high = middle
    return (low + high) / 2
