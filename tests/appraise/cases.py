"""Cases of every shape that the format allows, for Hypothesis, and the framework they use.

Strategies are kept: to make one anew for every number that is drawn takes longer than to draw it.
"""

from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import strategies as st

from civalue_build.model.case import Case
from civalue_build.model.enums import Better, Kind, Perspective, PrintedOf, Stream
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, YearAmount, Years
from civalue_build.model.evidence import Printed
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, CostLine, FromMeasure, UnitPrice
from civalue_build.model.measures import Effect, LedgerEntry, Measure, Observation
from civalue_build.model.reference import UnitValue
from tests import builders
from tests.builders import each, number, unit_value, unstated

PARTIES = ("self", "board", "council", "people")
PRICE_YEARS = (
    PriceYear(first=2011, financial=False),
    PriceYear(first=2019),
    PriceYear(first=2023),
)
OUTSIDE = PriceYear(first=1950)
"""A price year that no index reaches."""

MEASURE = Measure(
    id="visits",
    label="Visits",
    unit="visits",
    better=Better.LOWER,
    before=Observation(value=41.0),
    after=Observation(value=29.5),
    effect=Effect(value=-11.5, controls=-2.5),
)


@cache
def world() -> Framework:
    """A framework with units that are operational, prices of money and of health."""
    life = unit_value(20_000, unit="qaly", price_year=PriceYear(first=2019), stream=Stream.HEALTH)
    old = unit_value(300).values[0]
    new = replace(old, from_date=PartialDate(year=2025), value=number(560, 400, 700))
    values = {
        "bed-day": UnitValue(title="A bed day", unit="bed-day", values=(new, old)),
        "qaly": life,
    }
    return builders.framework(unit_values=values)


AMOUNTS = st.integers(-1_000_000, 1_000_000).map(lambda n: n / 4)
COSTS = st.integers(0, 1_000_000).map(lambda n: n / 4)
SHARES = st.integers(0, 100).map(lambda n: n / 100)
HORIZONS = st.integers(1, 40)


@cache
def estimates(numbers: st.SearchStrategy[float]) -> st.SearchStrategy[Estimate]:
    """Numbers alone, with ends around them, or only the ends."""
    three = st.lists(numbers, min_size=3, max_size=3).map(sorted)
    return st.one_of(
        numbers.map(number),
        three.map(lambda n: number(n[1], n[0], n[2])),
        three.map(lambda n: Estimate(low=n[0], high=n[2])),
    )


@cache
def years() -> st.SearchStrategy[Years]:
    """Some years in and out of the horizon."""
    return st.sets(st.integers(0, 8), min_size=1, max_size=5).map(lambda s: each(*sorted(s)))


@cache
@st.composite
def by_year(draw: st.DrawFn, numbers: st.SearchStrategy[float]) -> Years:
    """A number of its own in each of some years."""
    chosen = sorted(draw(st.sets(st.integers(0, 6), min_size=1, max_size=4)))
    items = (YearAmount(year=year, value=draw(estimates(numbers))) for year in chosen)
    return Years(by_year=tuple(items))


@cache
@st.composite
def own_prices(draw: st.DrawFn, numbers: st.SearchStrategy[float]) -> UnitPrice:
    """A price that a line states itself."""
    return UnitPrice(
        amount=draw(estimates(numbers)),
        price_year=draw(st.sampled_from((*PRICE_YEARS, None))),
        stream=draw(st.sampled_from((Stream.MONEY, Stream.MONEY, Stream.HEALTH))),
    )


@cache
@st.composite
def money(  # noqa: C901 one arm for each way to state a line
    draw: st.DrawFn, numbers: st.SearchStrategy[float], *, may_be_unknown: bool = True
) -> dict[str, Any]:
    """What a line is worth, in one of the ways to say it, with its years."""
    shapes = ["amount", "total", "by year", "priced", "framework", "priced by year", "volume"]
    shape = draw(st.sampled_from([*shapes, "unknown"] if may_be_unknown else shapes))
    fields: dict[str, Any] = {"amount": None, "years": draw(years())}
    if shape in ("amount", "total", "by year", "unknown"):
        fields["price_year"] = draw(st.sampled_from((*PRICE_YEARS, None)))
    positive = numbers.map(abs)
    match shape:
        case "amount":
            fields["amount"] = draw(estimates(numbers))
        case "total":
            fields["amount"] = Estimate(total=draw(numbers), over=fields["years"])
        case "by year":
            fields["years"] = draw(by_year(numbers))
        case "priced":
            fields |= _counted(draw(estimates(numbers)), draw(own_prices(positive)))
        case "framework":
            price = UnitPrice(id=draw(st.sampled_from(("bed-day", "qaly"))))
            fields |= _counted(draw(estimates(numbers)), price)
        case "priced by year":
            fields |= {"years": draw(by_year(numbers)), "unit_value": draw(own_prices(positive))}
        case "volume":
            name = draw(st.sampled_from(("visits", "stays")))
            fields |= _counted(Estimate(volume=name), draw(own_prices(positive)))
        case _:
            fields |= draw(unknown())
    return fields


