"""A working as text: the formula in words, and with the numbers put in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from civalue_build.model.explained import Explained, How, What
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.names import (
    name,
    number,
    shown,
    size,
    subject,
    term_name,
)

MOST_POINTS = 40
"""The terms of a mean that are still listed one by one."""


class Piece(NamedTuple):
    """One piece of a sum: what stands before a number, the number, its name, and its id."""

    before: str
    text: str
    name: str = ""
    id: str = ""
    after: str = ""


class Told(NamedTuple):
    """The working of one figure: its name and size, the formula in words, and with numbers."""

    id: str
    name: str
    figure: str
    formula: str
    pieces: tuple[Piece, ...]

    @property
    def numbers(self) -> str:
        """The formula with the numbers put in, as one text."""
        return "".join(
            f"{piece.before}{piece.text}{f' ({piece.name})' if piece.name else ''}{piece.after}"
            for piece in self.pieces
        )


def told(known: Material, node: Explained, title: str = "") -> Told:
    """Return a working in words, under its own name or a `title`."""
    heading = title or wording.capital(name(known, node))
    listed = _LISTED.get(node.how)
    pieces = tuple(listed(known, node)) if listed else _whole(numbers(known, node))
    return Told(node.id, heading, shown(known, node), formula(known, node), pieces)


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece("", text),) if text else ()


def formula(known: Material, node: Explained) -> str:
    """Return how a figure is worked out, in words; empty where it is not worked out."""
    if said := _SAID.get(node.what):
        return said
    if words := _WORDS.get(node.how):
        return words(node)
    if shape := _SHAPES.get(node.how):
        return "".join(f"{p.before}{p.name}{p.after}" for p in shape(known, node.terms))
    return _SIGNS.get(node.how, "").join([name(known, term) for term in node.terms])


def numbers(known: Material, node: Explained) -> str:
    """Return a working with the numbers put in and without their names."""
    if listed := _LISTED.get(node.how):
        return _text(listed(known, node))
    if shape := _SHAPES.get(node.how):
        return _text(shape(known, node.terms))
    sign = _SIGNS.get(node.how, "")
    return sign.join([_operand(known, place, term) for place, term in enumerate(node.terms)])


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(f"{piece.before}{piece.text}{piece.after}" for piece in pieces)


def _operand(known: Material, place: int, term: Explained) -> str:
    is_loss = place > 0 and number(term.figure) < 0
    return f"({shown(known, term)})" if is_loss else shown(known, term)


def _mean_of(node: Explained) -> str:
    return "the middle of both ends" if _is_midpoint(node) else "the mean of the points"


def _paid_back_when(_: Explained) -> str:
    return (
        "the first moment from which all benefits so far are at least all costs so far: "
        "the costs of a year fall at its start, its benefits evenly through it"
    )


def _sum_of(node: Explained) -> str:
    if not node.terms:
        return "nothing counts here"
    by_year = all(term.year is not None and term.of == node.of for term in node.terms)
    return "the sum of the years" if by_year else "the sum of the lines that count here"


def _summed(known: Material, node: Explained) -> Iterator[Piece]:
    for place, term in enumerate(node.terms):
        minus = number(term.figure) < 0
        first = f"{wording.MINUS}{wording.JOINER}" if minus else ""
        before = first if place == 0 else f" {wording.MINUS} " if minus else " + "
        yield Piece(before, size(known, term), term_name(known, node, term), term.id)


def _mean(known: Material, node: Explained) -> Iterator[Piece]:
    count = len(node.terms)
    if count > MOST_POINTS:
        yield Piece("", f"{count} points")
        return
    for place, term in enumerate(node.terms):
        before = "(" if place == 0 else " + "
        after = f") ÷ {count}" if place == count - 1 else ""
        yield Piece(before, shown(known, term), "", term.id, after)


def _is_midpoint(node: Explained) -> bool:
    return {term.what for term in node.terms} == {What.LOW, What.HIGH}


def _paid_back(known: Material, node: Explained) -> Iterator[Piece]:
    net = 0.0
    for cost, benefit in zip(node.terms[::2], node.terms[1::2], strict=True):
        net += number(benefit.figure) - number(cost.figure)
        so_far = wording.money(net, known.currency)
        yield Piece("" if not cost.year else "; ", shown(known, cost), term_name(known, node, cost))
        after = f", {so_far} so far"
        yield Piece(", ", shown(known, benefit), term_name(known, node, benefit), "", after)
    yield from _moment(known, node)


def _moment(known: Material, node: Explained) -> Iterator[Piece]:
    """Yield the part of a year in which the money comes back, where it takes a part."""
    years = number(node.figure)
    whole = min(int(years), len(node.terms) // 2 - 1)
    if years == 0:
        return
    flows = [number(term.figure) for term in node.terms]
    missing = sum(flows[: 2 * whole + 1 : 2]) - sum(flows[1 : 2 * whole : 2])
    benefit = node.terms[2 * whole + 1]
    yield Piece("; ", f"{wording.counted(whole, 'year', 'years')} + " if whole else "")
    yield Piece("", wording.money(missing, known.currency), f"missing at the start of year {whole}")
    after = f" = {wording.exact(years)} years"
    yield Piece(" ÷ ", shown(known, benefit), f"benefits through year {whole}", "", after)


def _scaled(known: Material, node: Explained) -> Iterator[Piece]:
    for place, term in enumerate(node.terms):
        before = "" if place == 0 else " × " if place % 2 else " ÷ "
        label = subject(known, term) if place == 0 else name(known, term)
        yield Piece(before, _operand(known, place, term), label, term.id)


def _switched(known: Material, node: Explained) -> Iterator[Piece]:
    factor, worth, net = node.terms
    bracket, whole = name(known, worth), _operand(known, 1, worth)
    yield Piece("", _operand(known, 1, factor), name(known, factor), factor.id)
    yield Piece(" × (", whole, bracket, worth.id)
    yield Piece(f" {wording.MINUS} ", _operand(known, 1, net), name(known, net), net.id, ")")
    yield Piece(" ÷ ", whole)


_SAID: Mapping[What, str] = {
    What.AT_END: "net present value − the lines that use the number, as claimed + the same lines "
    "with it moved",
    What.SWITCHING: "the value at which the net present value is nothing, all else as claimed",
    What.WORST: "the sum of the lines, each with its numbers at the ends that hurt",
    What.BEST: "the sum of the lines, each with its numbers at the ends that help",
    What.MULTIPLIES: "the sum of the amounts that grow in step with the number",
    What.DRAWS_ABOVE: "counted among the draws",
    What.NPV_5: "5% of the draws lie below it; between two draws, a straight line",
    What.NPV_95: "95% of the draws lie below it; between two draws, a straight line",
    What.DELAY: "the sum of what a month takes from the benefits of each year, less what it takes "
    "from its costs",
}
_WORDS: Mapping[How, Callable[[Explained], str]] = {
    How.SCALED: lambda _: "as claimed × the number there ÷ the number as claimed",
    How.SUM: _sum_of,
    How.MEAN: _mean_of,
    How.PAYBACK: _paid_back_when,
}
_LISTED: Mapping[How, Callable[[Material, Explained], Iterator[Piece]]] = {
    How.SUM: _summed,
    How.MEAN: _mean,
    How.PAYBACK: _paid_back,
    How.SCALED: _scaled,
    How.SWITCHED: _switched,
}
_SIGNS: Mapping[How, str] = {
    How.DIFFERENCE: f" {wording.MINUS} ",
    How.PRODUCT: " × ",
    How.RATIO: " ÷ ",
}


Terms = tuple[Explained, ...]


def _one(known: Material, terms: Terms, before: str, after: str = "") -> Iterator[Piece]:
    (term,) = terms
    minus = number(term.figure) < 0
    text = f"({shown(known, term)})" if minus and before else shown(known, term)
    yield Piece(before, text, name(known, term), term.id, after)


def _power(known: Material, terms: Terms) -> Iterator[Piece]:
    base, count = terms
    yield Piece("", shown(known, base), name(known, base), base.id)
    yield Piece(" to the power of ", shown(known, count), name(known, count), count.id)


def _discount(known: Material, terms: Terms) -> Iterator[Piece]:
    earlier, rate = terms
    yield Piece("", shown(known, earlier), name(known, earlier), earlier.id)
    yield Piece(" ÷ (1 + ", shown(known, rate), name(known, rate), rate.id, ")")


_SHAPES: Mapping[How, Callable[[Material, Terms], Iterator[Piece]]] = {
    How.SAME: lambda known, terms: _one(known, terms, ""),
    How.REST: lambda known, terms: _one(known, terms, f"1 {wording.MINUS} "),
    How.RAISED: lambda known, terms: _one(known, terms, "1 + "),
    How.LOSS: lambda known, terms: _one(known, terms, f"0 {wording.MINUS} "),
    How.LESS_ONE: lambda known, terms: _one(known, terms, "", f" {wording.MINUS} 1"),
    How.POWER: _power,
    How.DISCOUNT: _discount,
}
