"""What a month of delay costs, year by year: each flow × the part of its factor that is lost."""

from collections.abc import Iterable, Iterator
from itertools import product

from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.delay import MONTHS
from civalue_build.appraise.explain.basis import discount
from civalue_build.appraise.explain.ends import turned
from civalue_build.appraise.explain.parts import Parts
from civalue_build.model.appraisal import Delay, Figure, Undefined
from civalue_build.model.enums import Side, Stream
from civalue_build.model.explained import Explained, How, Sort, What

_SIDES = (Side.BENEFIT, Side.COST)


def delay(parts: Parts, chosen: Iterable[Booking], found: Delay) -> None:
    """Put down the cost of delay, as claimed and corrected, from the flows of each year."""
    writer = _Delay(parts, tuple(booking for booking in chosen if not booking.why))
    for name, view, figure in (
        ("claimed", What.CLAIMED, found.claimed),
        ("corrected", What.CORRECTED, found.corrected),
    ):
        writer.write(name, view, figure)


class _Delay:
    def __init__(self, parts: Parts, chosen: tuple[Booking, ...]) -> None:
        self.parts, self.book, self.years = parts, parts.book, parts.ground.horizon
        self.chosen = chosen

    def write(self, name: str, view: What, figure: Figure) -> None:
        undefined = isinstance(figure, Undefined)
        terms = () if undefined else tuple(self._terms(name, view))
        key, sort = f"delay.{name}", Sort.MONEY
        self.book.made(key, What.DELAY, sort, How.SUM, terms, figure=figure)

    def _terms(self, name: str, view: What) -> Iterator[Explained]:
        """Yield what every year loses: benefits, and what costs save by coming later."""
        for year, side, stream in product(range(self.years), _SIDES, Stream):
            flows = tuple(self._flows(view, year, side, stream))
            if flows:
                key, part = f"delay.{name}.{year}.{side}.{stream}", self._part(stream, side, year)
                yield self._lost(key, flows, part, side)

    def _flows(self, view: What, year: int, side: Side, stream: Stream) -> Iterator[Explained]:
        for booking in self.chosen:
            if booking.side is side and booking.line.stream is stream:
                flow = self.parts.in_year(booking, view, year)
                if flow is not None:
                    yield flow

    def _lost(
        self, name: str, flows: tuple[Explained, ...], part: Explained, side: Side
    ) -> Explained:
        made, money, year = self.book.made, Sort.MONEY, part.year
        what = What.COSTS if side is Side.COST else What.BENEFITS
        flow = made(f"{name}.flow", what, money, How.SUM, flows, year=year)
        terms = (flow, part)
        lost = made(name, What.DELAYED, money, How.PRODUCT, terms, of=side.value, year=year)
        return turned(self.book, lost) if side is Side.COST else lost

    def _part(self, stream: Stream, side: Side, year: int) -> Explained:
        """Return a month's part of a year's factor; benefits of the last year lose a whole one."""
        book, name, of = self.book, f"delay.factors.{stream}.{year}", stream.value
        sort, ratio = Sort.FACTOR, How.RATIO
        taken = self._factor(stream, year)
        if side is Side.COST or year < self.years - 1:
            both, step = (taken, self._factor(stream, year + 1)), What.DISCOUNT_STEP
            taken = book.made(f"{name}.step", step, sort, How.DIFFERENCE, both, of=of, year=year)
        else:
            name = f"{name}.last"
        twelve = book.leaf(
            "delay.months", What.MONTHS, Sort.QUANTITY, MONTHS, None, how=How.COUNTED
        )
        part = What.MONTH_OF_FACTOR
        return book.made(name, part, sort, ratio, (taken, twelve), of=of, year=year)

    def _factor(self, stream: Stream, year: int) -> Explained:
        return discount(self.book, self.parts.ground, stream, year)