@cache
@st.composite
def unknown(draw: st.DrawFn) -> dict[str, Any]:
    """An amount without a value: not stated, or in prices of a year that no index reaches."""
    if draw(st.booleans()):
        return {"amount": unstated()}
    return {"amount": number(10), "price_year": OUTSIDE}


def _counted(quantity: Estimate, price: UnitPrice) -> dict[str, Any]:
    return {"quantity": quantity, "unit": "bed-day", "unit_value": price}


@cache
@st.composite
def cost_lines(draw: st.DrawFn, name: str, *, may_be_unknown: bool = True) -> CostLine:
    """A cost of any shape."""
    return builders.cost(
        id=name,
        label=name,
        paid_by=draw(st.sampled_from(PARTIES)),
        grade=draw(st.sampled_from((1, 3, 6, None))),
        **draw(money(COSTS, may_be_unknown=may_be_unknown)),
    )


@cache
@st.composite
def benefit_lines(draw: st.DrawFn, name: str, *, may_be_unknown: bool = True) -> BenefitLine:
    """A benefit, a disbenefit or a transfer of any shape."""
    kind = draw(st.sampled_from(Kind))
    fields = draw(money(AMOUNTS, may_be_unknown=may_be_unknown))
    if fields.get("quantity") and not fields["quantity"].volume and draw(st.integers(0, 4)) == 0:
        fields |= {
            "quantity": None,
            "from_measure": FromMeasure(
                measure="visits", exposure=3, per_unit=0.5, net_of_controls=draw(st.booleans())
            ),
        }
    return builders.benefit(
        id=name,
        label=name,
        kind=kind,
        gained_by=draw(st.sampled_from(PARTIES)),
        from_party=draw(st.sampled_from(PARTIES)) if kind.is_transfer else None,
        grade=draw(st.sampled_from((1, 3, 6, None))),
        **{
            share: draw(st.one_of(st.none(), estimates(SHARES)))
            for share in ("attribution", "deadweight", "displacement", "drop_off")
        },
        **fields,
    )


@cache
@st.composite
def ledgers(draw: st.DrawFn, lines: tuple[str, ...]) -> tuple[LedgerEntry, ...]:
    """Actual amounts of one line, month by month, for about a year or two, some missing."""
    if not lines or draw(st.integers(0, 2)):
        return ()
    line, months = draw(st.sampled_from(lines)), draw(st.integers(10, 26))
    one: st.SearchStrategy[float | None] = COSTS
    if draw(st.booleans()):
        one = st.one_of(COSTS, COSTS, COSTS, st.none())
    actuals = draw(st.lists(one, min_size=months, max_size=months))
    return tuple(
        LedgerEntry(
            month=PartialDate(year=2023 + (3 + at) // 12, month=(3 + at) % 12 + 1),
            line=line,
            actual=actual,
        )
        for at, actual in enumerate(actuals)
    )


@cache
@st.composite
def printed_figures(draw: st.DrawFn, lines: tuple[str, ...]) -> Printed:
    """A figure of any sort that a source might print about these lines."""
    named = draw(st.lists(st.sampled_from(lines), unique=True)) if lines else []
    return Printed(
        label="Printed",
        source="ledger",
        of=draw(st.sampled_from(PrintedOf)),
        value=1,
        undiscounted=draw(st.booleans()),
        perspective=draw(st.sampled_from(Perspective)),
        horizon=draw(st.one_of(st.none(), st.integers(1, 12))),
        lines=tuple(named),
    )


@st.composite
def cases(
    draw: st.DrawFn, *, may_be_unknown: bool = True, horizons: st.SearchStrategy[int] = HORIZONS
) -> Case:
    """A case of any shape; every line has a value unless it `may_be_unknown`."""
    costs = [
        draw(cost_lines(f"c{at}", may_be_unknown=may_be_unknown))
        for at in range(draw(st.integers(0, 3)))
    ]
    benefits = [
        draw(benefit_lines(f"b{at}", may_be_unknown=may_be_unknown))
        for at in range(draw(st.integers(0, 4)))
    ]
    is_silent = may_be_unknown and not costs and draw(st.booleans())
    names = (*(line.id for line in costs), *(line.id for line in benefits))
    return builders.case(
        costs=None if is_silent else tuple(costs),
        benefits=tuple(benefits),
        volumes={
            "visits": draw(estimates(COSTS)),
            "stays": draw(estimates(COSTS)),
        },
        measures=(MEASURE,),
        entries=draw(ledgers(names)),
        printed=tuple(draw(st.lists(printed_figures(names), max_size=3))),
        basis={
            "horizon": draw(horizons),
            "discounting": draw(st.sampled_from(("green-book-2026", "none", None))),
            "price_index": draw(st.sampled_from((None, "deflator", "none"))),
        },
    )
