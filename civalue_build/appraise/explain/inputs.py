"""The numbers that a case rests on, each with the place where it is stated."""

from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.explain.change import net_change
from civalue_build.appraise.ground import Ground
from civalue_build.model.estimate import Estimate
from civalue_build.model.explained import Explained, How, Origin, Sort, What, Where
from civalue_build.model.lines import BenefitLine, FromMeasure, Line
from civalue_build.model.reference import DatedValue

VOLUMES, UNIT_VALUES = "volumes.", "unit-values."


def number(  # noqa: PLR0913 what it is, and all that may state it
    book: Book, ground: Ground, line: Line, key: str, *, what: What, sort: Sort
) -> Explained:
    """Return the number of a line under its key: as stated, or worked out from what is.

    Raises KeyError for a key under which the case has no number.
    """
    known = book.nodes.get(key)
    if known is not None:
        return _seen_as(known, what, sort)
    if key.startswith(UNIT_VALUES):
        entry = ground.prices.get(key.removeprefix(UNIT_VALUES))
        if entry is not None:
            return price_of(book, key, entry)
    if what is What.QUANTITY and isinstance(line, BenefitLine) and line.from_measure:
        return _measured(book, ground, line, line.from_measure, key)
    stated = _estimate(ground, line, key)
    origin = Origin(Where.CASE, key, _source(line, what))
    return _worked(book, key, what, sort, stated, origin=origin)


def _seen_as(known: Explained, what: What, sort: Sort) -> Explained:
    """Return a number as a line uses it: a shared volume may be a share here, an amount there."""
    if known.what is what or not known.id.startswith(VOLUMES):
        return known
    terms = tuple(t._replace(sort=sort) if t.sort is known.sort else t for t in known.terms)
    return known._replace(what=what, sort=sort, terms=terms)


def price_of_year(book: Book, ground: Ground, key: str, year: int) -> Explained:
    """Return the framework's price for one year of the case. Raises KeyError where it has none."""
    identifier, calendar = key.removeprefix(UNIT_VALUES), ground.case.calendar_year(year)
    entry = ground.framework.unit_values[identifier].of_year(calendar)
    if entry is None:
        raise KeyError(key)
    origin = Origin(Where.UNIT_VALUE, identifier)
    price, name = What.PRICE, f"{key}.{calendar}"
    return _worked(book, name, price, Sort.PRICE, entry.value, origin=origin, of=identifier)


def _source(line: Line, what: What) -> str:
    price = line.unit_value
    if what is What.PRICE and price and price.source:
        return price.source
    return line.source


def price_of(book: Book, key: str, entry: DatedValue) -> Explained:
    """Return a unit value of the framework under its key."""
    if key in book.nodes:
        return book.nodes[key]
    identifier = key.removeprefix(UNIT_VALUES)
    origin = Origin(Where.UNIT_VALUE, identifier)
    return _worked(book, key, What.PRICE, Sort.PRICE, entry.value, origin=origin, of=identifier)


def _estimate(ground: Ground, line: Line, key: str) -> Estimate:
    if key.startswith(VOLUMES):
        return ground.case.volumes[key.removeprefix(VOLUMES)]
    name = key.removeprefix("costs.").removeprefix("benefits.").removeprefix(f"{line.id}.")
    if name == "unit_value":
        found = line.unit_value.amount if line.unit_value else None
    elif name.startswith("years."):
        found = {f"years.{item.year}": item.value for item in line.years.by_year}[name]
    else:
        found = getattr(line, name)
    if found is None:
        raise KeyError(key)
    return found


def _worked(  # noqa: PLR0913 what it is, and where it is stated
    book: Book,
    key: str,
    what: What,
    sort: Sort,
    stated: Estimate,
    *,
    origin: Origin,
    of: str = "",
) -> Explained:
    if stated.total is not None:
        years = len(tuple(stated.over or ())) or 1
        total = book.leaf(f"{key}.total", What.TOTAL, sort, stated.total, origin)
        over = book.leaf(f"{key}.over", What.YEARS, Sort.YEARS, years, origin)
        return book.made(key, what, sort, How.RATIO, (total, over), of=of)
    if stated.central is not None:
        return book.leaf(key, what, sort, stated.central, origin, of=of)
    low = book.leaf(f"{key}.low", What.LOW, sort, stated.low or 0.0, origin)
    high = book.leaf(f"{key}.high", What.HIGH, sort, stated.high or 0.0, origin)
    return book.made(key, what, sort, How.MEAN, (low, high), of=of)


def _measured(book: Book, ground: Ground, line: Line, stated: FromMeasure, key: str) -> Explained:
    origin = Origin(Where.CASE, f"{key.removesuffix('.quantity')}.from_measure", line.source)
    quantity = Sort.QUANTITY
    return book.made(
        key,
        What.QUANTITY,
        quantity,
        How.PRODUCT,
        (
            net_change(book, ground.case, stated),
            book.leaf(f"{key}.exposure", What.EXPOSURE, quantity, stated.exposure, origin),
            book.leaf(f"{key}.per_unit", What.PER_UNIT, quantity, stated.per_unit, origin),
        ),
    )
