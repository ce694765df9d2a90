"""The figures that a source prints, computed from the lines of a case."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from civalue_build.appraise.account import reasons
from civalue_build.appraise.bookings import Booking, counted, signs
from civalue_build.appraise.chain import Chain, total
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.inputs import side_of
from civalue_build.appraise.moves import Part, Sum
from civalue_build.appraise.number import Amounts, Number
from civalue_build.appraise.returns import Reasons, figures, net_return
from civalue_build.appraise.terms import has_quantity
from civalue_build.model.appraisal import Figure, Undefined, Undiscounted
from civalue_build.model.enums import PrintedOf, Side
from civalue_build.model.evidence import Printed
from civalue_build.model.record import record

NAMES_NO_LINE = Undefined("the figure names none of the case's lines")


@record
class Recomputed:
    """A figure, and how it is read from what the lines add up to."""

    total: Sum
    read: Callable[[Amounts], Figure]

    @property
    def central(self) -> Figure:
        """The figure with every input as it is."""
        return self.read(self.total.central)


def recomputed(
    item: Printed, ground: Ground, chains: Sequence[Chain], booked: Sequence[Booking]
) -> Recomputed | Undefined:
    """Return how a printed figure is computed; undefined where a line that it names has none."""
    named = [chain for chain in chains if chain.terms.line.id in item.lines]
    if item.of in _OF_A_LINE:
        return _gap(item.of, named) or _of_lines(item.of, named)
    years = min(item.horizon or ground.horizon, ground.horizon)
    chosen = counted(ground.case, booked, item.perspective)
    why = reasons(ground.case, chosen, item.perspective, years)
    times = signs(chosen)
    if item.of is not PrintedOf.BREAK_EVEN:
        return _of_account(item, chains, times, years, why)
    if why.costs:
        return Undefined(why.costs)
    return _gap(PrintedOf.UNIT_VALUES, named) or _break_even(named, chains, times, years)


def _price(chain: Chain) -> Number:
    return 0.0 if isinstance(chain.price, Undefined) else chain.price


_OF_A_LINE: Mapping[PrintedOf, Callable[[Chain], Number]] = {
    PrintedOf.UNIT_VALUES: _price,
    PrintedOf.QUANTITY: lambda chain: total(chain.units),
    PrintedOf.LINES: lambda chain: total(chain.claimed),
}


def _gap(of: PrintedOf, named: Sequence[Chain]) -> Undefined | None:
    gaps = (_missing(of, chain) for chain in named)
    return next((gap for gap in gaps if gap), None if named else NAMES_NO_LINE)


def _missing(of: PrintedOf, chain: Chain) -> Undefined | None:
    terms = chain.terms
    if of is PrintedOf.LINES:
        return Undefined(terms.why) if terms.why else None
    if of is PrintedOf.UNIT_VALUES:
        return terms.price if isinstance(terms.price, Undefined) else None
    if not has_quantity(terms.line):
        return Undefined(f"“{terms.line.label}” states no quantity")
    return terms.units if isinstance(terms.units, Undefined) else None


def _of_lines(of: PrintedOf, named: Sequence[Chain]) -> Recomputed:
    measure, sign = _OF_A_LINE[of], _cost_sign(named) if of is not PrintedOf.QUANTITY else 1
    parts = (
        Part(chain=chain, amounts=partial(_times, measure, sign if _is_cost(chain) else 1))
        for chain in named
    )
    return Recomputed(total=Sum.of(parts, size=1), read=lambda amounts: float(amounts[0]))


def _times(measure: Callable[[Chain], Number], sign: int, chain: Chain) -> Amounts:
    return (sign * measure(chain),)


def _is_cost(chain: Chain) -> bool:
    return side_of(chain.terms.line) is Side.COST


def _cost_sign(named: Sequence[Chain]) -> int:
    """Costs alone are added up; costs beside benefits are taken off."""
    return 1 if all(map(_is_cost, named)) else -1


def _of_account(
    item: Printed, chains: Sequence[Chain], times: Counter[str], years: int, why: Reasons
) -> Recomputed:
    def amounts(chain: Chain) -> Amounts:
        by_year = _by_year(chain, years, times, discounted=not item.undiscounted)
        nothing = (0.0,) * years
        return by_year + nothing if _is_cost(chain) else nothing + by_year

    def read(summed: Amounts) -> Figure:
        flows = [float(amount) for amount in summed]
        return _READ[item.of](figures(flows[:years], flows[years:], why))

    parts = (Part(chain=c, amounts=amounts) for c in chains if times[c.terms.line.id])
    return Recomputed(total=Sum.of(parts, size=2 * years), read=read)


_READ: Mapping[PrintedOf, Callable[[Undiscounted], Figure]] = {
    PrintedOf.COSTS: lambda found: found.costs,
    PrintedOf.BENEFITS: lambda found: found.benefits,
    PrintedOf.NPV: lambda found: found.net,
    PrintedOf.RETURN_PER_POUND: lambda found: found.return_per_pound,
    PrintedOf.NET_RETURN: lambda found: net_return(found.return_per_pound),
    PrintedOf.PAYBACK: lambda found: found.payback_years,
}


def _by_year(chain: Chain, years: int, times: Counter[str], *, discounted: bool) -> Amounts:
    sign, discount = times[chain.terms.line.id], chain.terms.discount
    factors = discount if discounted else (1.0,) * len(discount)
    return tuple(sign * chain.claimed.get(year, 0.0) * factors[year] for year in range(years))


def _break_even(
    named: Sequence[Chain], chains: Sequence[Chain], times: Counter[str], years: int
) -> Recomputed:
    """Return how many units pay for the costs: undiscounted costs / the price of one unit."""
    of_cost, ids = _cost_sign(named), {chain.terms.line.id for chain in named}

    def amounts(chain: Chain) -> Amounts:
        costs = _by_year(chain, years, times, discounted=False) if _is_cost(chain) else ()
        price = _price(chain) if chain.terms.line.id in ids else 0.0
        return sum(costs, 0.0), (of_cost if _is_cost(chain) else 1) * price

    def read(summed: Amounts) -> Figure:
        costs, price = (float(amount) for amount in summed)
        return costs / price if price > 0 else Undefined("one more unit brings nothing back")

    parts = (Part(chain=chain, amounts=amounts) for chain in chains)
    return Recomputed(total=Sum.of(parts, size=2), read=read)
