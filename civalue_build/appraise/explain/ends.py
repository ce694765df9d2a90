"""The ends of the ranges of inputs, and where lines use them."""

from collections.abc import Mapping, Sequence

from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.explain.inputs import UNIT_VALUES, price_of
from civalue_build.appraise.explain.moved import At, Moved, Uses, stated
from civalue_build.appraise.ground import Ground
from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Side
from civalue_build.model.explained import Explained, How, Origin, What


class Ends:
    """Puts down the ends of ranges, each stated where its input is; `uses` is by line."""

    def __init__(self, book: Book, ground: Ground, lines: Sequence[LineValue]) -> None:
        self.book, self.ground = book, ground
        self.uses: dict[str, Uses] = {
            line.id: Uses(book.nodes, _side(line), line.id, (item.year for item in line.by_year))
            for line in lines
            if not line.undefined
        }

    def using(self, key: str) -> tuple[str, ...]:
        """Return the ids of the lines that use an input."""
        return tuple(line for line, uses in self.uses.items() if key in uses.by_key)

    def number(self, key: str) -> Explained:
        """Return an input as it is. Raises StopIteration for one that no line uses."""
        known = self.book.nodes.get(key)
        if known is not None:
            return known
        entry = self.ground.prices.get(key.removeprefix(UNIT_VALUES))
        if entry is not None:
            return price_of(self.book, key, entry)
        found = next(used.by_key[key] for used in self.uses.values() if key in used.by_key)
        return stated(found[0].factor)

    def end(self, key: str, number: float) -> Explained:
        """Put down the end of the range of an input at which it has this number."""
        what = What.LOW if number == self.ground.numbers[key].low else What.HIGH
        base = self.number(key)
        return self.book.leaf(f"{key}.{what}", what, base.sort, number, _origin(base), of=base.of)

    def moved(self, at: Mapping[str, float], tag: str) -> Moved:
        """Return the lines with inputs at ends of their ranges, those that any figure uses."""
        known = (key for key in at if key in self.book.nodes or self.using(key))
        ends: At = {key: self.end(key, at[key]) for key in known}
        return Moved(self.book, self.uses, ends, tag)


def _side(line: LineValue) -> str:
    return "costs" if line.side is Side.COST else "benefits"


def _origin(node: Explained) -> Origin | None:
    return node.origin or next((term.origin for term in node.terms if term.origin), None)


def turned(book: Book, node: Explained) -> Explained:
    """Return an amount with its sign turned."""
    name = f"{node.id}.turned"
    return book.made(name, node.what, node.sort, How.LOSS, (node,), of=node.of, year=node.year)
