"""How far one figure can be trusted, in words beside it: evidence, claim, price. Never a score."""

from collections.abc import Iterator

from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Side
from civalue_build.model.lines import Line
from civalue_build.present import wording
from civalue_build.present.addresses import GRADES
from civalue_build.present.case.base import Material
from civalue_build.present.views import Link, Tag

STRONG, FAIR = 2, 4
"""The last grades that are drawn as strong and as fair; the words say which it is."""


def trust_tag(known: Material, line: LineValue) -> Tag:
    """Return the grade of a line's evidence in words, as a marker beside its label."""
    if line.grade is None:
        return Tag(text="evidence not graded", tone="orange")
    title = known.framework.grades.of(line.grade).title
    tone = "green" if line.grade <= STRONG else "yellow" if line.grade <= FAIR else "orange"
    return Tag(text=f"evidence: {wording.lower_first(title)}", tone=tone)


def trust_link(known: Material, line: LineValue) -> Link | None:
    """Return the way to what the grade of a line means; none where it has no grade."""
    if line.grade is None:
        return None
    grade = known.framework.grades.of(line.grade)
    return Link(text=grade.title, href=known.to(f"{GRADES}#grade-{grade.grade}"))


def trust_note(known: Material, line: LineValue, stated: Line) -> str:
    """Return in one line what a figure rests on: how far it has come, its price, its measure.

    `stated` is the line as the case has it.
    """
    return "; ".join(_rests_on(known, line, stated))


def _rests_on(known: Material, line: LineValue, stated: Line) -> Iterator[str]:
    if line.side is Side.BENEFIT and line.claim:
        yield wording.lower_first(wording.title(known.framework.claims, line.claim))
    signed = known.case.sign_off
    if signed and line.id in signed.covers:
        yield "signed by finance"
    price = stated.unit_value.id if stated.unit_value else None
    if price in known.appraisal.assumed:
        yield "price not checked by a person yet"
    if line.from_ledger:
        yield "actual amounts from the ledger"
