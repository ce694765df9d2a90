"""The value chain of a line, year by year.

gross = quantity × unit value (or amount) × price factor. A benefit is claimed after attribution,
deadweight, displacement and drop-off; a cost in full. The evidence correction works against the
case: gains are cut by the benefit correction, costs and losses raised by the cost correction.
"""

from collections.abc import Mapping

from civalue_build.appraise.number import Number, Values
from civalue_build.appraise.terms import Terms
from civalue_build.model.appraisal import Undefined
from civalue_build.model.enums import Side
from civalue_build.model.record import record
from civalue_build.model.reference import Grade


@record
class Chain:
    """A line valued with certain numbers, by year; nothing is claimed of a line without a value.

    `price` is of one unit at the price base, or 1 × the price factor where amounts are stated;
    `units` is empty where they are not stated; `kept` the share of each year's gross that is
    claimed, from year 0 to the horizon.
    """

    terms: Terms
    price: Number | Undefined
    units: Mapping[int, Number]
    gross: Mapping[int, Number]
    kept: tuple[Number, ...]
    claimed: Mapping[int, Number]


def value(terms: Terms, values: Values) -> Chain:
    """Value one line; `values` has the number of every key that the line uses."""
    stated = {} if isinstance(terms.units, Undefined) else terms.units
    units = {year: values[key] for year, key in stated.items()}
    price, kept = _price(terms, values), _kept(terms, values)
    gross = _gross(terms, units, price)
    claimed = {year: amount * kept[year] for year, amount in gross.items()}
    return Chain(terms=terms, price=price, units=units, gross=gross, kept=kept, claimed=claimed)


def central(terms: Terms) -> Chain:
    """Value one line with its central numbers."""
    return value(terms, terms.values)


def moved(terms: Terms, changed: Values) -> Chain:
    """Value one line with some numbers changed, all others central."""
    own = {key: changed.get(key, number) for key, number in terms.values.items()}
    return value(terms, own)


def total(by_year: Mapping[int, Number]) -> Number:
    """Add up the amounts of all years."""
    added: Number = 0.0
    for amount in by_year.values():
        added = added + amount
    return added


def correct(side: Side, claimed: float, grade: Grade) -> float:
    """Return a claimed amount corrected for the strength of its evidence."""
    lowers = side is Side.COST or claimed < 0
    return claimed * (1 + (grade.cost_correction if lowers else grade.benefit_correction))


def _price(terms: Terms, values: Values) -> Number | Undefined:
    price = terms.price
    if isinstance(price, Undefined):
        return price
    return values[price.key] * price.factor if price.key else price.factor


def _gross(
    terms: Terms, units: Mapping[int, Number], price: Number | Undefined
) -> dict[int, Number]:
    if terms.why:
        return {}
    if isinstance(price, Undefined):
        return {**terms.actuals}
    prices = _by_year(terms, price)
    gross = {year: number * prices.get(year, price) for year, number in units.items()}
    return {**gross, **terms.actuals}


def _by_year(terms: Terms, price: Number) -> dict[int, Number]:
    """Return the price in years in which it is another than in the first."""
    found = terms.price
    yearly = () if isinstance(found, Undefined) else found.yearly
    return {year: price * multiple for year, multiple in yearly}


def _kept(terms: Terms, values: Values) -> tuple[Number, ...]:
    years = len(terms.discount)
    if not terms.shares:
        return (1.0,) * years
    attribution, deadweight, displacement, drop_off = (
        values.get(key, default) for key, default in terms.shares
    )
    share = attribution * (1 - deadweight) * (1 - displacement)
    left, first = 1 - drop_off, terms.line.years.first
    kept = [share]
    for year in range(1, years):
        share = share * left if year > first else share
        kept.append(share)
    return tuple(kept)
