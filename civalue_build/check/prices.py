"""Prices as a case uses them: their years, the index between these, and what sort they are."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.model.enums import Basis, Stream
from civalue_build.model.estimate import PriceYear
from civalue_build.model.lines import Line, UnitPrice
from civalue_build.model.place import KeyPath
from civalue_build.model.reference import DatedValue, PriceIndex, UnitValue
from civalue_build.model.subject import Subject

AS_PRINTED = "none"
"""Stands for no index: every amount stays as it is printed."""

FRAMEWORK_CURRENCY = "GBP"
"""The currency of the framework's unit values and price indices."""


def index_of(subject: Subject, unit: str | None = None) -> PriceIndex | None:
    """Return the index between the price years of a case; none where amounts stay as printed.

    What one of a unit is worth to society alone goes by the framework's own index.
    """
    basis, known = subject.case.appraisal, subject.framework
    name = (basis.price_index if basis else None) or known.default_price_index
    if name == AS_PRINTED:
        return None
    of = known.units.get(unit or "")
    own = of is not None and of.society_only
    return known.price_indices.get(known.default_price_index if own else name)


def value_of(line: Line, subject: Subject) -> UnitValue | None:
    """Return the framework's unit value that a line names, if it does and there is one."""
    return subject.framework.unit_values.get(line.unit_value.id or "") if line.unit_value else None


def entry_of(price: UnitPrice, subject: Subject) -> DatedValue | None:
    """Return the framework's entry in force on the case's day, if the price names one."""
    value = subject.framework.unit_values.get(price.id or "")
    return subject.case.entry_of(value) if value else None


def basis_of(price: UnitPrice, subject: Subject) -> Basis | None:
    """Return what sort of price it is, as the framework or else the case says."""
    entry = entry_of(price, subject)
    return entry.basis if entry else price.basis


def values_of_unit(unit: str | None, subject: Subject) -> Iterator[tuple[DatedValue, float]]:
    """Yield the ends of each price in money that the framework has for a unit, with its entry."""
    for value in subject.framework.unit_values.values():
        entry = subject.case.entry_of(value) if value.unit == unit else None
        if entry and entry.stream is Stream.MONEY and (found := entry.value.range):
            yield from ((entry, end) for end in {found.low, found.high})


def rebased(price: float, of: PriceYear, to: PriceYear | None, subject: Subject) -> float:
    """Return a price in prices of another year, as it is where the index lacks one of the two."""
    index = index_of(subject)
    levels = (index.level(of), index.level(to)) if index and to else (None, None)
    return price * levels[1] / levels[0] if levels[0] and levels[1] else price


def placed_price_years(subject: Subject) -> Iterator[tuple[KeyPath, PriceYear, str | None]]:
    """Yield the price year of each line that has one, and the unit of which it is a price."""
    for path, line in placed_lines(subject.case):
        price = line.unit_value
        entry = entry_of(price, subject) if price else None
        if price and entry:
            value = value_of(line, subject)
            yield (*path, "unit_value"), entry.price_year, value.unit if value else None
        elif price and price.price_year:
            yield (*path, "unit_value", "price_year"), price.price_year, line.unit
        elif line.price_year:
            yield (*path, "price_year"), line.price_year, line.unit


def foreign_currency(subject: Subject) -> str | None:
    """Return the currency of a case where it is a code, and not that of the framework's prices."""
    basis = subject.case.appraisal
    if basis is None or basis.currency == FRAMEWORK_CURRENCY or not is_code(basis.currency):
        return None
    return basis.currency


def is_code(currency: str) -> bool:
    """Whether a currency is written as three capital letters, as in ISO 4217."""
    return len(currency) == 3 and currency.isascii() and currency.isalpha() and currency.isupper()


def without_a_year(line: Line) -> KeyPath | None:
    """Return where the price year of a line's own amounts is missing, if any is."""
    price = line.unit_value
    if line.price_year or (price and (price.id or price.price_year)):
        return None
    if price:
        return ("unit_value", "price_year") if price.amount and price.amount.stated else None
    amounts = [line.amount] if line.amount else [item.value for item in line.years.by_year]
    return ("price_year",) if any(amount.stated for amount in amounts) else None
