"""The workings of each line: what it was worked out from, and every year of it."""

from collections.abc import Iterable, Iterator

from civalue_build.model.appraisal import LineValue
from civalue_build.model.explained import Explained, What
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.group import Group, anchor_of_line, untitled

_SHARED = (What.PRICE_FACTOR, What.DISCOUNT_FACTOR, What.CORRECTED_BY)
_INSIDE = (What.LOW, What.HIGH, What.TOTAL, What.YEARS, What.POINT)
"""Numbers that are told with the one number that is made of them."""
_BY_YEAR = (
    What.LEFT, What.NOTHING, What.LEDGER, What.GROSS, What.CLAIMED, What.CORRECTED,
    What.DISCOUNTED, What.DISCOUNTED_CORRECTED,
)  # fmt: skip
_LINE_NAMES = {
    What.LEFT: "share left after drop-off",
    What.NOTHING: "nothing is stated",
    What.LEDGER: "actual amount in the ledger",
    What.GROSS: "before shares",
    What.CLAIMED: "claimed",
    What.CORRECTED: "corrected for evidence",
    What.DISCOUNTED: "present value",
    What.DISCOUNTED_CORRECTED: "present value, corrected for evidence",
}


def lines(known: Material) -> Iterator[Group]:
    """Yield one group a line, each year of it and what it was worked out from."""
    for line in known.appraisal.lines:
        years = _of_line(known, line.id)
        yield Group(
            id=anchor_of_line(line.id),
            title=line.label,
            nodes=(*untitled(inputs(years)), *((_line_title(n), n) for n in years)),
            intro=evidence(known, line),
        )


def evidence(known: Material, line: LineValue) -> str:
    """Return the grade of a line and by how much it is corrected, as a sentence."""
    if line.undefined:
        return f"No amount: {line.undefined}."
    grade = known.framework.grades.of(line.grade)
    size = wording.signed_percent(line.correction)
    taken = "" if line.grade else "; no grade is stated, so the weakest is taken"
    return f"Strength of evidence: {grade.title.lower()} (grade {grade.grade}), {size}{taken}."


def inputs(years: Iterable[Explained]) -> tuple[Explained, ...]:
    """Return what the years of a line were worked out from, without what all lines share."""
    found: dict[str, Explained] = {}
    for node in years:
        _gather(node, found)
    return tuple(found.values())


def _gather(node: Explained, found: dict[str, Explained]) -> None:
    for term in node.terms:
        if term.id in found or term.what in _SHARED:
            continue
        _gather(term, found)
        if term.year is None and term.what not in _INSIDE:
            found[term.id] = term


def _of_line(known: Material, line: str) -> tuple[Explained, ...]:
    found = known.appraisal.explained.values()
    start = f"lines.{line}."
    own = (n for n in found if n.of == line and n.id.startswith(start))
    return tuple(n for n in own if n.what in _BY_YEAR and not _is_partial(n))


def _is_partial(node: Explained) -> bool:
    """Whether a sum holds only the first years of a line, or is only the line with its sign turned.

    What a payer loses alone is told too: it is corrected by itself.
    """
    return "first-" in node.id or ".loss." in node.id


def _line_title(node: Explained) -> str:
    name = _LINE_NAMES[node.what]
    if ".alone." in node.id:
        name = f"{name}, as a loss where only its payer is counted"
    return f"Year {node.year}, {name}" if node.year is not None else f"In all, {name}"
