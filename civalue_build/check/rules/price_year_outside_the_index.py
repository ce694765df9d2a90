"""Prices are never extrapolated."""

from collections.abc import Iterator

from civalue_build.check.prices import index_of, placed_price_years
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.estimate import PriceYear
from civalue_build.model.reference import PriceIndex
from civalue_build.model.subject import Subject


@rule(code="CV2001", level=Level.ERROR)
def price_year_outside_the_index(subject: Subject) -> Iterator[Fault]:
    """Prices of a year that the index does not reach.

    Amounts of another year are brought to the case's price year by the index. A year that it does
    not hold would have to be guessed. What a QALY or a tonne of carbon is worth goes by the
    framework's own index, whatever the case takes for what the NHS buys.

    *Fails:* at costs.0.unit_value.price_year

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: 800
            unit: hour
            unit_value: {amount: 58, price_year: 1985/86, source: accounts}
            years: 0-1
            grade: 2
            source: accounts
        printed: []

    *Passes:*

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: 800
            unit: hour
            unit_value: {amount: 58, price_year: 2022/23, source: accounts}
            years: 0-1
            grade: 2
            source: accounts
        printed: []
    """
    basis = subject.case.appraisal
    if index_of(subject) is None or basis is None:
        return
    own = ("appraisal", "price_year")
    told: set[str] = set()
    for path, year, unit in placed_price_years(subject):
        index = index_of(subject, unit)
        if index is None or year == basis.price_year:
            continue
        if index.level(year) is None:
            yield path, _outside(year, index)
        if index.title not in told and index.level(basis.price_year) is None:
            told.add(index.title)
            yield own, _outside(basis.price_year, index)


def _outside(year: PriceYear, index: PriceIndex) -> str:
    return f"prices of {year.label} are outside the index “{index.title}”"
