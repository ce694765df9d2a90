"""The figures that a source prints, as they are computed from the lines of a case."""

from collections.abc import Iterable, Mapping, Sequence

from civalue_build.appraise.account import results
from civalue_build.appraise.bookings import Booking, counted
from civalue_build.appraise.explain.accounts import Account
from civalue_build.appraise.explain.ends import Ends
from civalue_build.appraise.explain.lines import LineBook
from civalue_build.appraise.explain.moved import Moved
from civalue_build.appraise.explain.moved_account import MovedAccount
from civalue_build.appraise.explain.parts import Parts
from civalue_build.appraise.ground import Ground
from civalue_build.model.appraisal import Figure, Reproduction, Undefined
from civalue_build.model.enums import PrintedOf, Side
from civalue_build.model.evidence import Printed
from civalue_build.model.explained import Explained, How, Sort, What, of_ends, of_line, of_result

_OF_ACCOUNT = {
    PrintedOf.COSTS: (What.PV_COSTS, What.COSTS),
    PrintedOf.BENEFITS: (What.PV_BENEFITS, What.BENEFITS),
    PrintedOf.NPV: (What.NPV, What.NET),
    PrintedOf.RETURN_PER_POUND: (What.RETURN_PER_POUND, What.RETURN_PER_POUND),
    PrintedOf.NET_RETURN: (What.NET_RETURN, What.RETURN_PER_POUND),
    PrintedOf.PAYBACK: (What.PAYBACK_YEARS, What.PAYBACK_YEARS),
}
"""The figure of an account that each is, discounted and as a plain sum."""


def printed(  # noqa: PLR0913, PLR0917 a case as booked, and its ends
    parts: Parts,
    ground: Ground,
    lines: Mapping[str, LineBook],
    booked: Sequence[Booking],
    ends: Ends,
    found: Iterable[Reproduction],
) -> None:
    """Put down the computed side of every printed figure, and the ends of its range."""
    for place, (item, done) in enumerate(zip(ground.case.printed, found, strict=True), start=1):
        maker = Maker(parts, ground, lines, booked, item)
        _put(maker, f"printed.{place}", done.computed[0])
        asked = (("low", item.low), ("high", item.high))
        for figure, at, (which, wanted) in zip(done.computed[1:], done.at, asked, strict=True):
            if wanted is not None and at:
                name = of_ends(place, which)
                moved = ends.moved(at, name)
                _put(MovedMaker(parts, ground, lines, booked, item, moved), name, figure)


def _put(maker: "Maker", name: str, figure: Figure) -> None:
    how, terms = (How.SAME, ()) if isinstance(figure, Undefined) else maker.made()
    maker.parts.book.made(name, What.PRINTED, maker.sort, how, terms, figure=figure)


