"""Prices as a case uses them: their years, the index between these, and what sort they are."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.model.enums import Basis
from civalue_build.model.estimate import PriceYear
from civalue_build.model.framework import DatedValue, PriceIndex, UnitValue
from civalue_build.model.lines import Line, UnitPrice
from civalue_build.model.place import KeyPath
from civalue_build.model.subject import Subject

AS_PRINTED = "none"
"""Stands for no index: every amount stays as it is printed."""


def index_of(subject: Subject) -> PriceIndex | None:
    """Return the index between the price years of a case; none where amounts stay as printed."""
    basis = subject.case.appraisal
    name = (basis.price_index if basis else None) or subject.framework.default_price_index
    return None if name == AS_PRINTED else subject.framework.price_indices.get(name)


def value_of(line: Line, subject: Subject) -> UnitValue | None:
    """Return the framework's unit value that a line names, if it does and there is one."""
    return subject.framework.unit_values.get(line.unit_value.id or "") if line.unit_value else None


def entry_of(price: UnitPrice, subject: Subject) -> DatedValue | None:
    """Return the framework's entry in force on the case's day, if the price names one."""
    value = subject.framework.unit_values.get(price.id or "")
    basis = subject.case.appraisal
    day = basis.valued_on.last_day if basis and basis.valued_on else None
    return value.on(day) if value else None


def basis_of(price: UnitPrice, subject: Subject) -> Basis | None:
    """Return what sort of price it is, as the framework or else the case says."""
    entry = entry_of(price, subject)
    return entry.basis if entry else price.basis


def placed_price_years(subject: Subject) -> Iterator[tuple[KeyPath, PriceYear]]:
    """Yield the price year of each line that states one, or whose unit value has one."""
    for path, line in placed_lines(subject.case):
        price = line.unit_value
        entry = entry_of(price, subject) if price else None
        if price and entry:
            yield (*path, "unit_value"), entry.price_year
        elif price and price.price_year:
            yield (*path, "unit_value", "price_year"), price.price_year
        elif line.price_year:
            yield (*path, "price_year"), line.price_year
