"""The numbers that a case rests on, each under one key, with its range.

A key is `volumes.<id>`, `unit-values.<id>` or `<costs|benefits>.<line>.<what>`. A volume or a
unit value that several lines use is one input, so that a range moves them together.
"""

from collections.abc import Iterator, Mapping

from civalue_build.appraise.discounting import Array
from civalue_build.appraise.measures import favourable_change
from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Side
from civalue_build.model.estimate import Estimate, Range
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, CostLine, FromMeasure, Line, UnitPrice
from civalue_build.model.reference import DatedValue

Number = float | Array
"""One number, or a column of draws of shape (draws, 1)."""
Values = Mapping[str, Number]

DEFAULTS = {"attribution": 1.0, "deadweight": 0.0, "displacement": 0.0, "drop_off": 0.0}
"""The shares of a benefit line, with what is taken where one is not stated."""
SHARES = tuple(DEFAULTS)


def side_of(line: Line) -> Side:
    """Return the side of the account on which a line stands."""
    return Side.COST if isinstance(line, CostLine) else Side.BENEFIT


def key_of(line: Line, what: str) -> str:
    """Return the key of one number of a line."""
    return f"{side_of(line).value}s.{line.id}.{what}"


def estimate_key(line: Line, what: str, estimate: Estimate) -> str:
    """Return the key under which an estimate's number is found: its volume's, or its own."""
    return f"volumes.{estimate.volume}" if estimate.volume else key_of(line, what)


def share_key(line: Line, name: str) -> str:
    """Return the key under which a share of a benefit line is found."""
    estimate = getattr(line, name)
    return estimate_key(line, name, estimate) if estimate else key_of(line, name)


def price_key(line: Line, price: UnitPrice) -> str:
    """Return the key of a unit price: the framework's, or the line's own."""
    if price.id or price.amount is None:
        return f"unit-values.{price.id}"
    return estimate_key(line, "unit_value", price.amount)


def entry_of(price: UnitPrice, case: Case, framework: Framework) -> DatedValue | None:
    """Return the framework's entry in force on the case's `valued_on`, if the price names one."""
    value = framework.unit_values.get(price.id or "")
    day = case.appraisal.valued_on if case.appraisal else None
    return value.on(day.last_day if day else None) if value else None


def collect(case: Case, framework: Framework) -> dict[str, Range]:
    """Return every number of the case by key; what is not stated is left out."""
    found: dict[str, Range] = {}
    for key, estimate in _estimates(case, framework):
        number = _range(estimate, case)
        if number is not None:
            found[key] = number
    return found


def central(inputs: Mapping[str, Range]) -> dict[str, Number]:
    """Return the central value of every input."""
    return {key: number.central for key, number in inputs.items()}


def _range(estimate: Estimate | FromMeasure | None, case: Case) -> Range | None:
    if estimate is None or isinstance(estimate, Estimate):
        return estimate.range if estimate else None
    change = favourable_change(case, estimate.measure)
    if isinstance(change, Undefined):
        return None
    return Range.of(change * estimate.exposure * estimate.per_unit)


def _estimates(
    case: Case, framework: Framework
) -> Iterator[tuple[str, Estimate | FromMeasure | None]]:
    yield from ((f"volumes.{name}", volume) for name, volume in case.volumes.items())
    for line in case.lines:
        yield from _of_line(line)
        if price := line.unit_value:
            entry = entry_of(price, case, framework)
            yield price_key(line, price), entry.value if entry else price.amount


def _of_line(line: Line) -> Iterator[tuple[str, Estimate | FromMeasure | None]]:
    yield key_of(line, "quantity"), line.quantity
    yield key_of(line, "amount"), line.amount
    for item in line.years.by_year:
        yield key_of(line, f"years.{item.year}"), item.value
    if isinstance(line, BenefitLine):
        yield from ((key_of(line, name), getattr(line, name)) for name in SHARES)
        if line.from_measure:
            yield key_of(line, "quantity"), line.from_measure
