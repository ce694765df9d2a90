"""The value chain of a line, year by year.

gross = quantity × unit value (or amount) × price factor. A benefit is claimed after attribution,
deadweight, displacement and drop-off; a cost in full. The evidence correction works against the
case: gains are cut by the benefit correction, costs and losses raised by the cost correction.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from civalue_build.appraise.discounting import Array, stream_factors
from civalue_build.appraise.inputs import (
    DEFAULTS,
    Number,
    Values,
    entry_of,
    estimate_key,
    key_of,
    price_key,
    share_key,
)
from civalue_build.appraise.prices import AS_PRINTED, factor
from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Basis, Case
from civalue_build.model.enums import Stream
from civalue_build.model.estimate import PriceYear
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, Line
from civalue_build.model.reference import DiscountSchedule, Grade

NO_PRICE = "not valued in money"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every line of a case is valued against; `horizon` in years."""

    case: Case
    basis: Basis
    framework: Framework
    schedule: DiscountSchedule
    actuals: Mapping[str, Mapping[int, float]]

    @property
    def horizon(self) -> int:
        """The case's own horizon, in years."""
        return self.basis.horizon


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """The price of one unit, or 1 for a line that states amounts; `factor` to the price base.

    `year` is none where the case does not state it: its own price year is then taken.
    """

    value: Number
    factor: float
    year: PriceYear | None
    stream: Stream = Stream.MONEY


PAID = Price(value=0.0, factor=1.0, year=None)
"""The price of a line that the ledger alone values, in the money of the case's price year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A line's yearly amounts, shape (years,), or (draws, years) where inputs are columns.

    `kept` is the share of the quantity that is claimed; `quantities` is none for amounts.
    """

    gross: Array
    claimed: Array
    corrected: Array
    discount: Array
    kept: Array
    quantities: Array | None
    price: Price
    from_ledger: tuple[int, ...] = ()


def value_line(line: Line, ground: Ground, values: Values) -> Chain | Undefined:
    """Value one line from the numbers in `values`; undefined where a number is not stated."""
    numbers = _yearly(line, ground.horizon, values)
    price = unit_price(line, ground, values)
    actuals = ground.actuals.get(line.id, {})
    if _covers(actuals, line, ground.horizon):
        numbers = np.zeros(ground.horizon) if isinstance(numbers, Undefined) else numbers
        price = PAID if isinstance(price, Undefined) else price
    if isinstance(numbers, Undefined):
        return numbers
    if isinstance(price, Undefined):
        return price
    gross, from_ledger = _with_actuals(numbers * price.value * price.factor, actuals)
    kept = kept_share(line, ground.horizon, values)
    claimed = gross * kept
    return Chain(
        gross=gross,
        claimed=claimed,
        corrected=correct(line, claimed, ground.framework.grades.of(line.grade)),
        discount=stream_factors(ground.schedule, price.stream, ground.horizon),
        kept=kept,
        quantities=numbers if has_quantity(line) else None,
        price=price,
        from_ledger=from_ledger,
    )


def _covers(actuals: Mapping[int, float], line: Line, horizon: int) -> bool:
    """Whether the ledger has every year of a line in full, whatever the line itself states."""
    years = {year for year in _own_years(line) if year < horizon}
    return bool(years) and years <= actuals.keys()


def has_quantity(line: Line) -> bool:
    """Whether the line counts units, rather than stating amounts of money."""
    counted = line.quantity is not None or line.unit_value is not None
    return counted or (isinstance(line, BenefitLine) and line.from_measure is not None)


def quantities(line: Line, ground: Ground, values: Values) -> Array | Undefined:
    """Return the units of a line in each year, shape (years,), whether or not it has a price."""
    return _yearly(line, ground.horizon, values)


