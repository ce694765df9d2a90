"""A line as it is stated: where each of its numbers is found, and what no number changes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from civalue_build.appraise.ground import Ground
from civalue_build.appraise.inputs import DEFAULTS, estimate_key, price_key, share_key
from civalue_build.appraise.prices import index_of, levels, ratio
from civalue_build.model.appraisal import Undefined
from civalue_build.model.enums import Stream
from civalue_build.model.estimate import PriceYear
from civalue_build.model.lines import BenefitLine, Line
from civalue_build.model.record import record
from civalue_build.model.reference import DatedValue

NO_PRICE = "not valued in money"


@record
class Price:
    """The price of one unit: its key, none for a line that states amounts of money.

    `factor` brings it to the price base, by the `levels` in its own year and in the base's of the
    index whose id is `index`. `year` is none where the case does not state it: the case's own
    price year is then taken. `yearly` is the price in a year as a multiple of the one that the key
    finds, for years in which it is another.
    """

    key: str | None = None
    factor: float = 1.0
    year: PriceYear | None = None
    stream: Stream = Stream.MONEY
    levels: tuple[float, float] | None = None
    index: str = ""
    yearly: tuple[tuple[int, float], ...] = ()


@record
class Terms:
    """A line, ready to be valued with any numbers.

    `units` has the key of the number of each year, `shares` the keys of the four shares of a
    benefit with their defaults, `values` the central number of every key that the line uses.
    In the years of `actuals` the ledger takes the place of units and price.
    """

    line: Line
    units: Mapping[int, str] | Undefined
    price: Price | Undefined
    shares: tuple[tuple[str, float], ...]
    actuals: Mapping[int, float]
    discount: tuple[float, ...]
    values: Mapping[str, float]
    why: str
    """Why the line has no value; empty where it has one."""

    @property
    def is_counted(self) -> bool:
        """Whether the line states how many units it has, or what amount."""
        return not isinstance(self.units, Undefined)


def terms_of(line: Line, ground: Ground) -> Terms:
    """Look up all that a line states."""
    units, price = _units(line, ground), _price(line, ground)
    actuals = _actuals(line, ground)
    shares = tuple((share_key(line, name), taken) for name, taken in _defaults(line).items())
    used = [key for key, _ in shares]
    used += () if isinstance(units, Undefined) else units.values()
    used += () if isinstance(price, Undefined) or not price.key else (price.key,)
    missing = next((part.why for part in (units, price) if isinstance(part, Undefined)), "")
    return Terms(
        line=line,
        units=units,
        price=price,
        shares=shares,
        actuals=actuals,
        discount=ground.discount[Stream.MONEY if isinstance(price, Undefined) else price.stream],
        values=_central(used, ground),
        why="" if _covers(actuals, line, ground.horizon) else missing,
    )


def has_quantity(line: Line) -> bool:
    """Whether the line counts units, rather than stating amounts of money."""
    counted = line.quantity is not None or line.unit_value is not None
    return counted or (isinstance(line, BenefitLine) and line.from_measure is not None)


def quantity_key(line: Line) -> str:
    """Return the key of what a line states for each of its years."""
    if has_quantity(line):
        return estimate_key(line, "quantity", line.quantity)
    return estimate_key(line, "amount", line.amount)


def _defaults(line: Line) -> Mapping[str, float]:
    return DEFAULTS if isinstance(line, BenefitLine) else {}


def _central(keys: Iterable[str], ground: Ground) -> dict[str, float]:
    numbers = ground.numbers
    return {key: numbers[key].central for key in keys if key in numbers}


def _actuals(line: Line, ground: Ground) -> dict[int, float]:
    found = ground.actuals.get(line.id, {})
    return {year: found[year] for year in sorted(found) if 0 <= year < ground.horizon}


def _covers(actuals: Mapping[int, float], line: Line, horizon: int) -> bool:
    """Whether the ledger has every year of a line in full, whatever the line itself states."""
    years = {year for year in _own_years(line) if year < horizon}
    return bool(years) and years <= actuals.keys()


def _own_years(line: Line) -> tuple[int, ...]:
    spread = line.quantity or line.amount
    return tuple(spread.over if spread and spread.over else line.years)


def _units(line: Line, ground: Ground) -> dict[int, str] | Undefined:
    if line.years.by_year:
        return _by_year(line, ground)
    key = quantity_key(line)
    if key not in ground.numbers:
        return Undefined(_not_stated(line))
    return {year: key for year in _own_years(line) if 0 <= year < ground.horizon}


def _by_year(line: Line, ground: Ground) -> dict[int, str] | Undefined:
    keys: dict[int, str] = {}
    for item in line.years.by_year:
        key = estimate_key(line, f"years.{item.year}", item.value)
        if key not in ground.numbers:
            return Undefined(f"the amount of year {item.year} is not stated")
        if 0 <= item.year < ground.horizon:
            keys[item.year] = key
    return keys


def _not_stated(line: Line) -> str:
    if line.quantity is None and line.amount is None:
        return NO_PRICE
    estimate = line.quantity if has_quantity(line) else line.amount
    if estimate and estimate.volume:
        return f"the shared number “{estimate.volume.replace('-', ' ')}” is not stated"
    return f"the {'quantity' if has_quantity(line) else 'amount'} is not stated"


def _price(line: Line, ground: Ground) -> Price | Undefined:
    price = line.unit_value
    if price is None:
        if has_quantity(line):
            return Undefined(NO_PRICE)
        return _based(None, line.price_year, Stream.MONEY, ground, line.unit)
    key = price_key(line, price)
    if key not in ground.numbers:
        return Undefined("the unit value is not stated")
    if entry := ground.prices.get(price.id or ""):
        unit = ground.framework.unit_values[price.id or ""].unit
        found = _based(key, entry.price_year, entry.stream, ground, unit)
        return found if isinstance(found, Undefined) else _of_years(found, entry, line, ground)
    return _based(key, price.price_year or line.price_year, price.stream, ground, line.unit)


def _based(
    key: str | None, year: PriceYear | None, stream: Stream, ground: Ground, unit: str | None
) -> Price | Undefined:
    name = index_of(ground.basis, ground.framework, unit)
    index = ground.framework.price_indices.get(name)
    found = levels(index, year, ground.basis.price_year)
    if isinstance(found, Undefined):
        return found
    return Price(key=key, factor=ratio(found), year=year, stream=stream, levels=found, index=name)


def _of_years(price: Price, base: DatedValue, line: Line, ground: Ground) -> Price | Undefined:
    """Give the price of each year of a line its own entry, where the framework has one a year."""
    value = ground.framework.unit_values[(line.unit_value and line.unit_value.id) or ""]
    if not value.yearly:
        return price
    ratios: dict[int, float] = {}
    for year in _own_years(line):
        calendar = ground.case.calendar_year(year)
        entry = value.of_year(calendar)
        if entry is None and year < ground.horizon:
            return Undefined(f"“{value.title}” has no value of {calendar}")
        ratios[year] = _multiple(entry, base)
    return replace(price, yearly=tuple(ratios.items()))


def _multiple(entry: DatedValue | None, base: DatedValue) -> float:
    own, whole = (item.value.range if item else None for item in (entry, base))
    return own.central / whole.central if own and whole and whole.central else 1.0
