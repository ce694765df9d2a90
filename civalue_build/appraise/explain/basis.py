"""What every line rests on: prices of other years, discount factors, corrections for evidence."""

from civalue_build.appraise.discounting import rate
from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.ground import Ground
from civalue_build.model.enums import Side, Stream
from civalue_build.model.estimate import PriceYear
from civalue_build.model.explained import Explained, How, Origin, Sort, What, Where
from civalue_build.model.reference import Grade


def price_factor(
    book: Book, ground: Ground, year: PriceYear, figure: float, index: str | None = None
) -> Explained:
    """Return what brings prices of a year to those of the case: one index level ÷ another.

    `index` is the price index where it is not that of the case.
    """
    name = index or ground.basis.price_index or ground.framework.default_price_index
    key = f"price-factors.{name}.{year.label}"
    if key in book.nodes:
        return book.nodes[key]
    levels = tuple(_level(book, ground, name, of) for of in (ground.basis.price_year, year))
    return book.made(
        key, What.PRICE_FACTOR, Sort.FACTOR, How.RATIO, levels, figure=figure, of=year.label
    )


def _level(book: Book, ground: Ground, name: str, year: PriceYear) -> Explained:
    level = ground.framework.price_indices[name].level(year) or 0.0
    return book.leaf(
        f"price-indices.{name}.{year.label}",
        What.INDEX_LEVEL,
        Sort.FACTOR,
        level,
        Origin(Where.PRICE_INDEX, name),
        of=year.label,
    )


def discount(book: Book, ground: Ground, stream: Stream, year: int) -> Explained:
    """Return the discount factor of a year: that of the year before ÷ (1 + the year's rate)."""
    key = f"discount.{stream}.{year}"
    if key in book.nodes:
        return book.nodes[key]
    of, known = stream.value, ground.discount[stream]
    if year == 0:
        return book.leaf(
            key, What.DISCOUNT_FACTOR, Sort.FACTOR, known[0], None, how=How.TAKEN, of=of, year=0
        )
    figure = known[year] if year < len(known) else None
    terms = discount(book, ground, stream, year - 1), _rate(book, ground, stream, year)
    return book.made(
        key, What.DISCOUNT_FACTOR, Sort.FACTOR, How.DISCOUNT, terms, figure=figure, of=of, year=year
    )


def _rate(book: Book, ground: Ground, stream: Stream, year: int) -> Explained:
    known, default = ground.framework.schedules, ground.framework.default_discounting
    name = ground.basis.discounting or default
    schedule = known.get(name, known[default])
    is_health = stream is Stream.HEALTH and bool(schedule.health)
    return book.leaf(
        f"rates.{stream}.{year}",
        What.RATE,
        Sort.SHARE,
        rate(schedule.health if is_health else schedule.money, year),
        Origin(Where.DISCOUNT_SCHEDULE, name if name in known else default),
        of=stream.value,
        year=year,
    )


def correction(book: Book, grade: Grade, side: Side, claimed: float) -> Explained:
    """Return 1 + the correction of an amount: what lowers a net present value is raised."""
    lowers = side is Side.COST or claimed < 0
    which = Side.COST if lowers else Side.BENEFIT
    key = f"grades.{grade.grade}.{which}"
    if key in book.nodes:
        return book.nodes[key]
    stated = book.leaf(
        f"{key}.stated",
        What.CORRECTION,
        Sort.SHARE,
        grade.cost_correction if lowers else grade.benefit_correction,
        Origin(Where.EVIDENCE_GRADE, str(grade.grade)),
        of=which.value,
    )
    name = str(grade.grade)
    return book.made(key, What.CORRECTED_BY, Sort.FACTOR, How.RAISED, (stated,), of=name)
