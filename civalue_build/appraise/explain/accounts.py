"""Results from lines: costs, benefits, net value, both ratios and payback of one account."""

from collections.abc import Sequence

from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.explain.parts import Parts
from civalue_build.model.appraisal import Returns, Undefined, Undiscounted
from civalue_build.model.enums import Side
from civalue_build.model.explained import Explained, How, Sort, What, of_flow

VIEWS = {
    "claimed": (What.DISCOUNTED, What.CLAIMED),
    "corrected": (What.DISCOUNTED_CORRECTED, What.CORRECTED),
}
"""The amounts of lines behind each column, discounted and as plain sums."""


class Account:
    """Writes the figures of the bookings that one account counts."""

    def __init__(self, parts: Parts, chosen: Sequence[Booking]) -> None:
        self.book: Book = parts.book
        self.parts = parts
        self.costs = [b for b in chosen if b.side is Side.COST and not b.why]
        self.benefits = [b for b in chosen if b.side is Side.BENEFIT and not b.why]

    def write(self, name: str, years: int, claimed: Returns, corrected: Returns) -> None:
        """Put down all figures of the account but payback, over the first so many years."""
        self.nets(name, years, claimed, corrected)
        self.returns(name, claimed, corrected)
        self.plain(name, years, claimed, corrected)

    def nets(self, name: str, years: int, claimed: Returns, corrected: Returns) -> None:
        """Put down present values: costs, benefits and their difference, in both columns."""
        made, money = self.book.made, Sort.MONEY
        for view, found in (("claimed", claimed), ("corrected", corrected)):
            start = f"{name}.{view}"
            costs, benefits = self._sides(VIEWS[view][0], years)
            what, figure = What.PV_COSTS, found.pv_costs
            spent = made(f"{start}.pv_costs", what, money, How.SUM, costs, figure=figure)
            what, figure = What.PV_BENEFITS, found.pv_benefits
            gained = made(f"{start}.pv_benefits", what, money, How.SUM, benefits, figure=figure)
            both = (gained, spent)
            made(f"{start}.npv", What.NPV, money, How.DIFFERENCE, both, figure=found.npv)

    def returns(self, name: str, claimed: Returns, corrected: Returns) -> None:
        """Put down both ratios of present values that `nets` has put down."""
        nodes, what, ratio = self.book.nodes, What.NET_RETURN, Sort.RATIO
        for view, found in (("claimed", claimed), ("corrected", corrected)):
            start = f"{name}.{view}"
            both = nodes[f"{start}.pv_benefits"], nodes[f"{start}.pv_costs"]
            terms = (self._ratio(start, both, found),)
            net = found.net_return
            self.book.made(f"{start}.{what}", what, ratio, How.LESS_ONE, terms, figure=net)

    def plain(self, name: str, years: int, claimed: Returns, corrected: Returns) -> None:
        """Put down the account as plain sums, not discounted."""
        made, money = self.book.made, Sort.MONEY
        for view, whole in (("claimed", claimed), ("corrected", corrected)):
            start, found = f"{name}.{view}.undiscounted", whole.undiscounted
            costs, benefits = self._sides(VIEWS[view][1], years)
            what, figure = What.COSTS, found.costs
            spent = made(f"{start}.costs", what, money, How.SUM, costs, figure=figure)
            what, figure = What.BENEFITS, found.benefits
            gained = made(f"{start}.benefits", what, money, How.SUM, benefits, figure=figure)
            both = (gained, spent)
            made(f"{start}.net", What.NET, money, How.DIFFERENCE, both, figure=found.net)
            self._ratio(start, both, found)

    def pay_back(self, name: str, years: int, claimed: Returns, corrected: Returns) -> None:
        """Put down when the money is back, from the costs and benefits of each year."""
        for view, found in (("claimed", claimed), ("corrected", corrected)):
            present, plain = VIEWS[view]
            start = f"{name}.{view}"
            self._payback(name, start, years, present, found)
            self._payback(name, f"{start}.undiscounted", years, plain, found.undiscounted)

    def _ratio(
        self, name: str, net: tuple[Explained, Explained], found: Returns | Undiscounted
    ) -> Explained:
        what, ratio = What.RETURN_PER_POUND, found.return_per_pound
        return self.book.made(f"{name}.{what}", what, Sort.RATIO, How.RATIO, net, figure=ratio)

    def _sides(self, view: What, years: int) -> tuple[tuple[Explained, ...], tuple[Explained, ...]]:
        both = (self.costs, self.benefits)
        costs, benefits = (self.parts.all_of(own, view, years) for own in both)
        return costs, benefits

    def _payback(
        self, account: str, name: str, years: int, view: What, found: Returns | Undiscounted
    ) -> None:
        figure = found.payback_years
        flows: tuple[Explained, ...] = ()
        if not isinstance(figure, Undefined):
            flows = tuple(
                self._flow(account, view, side, year)
                for year in range(years)
                for side in (Side.COST, Side.BENEFIT)
            )
        what = What.PAYBACK_YEARS
        self.book.made(f"{name}.{what}", what, Sort.YEARS, How.PAYBACK, flows, figure=figure)

    def _flow(self, account: str, view: What, side: Side, year: int) -> Explained:
        own = self.costs if side is Side.COST else self.benefits
        found = (self.parts.in_year(booking, view, year) for booking in own)
        what = What.COSTS if side is Side.COST else What.BENEFITS
        name = of_flow(account, view, side, year)
        terms = tuple(part for part in found if part)
        return self.book.made(name, what, Sort.MONEY, How.SUM, terms, year=year)
