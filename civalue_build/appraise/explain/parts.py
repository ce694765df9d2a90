"""What one booking of a line gives to a sum: a line's amounts, or the same as a payer's loss."""

from collections.abc import Iterable

from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.explain.basis import correction
from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.ground import Ground
from civalue_build.model.appraisal import YearValue
from civalue_build.model.explained import Explained, How, Sort, What, of_line

_LATER = {
    What.CORRECTED: What.CLAIMED,
    What.DISCOUNTED_CORRECTED: What.DISCOUNTED,
}
"""What is corrected for evidence in each view that is."""


class Parts:
    """Finds what a booking gives in one view: claimed, corrected, or either discounted."""

    def __init__(self, book: Book, ground: Ground) -> None:
        self.book, self.ground = book, ground

    def of(self, booking: Booking, view: What, years: int) -> Explained | None:
        """Return what a booking gives in the first so many years; none where it gives nothing."""
        items = [item for item in booking.by_year if item.year < years]
        if not items:
            return None
        line = booking.line.id
        own = self._over(booking, view, items, years)
        if booking.sign > 0:
            return own
        kind = f"loss.{own.id.removeprefix(f'lines.{line}.')}"
        return self.book.made(of_line(line, kind), view, Sort.MONEY, How.LOSS, (own,), of=line)

    def in_year(self, booking: Booking, view: What, year: int) -> Explained | None:
        """Return what a booking gives in one year; none where it gives nothing."""
        item = next((item for item in booking.by_year if item.year == year), None)
        if item is None:
            return None
        own, line = self._year(booking, view, item), booking.line.id
        if booking.sign > 0:
            return own
        kind = f"loss.{own.id.removeprefix(f'lines.{line}.')}"
        loss = How.LOSS
        return self.book.made(
            of_line(line, kind), view, Sort.MONEY, loss, (own,), of=line, year=year
        )

    def all_of(self, bookings: Iterable[Booking], view: What, years: int) -> tuple[Explained, ...]:
        """Return what bookings give in the first so many years, without those that give nothing."""
        found = (self.of(booking, view, years) for booking in bookings)
        return tuple(part for part in found if part)

    def _over(self, booking: Booking, view: What, items: list[YearValue], years: int) -> Explained:
        alone = "alone." if _is_alone(booking, view) else ""
        first = "" if len(items) == len(booking.by_year) else f"first-{years}."
        name = of_line(booking.line.id, f"{alone}{first}{view}")
        known = self.book.nodes.get(name)
        if known is not None:
            return known
        terms = tuple(self._year(booking, view, item) for item in items)
        return self.book.made(name, view, Sort.MONEY, How.SUM, terms, of=booking.line.id)

    def _year(self, booking: Booking, view: What, item: YearValue) -> Explained:
        line, nodes = booking.line, self.book.nodes
        if not _is_alone(booking, view):
            return nodes[of_line(line.id, view, item.year)]
        name = of_line(line.id, f"alone.{view}", item.year)
        if name in nodes:
            return nodes[name]
        grade = self.ground.framework.grades.of(line.grade)
        by = correction(self.book, grade, line.side, -item.claimed)
        claimed = nodes[of_line(line.id, _LATER[view], item.year)]
        terms = (claimed, by)
        figure = item.corrected if view is What.CORRECTED else item.discounted_corrected
        return self.book.made(
            name, view, Sort.MONEY, How.PRODUCT, terms, figure=figure, of=line.id, year=item.year
        )


def _is_alone(booking: Booking, view: What) -> bool:
    """Whether a payer's loss is corrected by itself, because who gains is not counted."""
    return booking.sign < 0 and booking.by_year is booking.alone and view in _LATER