class Maker:
    """Makes one printed figure from what the lines of a case come to."""

    def __init__(
        self,
        parts: Parts,
        ground: Ground,
        lines: Mapping[str, LineBook],
        booked: Sequence[Booking],
        item: Printed,
    ) -> None:
        self.parts, self.ground, self.booked, self.item = parts, ground, booked, item
        self.named = [line for name, line in lines.items() if name in item.lines]
        self.tag = ""

    @property
    def sort(self) -> Sort:
        """What kind of number it is."""
        of = self.item.of
        if of in (PrintedOf.RETURN_PER_POUND, PrintedOf.NET_RETURN):
            return Sort.RATIO
        if of in (PrintedOf.QUANTITY, PrintedOf.BREAK_EVEN):
            return Sort.QUANTITY
        return Sort.YEARS if of is PrintedOf.PAYBACK else Sort.PRICE

    def made(self) -> tuple[How, tuple[Explained, ...]]:
        """Return the operation and the terms that give the figure."""
        of = self.item.of
        if of in _OF_ACCOUNT:
            return self._of_account(of)
        if of is PrintedOf.BREAK_EVEN:
            price = self._prices("break-even")
            return How.RATIO, (self._account(What.COSTS), price)
        if of is PrintedOf.UNIT_VALUES:
            return How.SUM, self._signed([self._price(line) for line in self.named])
        if of is PrintedOf.QUANTITY:
            return How.SUM, tuple(self._quantity(line) for line in self.named)
        return How.SUM, self._signed([self._claimed(line.line.id) for line in self.named])

    def _claimed(self, line: str) -> Explained:
        return self.parts.book.nodes[of_line(line, What.CLAIMED)]

    def _price(self, line: LineBook) -> Explained:
        return line.price()

    def _of_account(self, of: PrintedOf) -> tuple[How, tuple[Explained, ...]]:
        present, plain = _OF_ACCOUNT[of]
        found = self._account(plain if self.item.undiscounted else present)
        is_net = of is PrintedOf.NET_RETURN and self.item.undiscounted
        return (How.LESS_ONE if is_net else How.SAME), (found,)

    def _account(self, what: What) -> Explained:
        """Return a figure of the account that the printed one is of, put down where it is new."""
        own, who = self.ground.horizon, self.item.perspective
        years = min(self.item.horizon or own, own)
        name = f"results.{who}.{years}"
        is_plain = self.item.undiscounted or self.item.of is PrintedOf.BREAK_EVEN
        key = of_result(who, years, "claimed", f"undiscounted.{what}" if is_plain else what)
        nodes = self.parts.book.nodes
        if key not in nodes:
            account = Account(self.parts, counted(self.ground.case, self.booked, who))
            (cell,) = results(self.ground.case, self.booked, who, (years,))
            account.write(name, years, cell.claimed, cell.corrected)
            account.pay_back(name, years, cell.claimed, cell.corrected)
        return nodes[key]

    def _prices(self, name: str) -> Explained:
        terms = self._signed([self._price(line) for line in self.named])
        key = f"{self.tag}{name}.{'+'.join(line.line.id for line in self.named)}"
        return self.parts.book.made(key, What.PRICE_BASED, Sort.PRICE, How.SUM, terms)

    def _signed(self, terms: Sequence[Explained]) -> tuple[Explained, ...]:
        """Costs alone are added up; costs beside benefits are taken off."""
        sides = [line.value.side for line in self.named]
        if all(side is Side.COST for side in sides):
            return tuple(terms)
        return tuple(
            self._loss(term) if side is Side.COST else term
            for term, side in zip(terms, sides, strict=True)
        )

    def _loss(self, term: Explained) -> Explained:
        key = f"{term.id}.loss"
        return self.parts.book.made(key, term.what, term.sort, How.LOSS, (term,), of=term.of)

    def _quantity(self, line: LineBook) -> Explained:
        terms = tuple(self._units(line, year) for year in line.chain.units)
        name, of = f"{self.tag}{of_line(line.line.id, What.QUANTITY)}", line.line.id
        quantity = What.QUANTITY
        return self.parts.book.made(name, quantity, Sort.QUANTITY, How.SUM, terms, of=of)

    def _units(self, line: LineBook, year: int) -> Explained:
        return line.units(year)


class MovedMaker(Maker):
    """Makes the same figure with inputs at ends of their ranges."""

    def __init__(  # noqa: PLR0913, PLR0917 a maker, and what is moved
        self,
        parts: Parts,
        ground: Ground,
        lines: Mapping[str, LineBook],
        booked: Sequence[Booking],
        item: Printed,
        moved: Moved,
    ) -> None:
        super().__init__(parts, ground, lines, booked, item)
        self.moved, self.tag = moved, f"{moved.tag}."

    def _claimed(self, line: str) -> Explained:
        return self.moved.whole(line, What.CLAIMED)

    def _price(self, line: LineBook) -> Explained:
        own = line.price()
        new = tuple(self._end(term) for term in own.terms)
        name, sort = f"{self.tag}{own.id}", Sort.PRICE
        return self.parts.book.made(name, own.what, sort, How.PRODUCT, new, of=own.of)

    def _units(self, line: LineBook, year: int) -> Explained:
        return self._end(line.units(year))

    def _end(self, node: Explained) -> Explained:
        return self.moved.at.get(node.id, node)

    def _account(self, what: What) -> Explained:
        """Return a figure of an account of moved lines, from its costs and its benefits."""
        own, who = self.ground.horizon, self.item.perspective
        years = min(self.item.horizon or own, own)
        is_plain = self.item.undiscounted or self.item.of is PrintedOf.BREAK_EVEN
        view = What.CLAIMED if is_plain else What.DISCOUNTED
        chosen = [b for b in counted(self.ground.case, self.booked, who) if not b.why]
        return MovedAccount(self.moved, chosen, view, years).of(what)
