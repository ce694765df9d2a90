"""Amounts of lines with some numbers at other values than the claimed ones."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from civalue_build.appraise.explain.book import Book
from civalue_build.model.appraisal import Undefined
from civalue_build.model.explained import Explained, How, Sort, What, of_line

At = Mapping[str, Explained]
"""The number that each moved input takes, by its key."""
_OWN = (What.QUANTITY, What.AMOUNT, What.PRICE, What.ATTRIBUTION)
SMALLEST = 1e-60
_RESTS = (What.NOT_DEADWEIGHT, What.NOT_DISPLACED)


class Use(NamedTuple):
    """One factor of one year of a line that moves with an input."""

    year: int
    factor: Explained


class Uses:
    """Where a line uses which input: `by_key` has its factors, year by year."""

    def __init__(
        self, nodes: Mapping[str, Explained], side: str, line: str, years: Iterable[int]
    ) -> None:
        self.line, self.years = line, tuple(years)
        self.by_key: dict[str, list[Use]] = {}
        for year in self.years:
            for factor in factors(nodes[of_line(line, What.CLAIMED, year)]):
                key = _key_of(factor, side)
                if key:
                    self.by_key.setdefault(key, []).append(Use(year, factor))

    def constant(self, key: str) -> Explained | None:
        """Return the one factor by which all years move with an input; none where they differ."""
        uses = self.by_key[key]
        first = uses[0].factor
        alike = first.what is not What.LEFT and all(use.factor.id == first.id for use in uses)
        return first if alike and tuple(use.year for use in uses) == self.years else None


def factors(node: Explained) -> tuple[Explained, ...]:
    """Return the numbers whose product an amount of one year is."""
    if node.how is How.PRODUCT and node.sort is Sort.MONEY:
        return tuple(chain.from_iterable(map(factors, node.terms)))
    return (node,)


def stated(factor: Explained) -> Explained:
    """Return the number that a factor is made from: of 1 − a share, the share."""
    if factor.what in _RESTS:
        return factor.terms[0]
    return factor.terms[0].terms[0] if factor.what is What.LEFT else factor


def divides(node: Explained) -> bool:
    """Whether a figure can be divided by: nothing cannot, nor what is lost in binary fractions."""
    return not isinstance(node.figure, Undefined) and abs(node.figure) > SMALLEST


def _key_of(factor: Explained, side: str) -> str:
    """Return the key of the input that a factor moves with; empty where none moves it."""
    if factor.what is What.LEDGER:
        return f"{side}.{factor.of}.ledger.{factor.year}"
    found = stated(factor)
    if found.what is What.PRICE and found.id.startswith("unit-values."):
        return f"unit-values.{found.of}"
    return found.id if found is not factor or found.what in _OWN else ""


class Moved:
    """Puts down amounts of lines with the inputs in `at` moved, under ids that begin with `tag`."""

    def __init__(self, book: Book, uses: Mapping[str, Uses], at: At, tag: str) -> None:
        self.book, self.uses, self.at, self.tag = book, uses, at, tag

    def whole(self, line: str, view: What, years: int | None = None) -> Explained:
        """Return a line in one view over the first so many years, or over all of its own."""
        own = self.uses[line]
        within = [year for year in own.years if years is None or year < years]
        keys = [key for key in own.by_key if key in self.at]
        same = [found for key in keys if (found := own.constant(key))]
        if len(within) == len(own.years) and len(same) == len(keys):
            total = self.book.nodes[of_line(line, view)]
            if not keys:
                return total
            if all(map(divides, same)):
                return self._scaled(total, zip(keys, same, strict=True), of_line(line, view))
        terms = tuple(self.year(line, view, year) for year in within)
        name = f"{self.tag}.{of_line(line, view)}.{years or 'all'}"
        return self.book.made(name, view, Sort.MONEY, How.SUM, terms, of=line)

    def year(self, line: str, view: What, year: int) -> Explained:
        """Return one year of a line in one view."""
        name = of_line(line, view, year)
        node, moving = self.book.nodes[name], self._moving(line, year)
        if not moving:
            return node
        if all(divides(factor) for _, factor in moving):
            return self._scaled(node, moving, name)
        new = {factor.id: self.new(key, factor) for key, factor in moving}
        terms = tuple(new.get(factor.id, factor) for factor in factors(node))
        key, money = f"{self.tag}.{name}", Sort.MONEY
        return self.book.made(key, view, money, How.PRODUCT, terms, of=line, year=year)

    def new(self, key: str, factor: Explained) -> Explained:
        """Return what takes the place of a factor once its input is moved."""
        to, made = self.at[key], self.book.made
        if factor.what in _RESTS:
            return made(f"{to.id}.{factor.what}", factor.what, Sort.SHARE, How.REST, (to,))
        if factor.what is What.LEFT:
            kept = made(f"{to.id}.kept", What.KEPT, Sort.SHARE, How.REST, (to,))
            terms, name = (kept, factor.terms[1]), f"{to.id}.{factor.id}"
            return made(name, What.LEFT, Sort.SHARE, How.POWER, terms, year=factor.year)
        return self._of_a_year(key, factor) or to

    def _of_a_year(self, key: str, factor: Explained) -> Explained | None:
        """Return a price of the framework for one year, which moves with the price of the base."""
        base = self.book.nodes.get(key)
        if factor.what is not What.PRICE or base is None or factor.id == key or not divides(base):
            return None
        to = self.at[key]
        name, terms = f"{to.id}.{factor.id}", (factor, to, base)
        return self.book.made(name, What.PRICE, Sort.PRICE, How.SCALED, terms, of=factor.of)

    def _moving(self, line: str, year: int) -> list[tuple[str, Explained]]:
        used = self.uses[line].by_key.items()
        return [
            (key, use.factor)
            for key, uses in used
            if key in self.at
            for use in uses
            if use.year == year
        ]

    def _scaled(
        self, node: Explained, moving: Iterable[tuple[str, Explained]], name: str
    ) -> Explained:
        pairs = ((self.new(key, factor), factor) for key, factor in moving)
        terms = (node, *chain.from_iterable(pairs))
        return self.book.made(
            f"{self.tag}.{name}", node.what, Sort.MONEY, How.SCALED, terms,
            of=node.of, year=node.year,
        )  # fmt: skip
