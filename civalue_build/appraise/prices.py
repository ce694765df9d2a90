"""From the prices of one year to those of another."""

from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Basis
from civalue_build.model.estimate import PriceYear
from civalue_build.model.framework import Framework
from civalue_build.model.reference import PriceIndex

AS_PRINTED = "none"
"""The id of the price index that leaves every amount as it is printed."""


def levels(
    index: PriceIndex | None, start: PriceYear | None, end: PriceYear
) -> tuple[float, float] | Undefined | None:
    """Return the levels of an index in two years; none where an amount needs no index.

    It needs none without an index, for the same year, or with no `start`. A year that the index
    does not reach is undefined, never extrapolated.
    """
    if index is None or start is None or start == end:
        return None
    found = index.level(start), index.level(end)
    if found[0] is None or found[1] is None:
        year = start if found[0] is None else end
        return Undefined(f"prices of {year.label} are outside the index “{index.title}”")
    return found[0], found[1]


def factor(index: PriceIndex | None, start: PriceYear | None, end: PriceYear) -> float | Undefined:
    """Return I[end] / I[start]; 1 where an amount needs no index."""
    found = levels(index, start, end)
    return found if isinstance(found, Undefined) else ratio(found)


def ratio(found: tuple[float, float] | None) -> float:
    """Return the second level over the first; 1 without levels."""
    return found[1] / found[0] if found else 1.0


def index_of(basis: Basis, framework: Framework, unit: str | None = None) -> str:
    """Return the id of the index between price years, `none` where amounts stay as printed.

    What one of a unit is worth to society alone, such as a QALY or a tonne of carbon, is no price
    that the NHS pays: it goes by the framework's own index where the case takes another.
    """
    name, default = (
        basis.price_index or framework.default_price_index,
        framework.default_price_index,
    )
    known = framework.units.get(unit or "")
    return default if known and known.society_only and name != AS_PRINTED else name
