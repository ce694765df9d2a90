"""What an operation makes of the figures that it is given."""

from collections.abc import Callable, Mapping, Sequence
from math import prod

from civalue_build.appraise.payback import payback
from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.explained import Explained, How

Numbers = Sequence[float]
NEVER = Undefined("the money is not back within the horizon")


def evaluate(how: How, terms: Sequence[Explained]) -> Figure:
    """Return the figure that an operation makes of its terms; the first gap among them, if any.

    Raises KeyError for an operation without terms.
    """
    figures = [term.figure for term in terms]
    for figure in figures:
        if isinstance(figure, Undefined):
            return figure
    return _MAKES[how](figures)  # type: ignore[arg-type]


def _payback(flows: Numbers) -> Figure:
    years = payback(flows[::2], flows[1::2])
    return NEVER if years is None else years


def _sum(terms: Numbers) -> Figure:
    return sum(terms, 0.0)


def _scaled(terms: Numbers) -> Figure:
    found = terms[0]
    for new, old in zip(terms[1::2], terms[2::2], strict=True):
        found = found * new / old
    return found


_MAKES: Mapping[How, Callable[[Numbers], Figure]] = {
    How.SAME: lambda terms: terms[0],
    How.SUM: _sum,
    How.DIFFERENCE: lambda terms: terms[0] - terms[1],
    How.PRODUCT: prod,
    How.RATIO: lambda terms: terms[0] / terms[1],
    How.MEAN: lambda terms: sum(terms) / len(terms),
    How.LOSS: lambda terms: -terms[0],
    How.REST: lambda terms: 1 - terms[0],
    How.RAISED: lambda terms: 1 + terms[0],
    How.POWER: lambda terms: terms[0] ** terms[1],
    How.DISCOUNT: lambda terms: terms[0] / (1 + terms[1]),
    How.LESS_ONE: lambda terms: terms[0] - 1,
    How.PAYBACK: _payback,
    How.SCALED: _scaled,
    How.SWITCHED: lambda terms: terms[0] * (terms[1] - terms[2]) / terms[1],
}
