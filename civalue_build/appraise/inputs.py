"""The numbers that a case rests on, each under one key, with its range.

A key is `volumes.<id>`, `unit-values.<id>` or `<costs|benefits>.<line>.<what>`, where what is a
year of its own is `years.<year>`, and a year that the ledger has in full `ledger.<year>`. A volume
or a unit value that several lines use is one input, so that a range moves them together.
"""

from collections.abc import Iterator, Mapping

from civalue_build.appraise.measures import change_taken
from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Side
from civalue_build.model.estimate import Estimate, Range
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, CostLine, FromMeasure, Line, UnitPrice
from civalue_build.model.reference import DatedValue

Entries = Mapping[str, DatedValue]
"""The framework's unit values that a case uses, by id, as in force when it was valued."""

DEFAULTS = {"attribution": 1.0, "deadweight": 0.0, "displacement": 0.0, "drop_off": 0.0}
"""The shares of a benefit line, with what is taken where one is not stated."""
SHARES = tuple(DEFAULTS)


def side_of(line: Line) -> Side:
    """Return the side of the account on which a line stands."""
    return Side.COST if isinstance(line, CostLine) else Side.BENEFIT


def key_of(line: Line, what: str) -> str:
    """Return the key of one number of a line."""
    return f"{'costs' if isinstance(line, CostLine) else 'benefits'}.{line.id}.{what}"


def estimate_key(line: Line, what: str, estimate: Estimate | None) -> str:
    """Return the key under which an estimate's number is found: its volume's, or its own."""
    if estimate and estimate.volume:
        return f"volumes.{estimate.volume}"
    return key_of(line, what)


def ledger_key(line: Line, year: int) -> str:
    """Return the key of what the ledger shows for a line in one year."""
    return key_of(line, f"ledger.{year}")


def share_key(line: Line, name: str) -> str:
    """Return the key under which a share of a benefit line is found."""
    return estimate_key(line, name, getattr(line, name))


def price_key(line: Line, price: UnitPrice) -> str:
    """Return the key of a unit price: the framework's, or the line's own."""
    if price.id or price.amount is None:
        return f"unit-values.{price.id}"
    return estimate_key(line, "unit_value", price.amount)


def entries(case: Case, framework: Framework) -> dict[str, DatedValue]:
    """Return the framework's prices that a case names, by id, as of its `valued_on`."""
    ids = {price.id for line in case.lines if (price := line.unit_value) and price.id}
    values = framework.unit_values
    found = ((name, case.entry_of(values[name])) for name in sorted(ids) if name in values)
    return {name: entry for name, entry in found if entry}


def collect(case: Case, prices: Entries) -> dict[str, Range]:
    """Return every number of the case by key; what is not stated is left out."""
    found: dict[str, Range] = {}
    for key, stated in _stated(case, prices):
        number = stated.range if isinstance(stated, Estimate) else _from_measure(stated, case)
        if number is not None:
            found[key] = number
    return found


def unstated(case: Case, prices: Entries) -> Iterator[str]:
    """Go through the keys of numbers that the case names and does not state."""
    for key, stated in _stated(case, prices):
        if isinstance(stated, Estimate):
            if stated.range is None and not stated.volume:
                yield key
        elif _from_measure(stated, case) is None:
            yield key


def _from_measure(stated: FromMeasure, case: Case) -> Range | None:
    change = change_taken(case, stated)
    if isinstance(change, Undefined):
        return None
    return Range.of(change * stated.exposure * stated.per_unit)


def _stated(case: Case, prices: Entries) -> Iterator[tuple[str, Estimate | FromMeasure]]:
    yield from ((f"volumes.{name}", volume) for name, volume in case.volumes.items())
    for line in case.lines:
        yield from ((key_of(line, name), stated) for name, stated in _of_line(line) if stated)
        if price := line.unit_value:
            entry = prices.get(price.id or "")
            if stated := entry.value if entry else price.amount:
                yield price_key(line, price), stated


def _of_line(line: Line) -> Iterator[tuple[str, Estimate | FromMeasure | None]]:
    yield "quantity", line.quantity
    yield "amount", line.amount
    for item in line.years.by_year:
        yield f"years.{item.year}", item.value
    if isinstance(line, BenefitLine):
        for name in SHARES:
            yield name, getattr(line, name)
        yield "quantity", line.from_measure
