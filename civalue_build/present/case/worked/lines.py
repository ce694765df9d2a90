"""Examples of one line in one year: before shares, claimed, corrected, and as a present value."""

from collections.abc import Iterator
from dataclasses import replace

from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Side
from civalue_build.model.explained import Explained, How, What, of_line
from civalue_build.model.worked import Asked, WorkedStep
from civalue_build.present.case.base import Material
from civalue_build.present.case.worked.steps import found, step

_WHAT = {
    "gross": (What.GROSS,),
    "claimed": (What.GROSS, What.CLAIMED),
    "corrected": (What.CORRECTED,),
    "present-value": (What.DISCOUNTED,),
}
_NAMES = {
    What.GROSS: "Before shares",
    What.CLAIMED: "Claimed",
    What.CORRECTED: "Corrected for evidence",
    What.DISCOUNTED: "Present value",
}
_FIRST = (What.KEPT, What.NOT_DEADWEIGHT, What.NOT_DISPLACED, What.LEFT, What.CORRECTED_BY)
"""Terms that are worked out themselves, and told before the amount that they make."""


def amount(known: Material, asked: Asked) -> Iterator[WorkedStep]:
    """Yield an amount of a line in one year, after what it is made of."""
    side, _, name = asked.figure.partition(".")
    line = _line(known, Side(side), asked.line)
    if line is None:
        return
    year = _year(line, asked)
    nodes = [found(known, of_line(line.id, what, year)) for what in _WHAT[name]]
    if not all(node and node.terms for node in nodes):
        return
    for node in nodes:
        if node:
            yield from _steps(known, line, node)


def _steps(known: Material, line: LineValue, node: Explained) -> Iterator[WorkedStep]:
    for term in node.terms:
        if term.what in _FIRST or (term.what is What.DISCOUNT_FACTOR and term.terms):
            yield from (step(known, part) for part in term.terms if part.what is What.KEPT)
            yield step(known, term)
    is_all = node.what is What.CLAIMED and all(term.how is How.TAKEN for term in node.terms[1:])
    note = "The case states no share, so all of it counts." if is_all else ""
    yield _of_line(known, line, node, note)


def _of_line(known: Material, line: LineValue, node: Explained, note: str = "") -> WorkedStep:
    made = step(known, node, _NAMES[node.what], note)
    return replace(made, about=f"{line.label}, year {node.year}")


def _line(known: Material, side: Side, wanted: str) -> LineValue | None:
    """Return the line that is asked for, or the first one of its side that has an amount."""
    for line in known.appraisal.lines:
        if line.side is side and line.total_claimed and wanted in ("", line.id):
            return line
    return None


def _year(line: LineValue, asked: Asked) -> int:
    """Return the year that is asked for; else the first with an amount, the last for a factor."""
    if asked.year is not None:
        return asked.year
    years = [item.year for item in line.by_year if item.claimed]
    return years[-1] if asked.figure.endswith("present-value") else years[0]


def price_factor(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield what brings prices of another year to those of the case, and a line that uses it."""
    for line in known.appraisal.lines:
        if line.price_factor != 1 and line.total_claimed:
            node = found(known, of_line(line.id, What.GROSS, line.by_year[0].year))
            factors = [t for t in node.terms if t.what is What.PRICE_FACTOR] if node else []
            if node and factors:
                yield step(known, factors[0])
                yield _of_line(known, line, node)
                return
