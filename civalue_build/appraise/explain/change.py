"""By how much a measure changed, from what was observed before and after."""

from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.measures import before_and_after
from civalue_build.model.case import Case
from civalue_build.model.enums import Better
from civalue_build.model.explained import Explained, How, Origin, Sort, What, Where
from civalue_build.model.lines import FromMeasure
from civalue_build.model.measures import Measure


def net_change(book: Book, case: Case, stated: FromMeasure) -> Explained:
    """Return the change that a quantity is taken from: less that of the controls, where it is.

    Raises StopIteration where there is no such measure.
    """
    identifier = stated.measure
    own = change(book, case, identifier)
    measure = next(item for item in case.measures if item.id == identifier)
    controls = measure.effect.controls if measure.effect else None
    if controls is None or not stated.net_of_controls:
        return own
    key = f"measures.{identifier}.net-change"
    if key in book.nodes:
        return book.nodes[key]
    terms = (own, _controls(book, measure, controls))
    return book.made(key, What.NET_CHANGE, Sort.QUANTITY, How.DIFFERENCE, terms, of=identifier)


def _controls(book: Book, measure: Measure, stated: float) -> Explained:
    """Return the favourable change where the work was not done."""
    at = f"measures.{measure.id}.effect.controls"
    origin = Origin(Where.CASE, at, measure.source or "")
    found = book.leaf(at, What.CONTROLS, Sort.QUANTITY, stated, origin, of=measure.id)
    if measure.better is Better.HIGHER:
        return found
    key, loss = f"measures.{measure.id}.controls", How.LOSS
    return book.made(key, What.CONTROLS, Sort.QUANTITY, loss, (found,), of=measure.id)


def change(book: Book, case: Case, identifier: str) -> Explained:
    """Return the favourable change of a measure. Raises StopIteration where there is no such."""
    measure = next(item for item in case.measures if item.id == identifier)
    key = f"measures.{identifier}.change"
    if key in book.nodes:
        return book.nodes[key]
    both = _means(book, case, measure) or _observed(book, measure)
    if both:
        before, after = both
        terms = (after, before) if measure.better is Better.HIGHER else (before, after)
        return book.made(key, What.CHANGE, Sort.QUANTITY, How.DIFFERENCE, terms, of=identifier)
    how = How.SAME if measure.better is Better.HIGHER else How.LOSS
    effect = (_effect(book, measure),)
    return book.made(key, What.CHANGE, Sort.QUANTITY, how, effect, of=identifier)


def _means(book: Book, case: Case, measure: Measure) -> tuple[Explained, Explained] | None:
    before, after = before_and_after(measure, case.series.get(measure.id, measure.points))
    if not before or not after:
        return None
    return (
        _mean(book, measure, What.BEFORE, before),
        _mean(book, measure, What.AFTER, after),
    )


def _mean(book: Book, measure: Measure, what: What, values: list[float]) -> Explained:
    at = f"measures.{measure.id}.series" if measure.series else f"measures.{measure.id}.points"
    origin = Origin(Where.CASE, at, measure.source or "")
    key = f"measures.{measure.id}.{what}"
    points = tuple(
        book.leaf(f"{key}.{place}", What.POINT, Sort.QUANTITY, value, origin, of=measure.id)
        for place, value in enumerate(values, start=1)
    )
    return book.made(key, what, Sort.QUANTITY, How.MEAN, points, of=measure.id)


def _observed(book: Book, measure: Measure) -> tuple[Explained, Explained] | None:
    if measure.before is None or measure.after is None:
        return None
    return (
        _stated(book, measure, What.BEFORE, measure.before.value),
        _stated(book, measure, What.AFTER, measure.after.value),
    )


def _effect(book: Book, measure: Measure) -> Explained:
    if measure.effect is None:
        raise KeyError(measure.id)
    return _stated(book, measure, What.EFFECT, measure.effect.value)


def _stated(book: Book, measure: Measure, what: What, value: float) -> Explained:
    key = f"measures.{measure.id}.{what}"
    origin = Origin(Where.CASE, key, measure.source or "")
    return book.leaf(key, what, Sort.QUANTITY, value, origin, of=measure.id)
