"""One unit, one order of price."""

from collections.abc import Iterator

from civalue_build.check.counts import counts_people
from civalue_build.check.lines import placed_lines
from civalue_build.check.prices import foreign_currency, rebased, values_of_unit
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Basis, Level, Stream
from civalue_build.model.lines import Line
from civalue_build.model.subject import Subject


@rule(code="CV2029", level=Level.ADVICE)
def price_far_from_the_library(subject: Subject) -> Iterator[Fault]:
    """Price of one unit is far from what the library has for it.

    The line has a price of its own. For the same unit the library has prices as well, and this one
    is far above all of them, or far below. Mostly it is the price of something else. A price of
    what one more, or one fewer, really costs may be low: write `basis: marginal` beside it. Where
    the price is right for another reason, say that in a waiver.

    *Fails:* at benefits.0.unit_value.amount

        record: from-published-sources
        benefits:
          - id: visits
            label: Visits to the emergency department avoided
            kind: cost-avoided
            gained_by: self
            quantity: 20
            unit: attendance
            unit_value: {amount: 2000, price_year: 2023/24, source: accounts}
            years: 1
            grade: 3
            source: accounts

    *Passes:*

        record: from-published-sources
        benefits:
          - id: visits
            label: Visits to the emergency department avoided
            kind: cost-avoided
            gained_by: self
            quantity: 20
            unit: attendance
            unit_value: {amount: 220, price_year: 2023/24, source: accounts}
            years: 1
            grade: 3
            source: accounts
    """
    limit = subject.framework.thresholds.get("unit-value-spread")
    if limit is None or foreign_currency(subject):
        return
    for path, line in placed_lines(subject.case):
        price = _own_price(line)
        known = _library_prices(line, subject) if price is not None else []
        if not known or price is None:
            continue
        low, high = min(known), max(known)
        is_low = price < low / limit.value and not _is_marginal(line)
        if is_low or price > high * limit.value:
            told = f"“{line.label}” has {_told(price)} for one {line.unit}"
            yield (*path, "unit_value", "amount"), f"{told}; the library has {_between(low, high)}"


def _own_price(line: Line) -> float | None:
    """Return the price that a line states itself, if it is money and above nothing."""
    price = line.unit_value
    found = price.amount.range if price and price.amount else None
    is_money = price is not None and price.stream is Stream.MONEY
    return found.central if found and is_money and found.central > 0 else None


def _library_prices(line: Line, subject: Subject) -> list[float]:
    """Return the library's prices of a line's unit, low and high, in prices of the line's year.

    What is done for one patient differs too much for such a price to be compared.
    """
    if counts_people(line.unit):
        return []
    year = (line.unit_value.price_year if line.unit_value else None) or line.price_year
    entries = values_of_unit(line.unit, subject)
    return [rebased(end, entry.price_year, year, subject) for entry, end in entries]


def _is_marginal(line: Line) -> bool:
    return line.unit_value is not None and line.unit_value.basis is Basis.MARGINAL


def _between(low: float, high: float) -> str:
    return _told(low) if low == high else f"{_told(low)} to {_told(high)}"


def _told(price: float) -> str:
    return f"£{price:,.2f}".removesuffix(".00")
