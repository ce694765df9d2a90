"""Figures that a source prints, beside the same figures computed from its own inputs."""

from collections.abc import Callable, Mapping, Sequence

from civalue_build.appraise import account
from civalue_build.appraise.booked import bookings
from civalue_build.appraise.corners import extremes
from civalue_build.appraise.inputs import Values, central
from civalue_build.appraise.lines import Ground, has_quantity, quantities, unit_price, value_line
from civalue_build.model.appraisal import Figure, Reproduction, Returns, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import PrintedOf
from civalue_build.model.estimate import Range
from civalue_build.model.evidence import Printed
from civalue_build.model.lines import CostLine, Line

ROUNDING = 1 + 1e-9
"""Slack for binary fractions on top of half of the last printed place."""


def reproductions(ground: Ground, inputs: Mapping[str, Range]) -> tuple[Reproduction, ...]:
    """Return each printed figure of a case with the computed one, and whether they agree."""
    return tuple(_reproduction(item, ground, inputs) for item in ground.case.printed)


def not_reproduced(case: Case, why: str) -> tuple[Reproduction, ...]:
    """Return each printed figure of a case that has nothing to compute it from."""
    none = Undefined(why)
    return tuple(_beside(item, (none, none, none), None) for item in case.printed)


def _reproduction(item: Printed, ground: Ground, inputs: Mapping[str, Range]) -> Reproduction:
    def compute(values: Values) -> Figure:
        return _figure(item, ground, values)

    middle = compute(central(inputs))
    has_ends = item.low is not None or item.high is not None
    low, high = extremes(compute, inputs) if has_ends else (middle, middle)
    computed = (middle, low, high)
    return _beside(item, computed, _agrees(_as_printed(item), computed, item.to_nearest))


def _as_printed(item: Printed) -> tuple[float | None, float | None, float | None]:
    return item.value, item.low, item.high


def _beside(
    item: Printed,
    computed: tuple[Figure, Figure, Figure],
    agrees: bool | None,  # noqa: FBT001 a finding, not a switch
) -> Reproduction:
    return Reproduction(
        label=item.label,
        of=item.of,
        printed=_as_printed(item),
        computed=computed,
        agrees=agrees,
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
    lines = [line for line in ground.case.lines if line.id in item.lines]
    if item.of is PrintedOf.UNIT_VALUES:
        return _net(lines, lambda line: _price(line, ground, values))
    if item.of is PrintedOf.QUANTITY:
        return _sum([_quantity(line, ground, values) for line in lines])
    if item.of is PrintedOf.LINES:
        return _net(lines, lambda line: _claimed(line, ground, values))
    horizon = item.horizon or ground.horizon
    booked = bookings(ground, values)
    found = account.result(ground.case, booked, item.perspective, horizon).claimed
    if item.of is PrintedOf.BREAK_EVEN:
        price = _net(lines, lambda line: _price(line, ground, values))
        return _ratio(found.undiscounted.costs, price)
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


def _price(line: Line, ground: Ground, values: Values) -> Figure:
    price = unit_price(line, ground, values)
    return price if isinstance(price, Undefined) else float(price.value) * price.factor


def _quantity(line: Line, ground: Ground, values: Values) -> Figure:
    if not has_quantity(line):
        return Undefined(f"“{line.label}” states no quantity")
    units = quantities(line, ground, values)
    return units if isinstance(units, Undefined) else float(units.sum())


def _claimed(line: Line, ground: Ground, values: Values) -> Figure:
    chain = value_line(line, ground, values)
    return chain if isinstance(chain, Undefined) else float(chain.claimed.sum())


def _net(lines: Sequence[Line], amount: Callable[[Line], Figure]) -> Figure:
    """Add up costs where all lines are costs; else add benefits and subtract costs."""
    if all(isinstance(line, CostLine) for line in lines):
        return _sum([amount(line) for line in lines])
    return _sum(
        [_less(amount(line)) if isinstance(line, CostLine) else amount(line) for line in lines]
    )


def _less(figure: Figure) -> Figure:
    return figure if isinstance(figure, Undefined) else -figure


def _sum(figures: Sequence[Figure]) -> Figure:
    if not figures:
        return Undefined("the figure names none of the case's lines")
    total = 0.0
    for figure in figures:
        if isinstance(figure, Undefined):
            return figure
        total += figure
    return total
