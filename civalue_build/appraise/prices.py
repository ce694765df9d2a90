"""From the prices of one year to those of another."""

from civalue_build.model.appraisal import Undefined
from civalue_build.model.estimate import PriceYear
from civalue_build.model.reference import PriceIndex

AS_PRINTED = "none"
"""The id of the price index that leaves every amount as it is printed."""


def factor(index: PriceIndex | None, start: PriceYear | None, end: PriceYear) -> float | Undefined:
    """Return I[end] / I[start]; 1 without an index, for the same year, or with no `start`.

    A year that the index does not reach is undefined, never extrapolated.
    """
    if index is None or start is None or start == end:
        return 1.0
    levels = index.level(start), index.level(end)
    for year, level in zip((start, end), levels, strict=True):
        if level is None:
            return Undefined(f"prices of {year.label} are outside the index “{index.title}”")
    return (levels[1] or 0) / (levels[0] or 1)
