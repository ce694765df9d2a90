"""What one line adds to the headline, as a function of its inputs alone.

A line's net present value is a sum of products: shares × (price × Σ units + Σ ledger amounts),
each year times its discount factor. Discounting, price base and sign never move, so they are
multiplied out once, and valuing a line anew costs a few multiplications however many years it has.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Self

from civalue_build.appraise.inputs import SHARES, ledger_key
from civalue_build.appraise.number import Number, Values
from civalue_build.appraise.terms import Price, Terms
from civalue_build.model.appraisal import Undefined
from civalue_build.model.record import record

Powers = tuple[float, ...]
"""What one number is multiplied by: a coefficient for each power of what drop-off leaves."""
Weighted = tuple[tuple[str, Powers], ...]


@record
class Worth:
    """The present value of one line, with its sign, made of the numbers under its keys.

    `units` are counted or stated amounts, times the price under `price` if it has a key; `paid`
    are amounts of the ledger. `due` are keys of shares that are kept, `lost` of shares taken off.
    """

    units: Weighted
    paid: Weighted
    price: str = ""
    due: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    drop_off: str = ""
    keys: tuple[str, ...] = field(init=False)
    """The key of every number in it, as often as it occurs."""

    def __post_init__(self) -> None:
        """Look up all keys once, since they are asked for at every draw."""
        amounts = (key for key, _ in (*self.units, *self.paid))
        single = (key for key in (self.price, self.drop_off) if key)
        object.__setattr__(self, "keys", (*amounts, *self.due, *self.lost, *single))

    @classmethod
    def of(cls, terms: Terms, sign: int) -> Self:
        """Multiply out all of a line that no input moves."""
        keys = dict(zip(SHARES, (key for key, _ in terms.shares), strict=False))
        used = {name: key for name, key in keys.items() if key in terms.values}
        drop_off = used.get("drop_off", "")
        price = None if isinstance(terms.price, Undefined) else terms.price
        prices = _prices(price, len(terms.discount)) if price else ()
        weights = [sign * factor for factor in terms.discount]
        priced = [weight * factor for weight, factor in zip(weights, prices, strict=False)]
        first = terms.line.years.first if drop_off else None
        return cls(
            units=_weighted(_units(terms), priced, first),
            paid=_weighted(_paid(terms), weights, first),
            price=(price.key or "") if price else "",
            due=tuple(used[name] for name in ("attribution",) if name in used),
            lost=tuple(used[name] for name in ("deadweight", "displacement") if name in used),
            drop_off=drop_off,
        )

    @property
    def bent(self) -> tuple[str, ...]:
        """The keys along which it is no straight line: used twice, or felt in several years."""
        keys = self.keys
        is_bent = any(len(powers) > 2 for _, powers in (*self.units, *self.paid))
        twice = (key for key in keys if keys.count(key) > 1)
        return (*twice, *((self.drop_off,) if is_bent else ()))

    def at(self, values: Values) -> Number:
        """Return the present value with the numbers in `values`, which has every key of it."""
        left: Number = 1 - values[self.drop_off] if self.drop_off else 1.0
        worth = _summed(self.units, values, left)
        if self.price:
            worth = worth * values[self.price]
        if self.paid:
            worth = worth + _summed(self.paid, values, left)
        for key in self.due:
            worth = worth * values[key]
        for key in self.lost:
            worth = worth * (1 - values[key])
        return worth


def paid_in(terms: Terms) -> dict[str, float]:
    """Return the ledger's amount of each year that takes a line's place, by its key."""
    return {ledger_key(terms.line, year): amount for year, amount in terms.actuals.items()}


def _units(terms: Terms) -> Mapping[int, str]:
    if terms.why or isinstance(terms.units, Undefined):
        return {}
    return {year: key for year, key in terms.units.items() if year not in terms.actuals}


def _paid(terms: Terms) -> Mapping[int, str]:
    if terms.why:
        return {}
    return {year: ledger_key(terms.line, year) for year in terms.actuals}


def _prices(price: Price, years: int) -> Sequence[float]:
    """Return by year what the number under the key of a price is multiplied by."""
    multiples = dict(price.yearly)
    return [price.factor * multiples.get(year, 1.0) for year in range(years)]


def _weighted(keys: Mapping[int, str], weights: Sequence[float], first: int | None) -> Weighted:
    """Add up the weights of the years of each key, by powers from the first year of a line on.

    All years have the power 0 where there is no `first`.
    """
    found: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for year, key in keys.items():
        found[key][0 if first is None else max(0, year - first)] += weights[year]
    return tuple((key, tuple(_dense(powers))) for key, powers in found.items())


def _dense(powers: Mapping[int, float]) -> Iterator[float]:
    return (powers.get(power, 0.0) for power in range(max(powers) + 1))


def _summed(weighted: Weighted, values: Values, left: Number) -> Number:
    added: Number = 0.0
    for key, powers in weighted:
        added = added + values[key] * _polynomial(powers, left)
    return added


def _polynomial(powers: Sequence[float], left: Number) -> Number:
    value: Number = powers[-1]
    for coefficient in powers[-2::-1]:
        value = value * left + coefficient
    return value
