"""The figures of an account whose lines stand at ends of the ranges of their inputs."""

from collections.abc import Iterator, Sequence

from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.explain.ends import turned
from civalue_build.appraise.explain.moved import Moved
from civalue_build.model.enums import Side
from civalue_build.model.explained import Explained, How, Sort, What

_NETS = (What.NPV, What.NET)
_COSTS = (What.COSTS, What.PV_COSTS)
_BENEFITS = (What.BENEFITS, What.PV_BENEFITS)


class MovedAccount:
    """Writes figures of the bookings that one account counts, in one view and so many years."""

    def __init__(self, moved: Moved, chosen: Sequence[Booking], view: What, years: int) -> None:
        self.moved, self.book, self.chosen = moved, moved.book, chosen
        self.view, self.years = view, years

    def of(self, what: What) -> Explained:
        """Return costs, benefits, their difference, a ratio of both, or the time to pay back."""
        if what is What.PAYBACK_YEARS:
            return self._made(what, Sort.YEARS, How.PAYBACK, tuple(self._flows()))
        costs, benefits = self._side(Side.COST), self._side(Side.BENEFIT)
        if what in _COSTS:
            return costs
        if what in _BENEFITS:
            return benefits
        if what in _NETS:
            return self._made(what, Sort.MONEY, How.DIFFERENCE, (benefits, costs))
        both, per_pound = (benefits, costs), What.RETURN_PER_POUND
        ratio = self._made(per_pound, Sort.RATIO, How.RATIO, both)
        if what is per_pound:
            return ratio
        return self._made(what, Sort.RATIO, How.LESS_ONE, (ratio,))

    def _side(self, side: Side) -> Explained:
        terms = tuple(
            self._signed(booking, self.moved.whole(booking.line.id, self.view, self.years))
            for booking in self.chosen
            if booking.side is side and booking.by_year
        )
        what = What.COSTS if side is Side.COST else What.BENEFITS
        return self._made(what, Sort.MONEY, How.SUM, terms)

    def _flows(self) -> Iterator[Explained]:
        for year in range(self.years):
            for side in (Side.COST, Side.BENEFIT):
                what = What.COSTS if side is Side.COST else What.BENEFITS
                terms = tuple(self._in_year(side, year))
                name = f"{self.moved.tag}.by-year.{year}.{side}"
                yield self.book.made(name, what, Sort.MONEY, How.SUM, terms, year=year)

    def _in_year(self, side: Side, year: int) -> Iterator[Explained]:
        for booking in self.chosen:
            if booking.side is side and any(item.year == year for item in booking.by_year):
                node = self.moved.year(booking.line.id, self.view, year)
                yield self._signed(booking, node)

    def _signed(self, booking: Booking, node: Explained) -> Explained:
        return node if booking.sign > 0 else turned(self.book, node)

    def _made(self, what: What, sort: Sort, how: How, terms: tuple[Explained, ...]) -> Explained:
        return self.book.made(f"{self.moved.tag}.account.{what}", what, sort, how, terms)
