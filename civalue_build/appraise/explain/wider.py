"""What only society counts, and what the NHS's money could have done elsewhere."""

from collections.abc import Iterable, Mapping

from civalue_build.appraise.explain.basis import discount, price_factor
from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.explain.inputs import UNIT_VALUES, price_of
from civalue_build.appraise.explain.lines import LineBook
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.wider import is_health
from civalue_build.model.appraisal import Appraisal, Figure, Undefined
from civalue_build.model.enums import Perspective, Stream
from civalue_build.model.explained import Explained, How, Sort, What, of_line, of_result
from civalue_build.model.worth import CostPerQaly, Forgone, HealthAndWider, OpportunityCost


def wider(
    book: Book, ground: Ground, lines: Mapping[str, LineBook], found: HealthAndWider | None
) -> None:
    """Put down the sums of health, experience and wider value, and the units of each line."""
    if found is None:
        return
    valued = [item for item in found.items if not isinstance(item.claimed, Undefined)]
    sums: tuple[tuple[str, What, Figure], ...] = (
        ("claimed", What.DISCOUNTED, found.claimed),
        ("corrected", What.DISCOUNTED_CORRECTED, found.corrected),
    )
    for name, view, figure in sums:
        terms = tuple(t for i in valued if (t := book.nodes.get(of_line(i.line, view))))
        book.made(f"wider.{name}", What.BENEFITS, Sort.MONEY, How.SUM, terms, figure=figure)
    for item in found.items:
        if item.units:
            counted, line = item.units, lines[item.line]
            _counted(book, ground, line, counted.unit, (counted.total, counted.discounted))


def _counted(
    book: Book, ground: Ground, line: LineBook, unit: str, figures: tuple[float, float]
) -> None:
    years, of = sorted(line.chain.units), line.line.id
    own = tuple(line.own_units(year) for year in years)
    now = tuple(
        book.made(
            of_line(of, "units-now", node.year), What.UNITS_NOW, Sort.QUANTITY, How.PRODUCT,
            (node, discount(book, ground, _stream(ground, line, unit), node.year or 0)),
            of=of, year=node.year,
        )
        for node in own
    )  # fmt: skip
    total, discounted = figures
    quantity = Sort.QUANTITY
    book.made(f"wider.{of}.units", What.UNITS, quantity, How.SUM, own, figure=total, of=of)
    book.made(
        f"wider.{of}.units-now", What.UNITS_NOW, quantity, How.SUM, now, figure=discounted, of=of
    )


def _stream(ground: Ground, line: LineBook, unit: str) -> Stream:
    price = line.chain.terms.price
    if not isinstance(price, Undefined):
        return price.stream
    return Stream.HEALTH if is_health(ground, unit) else Stream.MONEY


def forgone(book: Book, ground: Ground, found: Appraisal) -> None:
    """Put down the QALYs that the headline's costs, and its net cost, would gain elsewhere."""
    cost = found.opportunity_cost
    if not isinstance(cost, OpportunityCost):
        return
    prices = _prices(book, ground, cost.rates)
    for name, item in (
        ("cost.claimed", cost.of_cost),
        ("cost.corrected", cost.of_cost_corrected),
        ("net-cost.claimed", cost.of_net_cost),
        ("net-cost.corrected", cost.of_net_cost_corrected),
    ):
        if isinstance(item, Forgone):
            _forgone(book, ground, name, item, prices)


def _forgone(
    book: Book, ground: Ground, name: str, item: Forgone, prices: tuple[Explained, ...]
) -> None:
    what, _, view = name.partition(".")
    of = What.PV_COSTS if what == "cost" else What.NPV
    amount = book.nodes[of_result(Perspective.NHS, ground.horizon, view, of)]
    if what == "net-cost":
        key = f"forgone.{name}"
        amount = book.made(key, What.NET_COST, Sort.MONEY, How.LOSS, (amount,), figure=item.amount)
    for end, figure, price in (("low", item.low, prices[-1]), ("high", item.high, prices[0])):
        terms = (amount, price)
        book.made(
            f"forgone.{name}.{end}", What.FORGONE, Sort.QUANTITY, How.RATIO, terms, figure=figure
        )


def _prices(book: Book, ground: Ground, rates: Iterable[CostPerQaly]) -> tuple[Explained, ...]:
    """Return what a QALY costs elsewhere at the case's prices, cheapest first."""
    known = [(rate.amount, rate) for rate in rates if not isinstance(rate.amount, Undefined)]
    ordered = sorted(known, key=lambda pair: pair[0])
    return tuple(_price(book, ground, rate, amount) for amount, rate in ordered if amount > 0)


def _price(book: Book, ground: Ground, rate: CostPerQaly, amount: float) -> Explained:
    value = ground.framework.unit_values[rate.unit_value]
    entry = ground.case.entry_of(value)
    if entry is None:
        raise KeyError(rate.unit_value)
    printed = price_of(book, f"{UNIT_VALUES}{rate.unit_value}", entry)
    terms: tuple[Explained, ...] = (printed,)
    if amount != rate.printed:
        ratio, index = amount / rate.printed, ground.framework.default_price_index
        terms += (price_factor(book, ground, entry.price_year, ratio, index),)
    key = f"forgone.prices.{rate.unit_value}"
    of = rate.unit_value
    return book.made(key, What.COST_PER_QALY, Sort.PRICE, How.PRODUCT, terms, figure=amount, of=of)