def kept_share(line: Line, horizon: int, values: Values) -> Array:
    """Return the share of each year's gross that is claimed: 1 for a cost."""
    if not isinstance(line, BenefitLine):
        return np.ones(horizon)
    attribution, deadweight, displacement, drop_off = (
        values.get(share_key(line, name), default) for name, default in DEFAULTS.items()
    )
    kept = attribution * (1 - deadweight) * (1 - displacement)
    left = 1 - drop_off
    elapsed = np.maximum(np.arange(horizon) - line.years.first, 0)
    return np.asarray(kept * left**elapsed, dtype=np.float64)


def correct(line: Line, claimed: Array, grade: Grade) -> Array:
    """Return the claimed amounts corrected for the strength of their evidence."""
    up, down = 1 + grade.cost_correction, 1 + grade.benefit_correction
    if not isinstance(line, BenefitLine):
        return claimed * up
    return claimed * np.where(claimed < 0, up, down)


def _yearly(line: Line, horizon: int, values: Values) -> Array | Undefined:
    if line.years.by_year:
        return _by_year(line, horizon, values)
    number = _number(line, values)
    if isinstance(number, Undefined):
        return number
    occurs = np.zeros(horizon)
    occurs[[year for year in _own_years(line) if 0 <= year < horizon]] = 1
    return np.asarray(number * occurs, dtype=np.float64)


def _own_years(line: Line) -> tuple[int, ...]:
    spread = line.quantity or line.amount
    return tuple(spread.over if spread and spread.over else line.years)


def _by_year(line: Line, horizon: int, values: Values) -> Array | Undefined:
    parts: list[Array] = []
    for item in line.years.by_year:
        number = values.get(estimate_key(line, f"years.{item.year}", item.value))
        if number is None:
            return Undefined(f"the amount of year {item.year} is not stated")
        occurs = (np.arange(horizon) == item.year).astype(np.float64)
        parts.append(np.asarray(number * occurs, dtype=np.float64))
    return np.asarray(sum(parts, np.zeros(horizon)), dtype=np.float64)


def _number(line: Line, values: Values) -> Number | Undefined:
    what = "quantity" if has_quantity(line) else "amount"
    estimate = line.quantity if what == "quantity" else line.amount
    key = estimate_key(line, what, estimate) if estimate else key_of(line, what)
    number = values.get(key)
    if number is not None:
        return number
    if line.quantity is None and line.amount is None:
        return Undefined(NO_PRICE)
    if estimate and estimate.volume:
        return Undefined(f"the shared volume “{estimate.volume}” is not stated")
    return Undefined(f"the {what} is not stated")


def unit_price(line: Line, ground: Ground, values: Values) -> Price | Undefined:
    """Return the price of one unit of a line; 1 for a line that states amounts of money."""
    if line.unit_value is None:
        if has_quantity(line):
            return Undefined(NO_PRICE)
        return _based(line.price_year, Stream.MONEY, 1.0, ground)
    number = values.get(price_key(line, line.unit_value))
    if number is None:
        return Undefined("the unit value is not stated")
    entry = entry_of(line.unit_value, ground.case, ground.framework)
    if entry:
        return _based(entry.price_year, entry.stream, number, ground)
    year = line.unit_value.price_year or line.price_year
    return _based(year, line.unit_value.stream, number, ground)


def _based(
    year: PriceYear | None, stream: Stream, value: Number, ground: Ground
) -> Price | Undefined:
    name = ground.basis.price_index or ground.framework.default_price_index
    index = None if name == AS_PRINTED else ground.framework.price_indices.get(name)
    ratio = factor(index, year, ground.basis.price_year)
    if isinstance(ratio, Undefined):
        return ratio
    return Price(value=value, factor=ratio, year=year, stream=stream)


def _with_actuals(gross: Array, actuals: Mapping[int, float]) -> tuple[Array, tuple[int, ...]]:
    years = tuple(sorted(year for year in actuals if 0 <= year < gross.shape[-1]))
    if not years:
        return gross, ()
    replaced = gross.copy()
    for year in years:
        replaced[..., year] = actuals[year]
    return replaced, years
