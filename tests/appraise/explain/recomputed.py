"""Workings evaluated anew from the numbers that nobody worked out, with rules of their own."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import mul

from civalue_build.model.appraisal import Undefined
from civalue_build.model.explained import Explained, How

LEAVES = (How.STATED, How.TAKEN, How.COUNTED, How.DRAWN, How.SEARCHED)


def paid_back(flows: Sequence[float]) -> float:
    """The last year that starts below nothing, and the part of it until it is not."""
    costs, benefits = flows[::2], flows[1::2]
    tiny = 1e-9 * max(map(abs, flows), default=0.0)
    starts = [sum(benefits[:year]) - sum(costs[: year + 1]) for year in range(len(costs))]
    below = [year for year, start in enumerate(starts) if start < -tiny]
    if not below:
        return 0.0
    last = below[-1]
    return last + min(1.0, -starts[last] / benefits[last])


def scaled(terms: Sequence[float]) -> float:
    """An amount for each of the new numbers, per each of the old ones."""
    return terms[0] * reduce(mul, terms[1::2], 1.0) / reduce(mul, terms[2::2], 1.0)


RULES: Mapping[How, Callable[[list[float]], float]] = {
    How.SAME: lambda x: x[0],
    How.SUM: sum,
    How.DIFFERENCE: lambda x: x[0] - x[1],
    How.PRODUCT: lambda x: reduce(mul, x, 1.0),
    How.RATIO: lambda x: x[0] / x[1],
    How.MEAN: lambda x: sum(x) / len(x),
    How.LOSS: lambda x: -x[0],
    How.REST: lambda x: 1 - x[0],
    How.RAISED: lambda x: 1 + x[0],
    How.POWER: lambda x: reduce(mul, [x[0]] * int(x[1]), 1.0),
    How.DISCOUNT: lambda x: x[0] / (1 + x[1]),
    How.LESS_ONE: lambda x: x[0] - 1,
    How.PAYBACK: paid_back,
    How.SCALED: scaled,
    How.SWITCHED: lambda x: x[0] * (1 - x[2] / x[1]),
}


def given(figure: object) -> float:
    """A figure that is a number."""
    assert not isinstance(figure, Undefined)
    assert isinstance(figure, float | int)
    return float(figure)


def from_terms(node: Explained) -> float:
    """The figure that the operation makes of the terms as they are shown."""
    return RULES[node.how]([given(term.figure) for term in node.terms])


def from_leaves(node: Explained, known: dict[str, float]) -> float:
    """The figure from nothing but the numbers at the very bottom of it."""
    if node.id not in known:
        if node.how in LEAVES:
            known[node.id] = given(node.figure)
        else:
            known[node.id] = RULES[node.how]([from_leaves(term, known) for term in node.terms])
    return known[node.id]


def largest(node: Explained) -> float:
    """The largest number that goes into a figure: what rounding is measured by."""
    own = abs(given(node.figure))
    if node.how in LEAVES:
        return own
    return max(own, *(abs(given(term.figure)) for term in node.terms), 0.0)
