"""How sure the headline is: each input at its ends, where it breaks even, corners and draws."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.explain.ends import Ends, turned
from civalue_build.appraise.explain.moved import Moved, Uses, divides, stated
from civalue_build.model.appraisal import Figure, OneInput, Uncertainty, Undefined
from civalue_build.model.explained import Explained, How, Sort, What, of_input, of_line

_RESTS = (What.NOT_DEADWEIGHT, What.NOT_DISPLACED)


class Unsure:
    """Writes how sure a headline is; `signs` says by line how often the headline counts it."""

    def __init__(self, book: Book, ends: Ends, npv: Explained, signs: Mapping[str, int]) -> None:
        self.book, self.ends, self.npv = book, ends, npv
        self.signs = {line: sign for line, sign in signs.items() if sign and line in ends.uses}

    def write(self, found: Uncertainty) -> None:
        """Put down every figure of it."""
        for item in found.one_at_a_time:
            if item.is_counted:
                self._input(item)
        if found.draws and found.spread:
            self._drawn(found)
            self._corner(What.WORST, found.worst_at, found.worst_corner)
            self._corner(What.BEST, found.best_at, found.best_corner)

    def _input(self, item: OneInput) -> None:
        lines = [line for line in self.ends.using(item.input) if line in self.signs]
        if not item.range.is_certain:
            for what, number, npv in (
                (What.LOW, item.range.low, item.low),
                (What.HIGH, item.range.high, item.high),
            ):
                moved = self.ends.moved({item.input: number}, of_input(item.input, what))
                self._with(of_input(item.input, what), lines, moved, npv)
        if not isinstance(item.switching_value, Undefined):
            self._switching(item, lines, item.switching_value)

    def _with(self, name: str, lines: list[str], moved: Moved, figure: Figure | None) -> Explained:
        """Put down the headline with some lines moved: their old worth goes, the new one comes."""
        terms = [self.npv]
        for line in lines:
            old, new = self._whole(line), moved.whole(line, What.DISCOUNTED)
            terms += self._signed(-self.signs[line], old), self._signed(self.signs[line], new)
        return self.book.made(name, What.AT_END, Sort.MONEY, How.SUM, tuple(terms), figure=figure)

    def _switching(self, item: OneInput, lines: list[str], figure: float) -> None:
        name, number = of_input(item.input, What.SWITCHING), self.ends.number(item.input)
        what, made = What.SWITCHING, self.book.made
        found = self._in_proportion(item.input, lines)
        if found is None:
            value = self._searched(item.input, lines, figure)
        elif found.factor.what in _RESTS:
            kept = self._switched(f"{name}.kept", found, found.factor.what)
            value = made(name, what, Sort.SHARE, How.REST, (kept,), figure=figure)
        else:
            value = self._switched(name, found, what, figure)
        if isinstance(item.share_of_claim, float):
            key, share = of_input(item.input, What.SHARE_OF_CLAIM), item.share_of_claim
            made(key, What.SHARE_OF_CLAIM, Sort.SHARE, How.RATIO, (value, number), figure=share)

    def _switched(
        self, name: str, found: "_Proportion", what: What, figure: float | None = None
    ) -> Explained:
        terms = (found.factor, found.worth, self.npv)
        sort = stated(found.factor).sort
        return self.book.made(name, what, sort, How.SWITCHED, terms, figure=figure)

    def _searched(self, key: str, lines: list[str], figure: float) -> Explained:
        """Put down a value that was searched, and the headline with it, which is nothing."""
        name, number = of_input(key, What.SWITCHING), self.ends.number(key)
        what, how = What.SWITCHING, How.SEARCHED
        value = self.book.leaf(name, what, number.sort, figure, None, how=how)
        moved = Moved(self.book, self.ends.uses, {key: value}, f"{name}.check")
        self._with(f"{name}.check", lines, moved, None)
        return value

    def _in_proportion(self, key: str, lines: list[str]) -> "_Proportion | None":
        """Return what an input multiplies; none where the headline is no straight line of it."""
        parts = [part for line in lines for part in self._parts(key, self.ends.uses[line])]
        rests = {part.factor.what in _RESTS for part in parts}
        if any(part.is_bent for part in parts) or len(rests) != 1:
            return None
        terms = tuple(self._signed(self.signs[part.line], part.amount) for part in parts)
        name = f"inputs.multiplies.{'+'.join(term.id for term in terms)}"
        worth = self.book.made(name, What.MULTIPLIES, Sort.MONEY, How.SUM, terms)
        factor = parts[0].factor if rests == {True} else self.ends.number(key)
        return _Proportion(factor, worth) if divides(factor) and divides(worth) else None

    def _parts(self, key: str, uses: Uses) -> Iterator["_Part"]:
        """Yield the amounts of a line that an input multiplies: all of it, or single years."""
        if factor := uses.constant(key):
            yield _Part(uses.line, factor, self._whole(uses.line), is_bent=False)
            return
        years = [use.year for use in uses.by_key[key]]
        is_twice = len(set(years)) < len(years)
        for year, factor in uses.by_key[key]:
            amount = self.book.nodes[of_line(uses.line, What.DISCOUNTED, year)]
            is_bent = is_twice or factor.what is What.LEFT
            yield _Part(uses.line, factor, amount, is_bent=is_bent)

    def _whole(self, line: str) -> Explained:
        return self.book.nodes[of_line(line, What.DISCOUNTED)]

    def _signed(self, sign: int, node: Explained) -> Explained:
        return node if sign > 0 else turned(self.book, node)

    def _drawn(self, found: Uncertainty) -> None:
        made, leaf, count = self.book.made, self.book.leaf, Sort.QUANTITY
        chance = found.chance_npv_positive
        if isinstance(chance, Undefined):
            return
        name, above = "uncertainty.draws-above", round(chance * found.draws)
        terms = (
            leaf(name, What.DRAWS_ABOVE, count, above, None, how=How.DRAWN),
            leaf("uncertainty.draws", What.DRAWS, count, found.draws, None, how=How.COUNTED),
        )
        made("uncertainty.chance", What.CHANCE, Sort.SHARE, How.RATIO, terms, figure=chance)
        for what, figure in ((What.NPV_5, found.npv_5), (What.NPV_95, found.npv_95)):
            if not isinstance(figure, Undefined):
                leaf(f"uncertainty.{what}", what, Sort.MONEY, figure, None, how=How.DRAWN)

    def _corner(self, what: What, at: Mapping[str, float], figure: float) -> None:
        name = f"uncertainty.{what}"
        moved = self.ends.moved(at, name)
        terms = tuple(
            self._signed(sign, moved.whole(line, What.DISCOUNTED))
            for line, sign in self.signs.items()
        )
        self.book.made(name, what, Sort.MONEY, How.SUM, terms, figure=figure)


class _Part(NamedTuple):
    line: str
    factor: Explained
    amount: Explained
    is_bent: bool


class _Proportion(NamedTuple):
    """A factor, and the part of the headline that is in proportion to it."""

    factor: Explained
    worth: Explained
