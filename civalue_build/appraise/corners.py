"""The lowest and the highest that a figure can be while every input stays in its range.

An input moves to the end that helps, or hurts, on its own: one at a time decides the direction,
then all move together. Exact where the figure is monotone in every input, as present values are.
"""

from collections.abc import Callable, Mapping

from civalue_build.appraise.inputs import Number, Values, central
from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.estimate import Range

Measure = Callable[[Values], Figure]


def extremes(measure: Measure, inputs: Mapping[str, Range]) -> tuple[Figure, Figure]:
    """Return the lowest and the highest of `measure`; undefined where its central value is."""
    middle = central(inputs)
    if isinstance(why := measure(middle), Undefined):
        return why, why
    low, high = dict(middle), dict(middle)
    for key, number in inputs.items():
        if not number.is_certain:
            low[key], high[key] = _ends(measure, middle, key, number)
    return measure(low), measure(high)


def _ends(
    measure: Measure, middle: Mapping[str, Number], key: str, number: Range
) -> tuple[float, float]:
    at_low = measure({**middle, key: number.low})
    at_high = measure({**middle, key: number.high})
    if isinstance(at_low, Undefined) or isinstance(at_high, Undefined) or at_low <= at_high:
        return number.low, number.high
    return number.high, number.low
