"""Figures that a case types in where it should state their inputs."""

from collections.abc import Sequence

from civalue_build.check.figures import close
from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import PrintedOf, Side
from civalue_build.model.estimate import Range
from civalue_build.model.evidence import Printed
from civalue_build.model.lines import Line

Ends = tuple[float, float, float]
"""Central number, low and high end."""


def bare_key(line: Line) -> str | None:
    """Return the key of what is one amount of money, also where it is dressed as a product.

    That is an amount, amounts by year that are all alike, one unit at a price of its own, or
    many units at a price of 1. None of other lines.
    """
    price = line.unit_value
    if line.years.by_year:
        numbers = {item.value.central for item in line.years.by_year} - {0, None}
        alone = price is None and len(numbers) <= 1
        dressed = price is not None and price.amount is not None and numbers == {1}
        return "years" if alone or dressed else None
    if line.amount:
        return "amount"
    if line.quantity is None or price is None or price.amount is None:
        return None
    return "quantity" if 1 in (line.quantity.central, price.amount.central) else None


def is_typed_total(item: Printed, line: Line, value: LineValue, every: Sequence[LineValue]) -> bool:
    """Whether a figure is the whole of one bare line, which it is then no test of."""
    sign = _sign(item, line, value, every)
    totals = (value.total_claimed, value.pv_claimed) if sign else ()
    return any(_matches(item, _ends(line, total, sign)) for total in totals)


def is_typed_part(item: Printed, line: Line, value: LineValue | None) -> bool:
    """Whether a figure is the price, or the quantity, that a single line was typed with."""
    if set(item.lines) != {line.id}:
        return False
    price = line.unit_value.amount if line.unit_value else None
    if item.of is PrintedOf.UNIT_VALUES and price and (not value or value.price_factor == 1):
        return _is_same(item, price.range)
    if item.of is PrintedOf.QUANTITY and line.quantity:
        whole = Range.of(line.quantity.total) if line.quantity.total else line.quantity.range
        return _is_same(item, whole)
    return False


def _sign(item: Printed, line: Line, value: LineValue, every: Sequence[LineValue]) -> int:
    """Return 1 where a line can be the whole figure, -1 where its negative can, 0 elsewhere."""
    if item.of is PrintedOf.LINES:
        return 1 if line.id in item.lines else 0
    if item.of is PrintedOf.NPV:
        others = (other for other in every if other.side is not value.side)
        if any(other.total_claimed for other in others):
            return 0
        return -1 if value.side is Side.COST else 1
    side = {PrintedOf.COSTS: Side.COST, PrintedOf.BENEFITS: Side.BENEFIT}.get(item.of)
    return 1 if side is value.side else 0


def _ends(line: Line, total: float, sign: int) -> Ends:
    """Return a line's signed total, and its ends where the money itself is a range."""
    typed = line.amount or (line.unit_value.amount if line.unit_value else None)
    found = typed.range if typed else None
    if found is None or found.central == 0:
        return sign * total, sign * total, sign * total
    low, high = sorted(sign * total * end / found.central for end in (found.low, found.high))
    return sign * total, low, high


def _is_same(item: Printed, found: Range | None) -> bool:
    return found is not None and _matches(item, (found.central, found.low, found.high))


def _matches(item: Printed, ends: Ends) -> bool:
    given = (item.value, item.low, item.high)
    stated = [pair for pair in zip(given, ends, strict=True) if pair[0] is not None]
    return bool(stated) and all(close(a, b, item.to_nearest) for a, b in stated if a is not None)
