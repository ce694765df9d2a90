"""Figures that a source prints, beside the same figures computed from its own inputs."""

from collections.abc import Mapping, Sequence

from civalue_build.appraise import account
from civalue_build.appraise.booked import bookings
from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.corners import extremes
from civalue_build.appraise.inputs import Values, central
from civalue_build.appraise.lines import Ground, has_quantity, quantities, unit_price
from civalue_build.model.appraisal import Figure, Reproduction, Returns, Undefined
from civalue_build.model.case import Printed
from civalue_build.model.enums import PrintedOf, Side
from civalue_build.model.estimate import Range
from civalue_build.model.lines import CostLine, Line

ROUNDING = 1 + 1e-9
"""Slack for binary fractions on top of half of the last printed place."""


def reproductions(ground: Ground, inputs: Mapping[str, Range]) -> tuple[Reproduction, ...]:
    """Return each printed figure of a case with the computed one, and whether they agree."""
    return tuple(_reproduction(item, ground, inputs) for item in ground.case.printed)


def _reproduction(item: Printed, ground: Ground, inputs: Mapping[str, Range]) -> Reproduction:
    def compute(values: Values) -> Figure:
        return _figure(item, ground, values)

    low, high = extremes(compute, inputs)
    computed = (compute(central(inputs)), low, high)
    printed = (item.value, item.low, item.high)
    return Reproduction(
        label=item.label,
        of=item.of,
        printed=printed,
        computed=computed,
        agrees=_agrees(printed, computed, item.to_nearest),
        says=item.reproduces,
        because=item.because or "",
        source=item.source,
    )


def _agrees(
    printed: Sequence[float | None], computed: Sequence[Figure], to_nearest: float
) -> bool | None:
    agree = True
    for given, found in zip(printed, computed, strict=True):
        if given is None:
            continue
        if isinstance(found, Undefined):
            return None
        agree = agree and abs(found - given) <= to_nearest / 2 * ROUNDING
    return agree


def _figure(item: Printed, ground: Ground, values: Values) -> Figure:
    if item.of is PrintedOf.UNIT_VALUES:
        return _sum([_signed_price(line, ground, values) for line in _named(item, ground)])
    if item.of is PrintedOf.QUANTITY:
        return _sum([_quantity(line, ground, values) for line in _named(item, ground)])
    booked = bookings(ground, values)
    if item.of is PrintedOf.LINES:
        return _sum([_claimed(b) for b in booked if b.line in item.lines and b.sign > 0])
    horizon = item.horizon or ground.horizon
    found = account.result(ground.case, booked, item.perspective, horizon).claimed
    if item.of is PrintedOf.BREAK_EVEN:
        prices = [_signed_price(line, ground, values) for line in _named(item, ground)]
        return _ratio(found.undiscounted.costs, _sum(prices))
    return _of_returns(item, found)


def _ratio(costs: Figure, price: Figure) -> Figure:
    if isinstance(costs, Undefined):
        return costs
    if isinstance(price, Undefined):
        return price
    return costs / price if price > 0 else Undefined("one more unit brings nothing back")


def _of_returns(item: Printed, found: Returns) -> Figure:
    plain = found.undiscounted
    figures: dict[PrintedOf, tuple[Figure, Figure]] = {
        PrintedOf.COSTS: (found.pv_costs, plain.costs),
        PrintedOf.BENEFITS: (found.pv_benefits, plain.benefits),
        PrintedOf.NPV: (found.npv, plain.net),
        PrintedOf.RETURN_PER_POUND: (found.return_per_pound, plain.return_per_pound),
        PrintedOf.NET_RETURN: (found.net_return, _less_one(plain.return_per_pound)),
        PrintedOf.PAYBACK: (found.payback_years, plain.payback_years),
    }
    return figures[item.of][1 if item.undiscounted else 0]


def _less_one(ratio: Figure) -> Figure:
    return ratio if isinstance(ratio, Undefined) else ratio - 1


def _named(item: Printed, ground: Ground) -> list[Line]:
    return [line for line in ground.case.lines if line.id in item.lines]


def _signed_price(line: Line, ground: Ground, values: Values) -> Figure:
    price = unit_price(line, ground, values)
    if isinstance(price, Undefined):
        return price
    amount = float(price.value) * price.factor
    return -amount if isinstance(line, CostLine) else amount


def _quantity(line: Line, ground: Ground, values: Values) -> Figure:
    if not has_quantity(line):
        return Undefined(f"“{line.label}” states no quantity")
    units = quantities(line, ground, values)
    return units if isinstance(units, Undefined) else float(units.sum())


def _claimed(booking: Booking) -> Figure:
    if booking.chain is None:
        return Undefined(booking.why)
    total = float(booking.chain.claimed.sum())
    return -total if booking.side is Side.COST else total


def _sum(figures: Sequence[Figure]) -> Figure:
    if not figures:
        return Undefined("the figure names none of the case's lines")
    total = 0.0
    for figure in figures:
        if isinstance(figure, Undefined):
            return figure
        total += figure
    return total
