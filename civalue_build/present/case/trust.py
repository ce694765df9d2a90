"""How far one figure can be trusted, in words beside it: evidence, claim, price. Never a score."""

from collections import Counter
from collections.abc import Iterator

from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Side
from civalue_build.model.lines import Line
from civalue_build.present import wording
from civalue_build.present.addresses import GRADES
from civalue_build.present.case.base import Material
from civalue_build.present.views import Fact, Tag

STRONG, FAIR = 2, 4
"""The last grades that are drawn as strong and as fair; the words say which it is."""


def trust_tag(known: Material, line: LineValue) -> Tag:
    """Return the grade of a line's evidence in words, as a marker beside its label."""
    if line.grade is None:
        return Tag(text="evidence not graded", tone="orange")
    title = known.framework.grades.of(line.grade).title
    tone = "green" if line.grade <= STRONG else "yellow" if line.grade <= FAIR else "orange"
    return Tag(text=f"evidence: {wording.lower_first(title)}", tone=tone)


def profile(known: Material) -> Fact | None:
    """Return which grades the evidence behind the money has, line by line; none without lines.

    It tells how many lines have which grade, and makes no score of them.
    """
    found = {
        side: Counter(line.grade for line in known.appraisal.lines if line.side is side)
        for side in (Side.BENEFIT, Side.COST)
    }
    grades = sorted({grade for counts in found.values() for grade in counts}, key=_from_strongest)
    if not grades:
        return None
    ends = [_grade(known, grade) for grade in (grades[0], grades[-1])]
    value = ends[0] if len(grades) == 1 else f"{ends[0]} to {wording.lower_first(ends[1])}"
    told = "; ".join(_tally(known, side, counts) for side, counts in found.items() if counts)
    return Fact(term="Evidence behind the money", value=value, note=told, href=known.to(GRADES))


def _from_strongest(grade: int | None) -> float:
    return float("inf") if grade is None else grade


def _grade(known: Material, grade: int | None) -> str:
    return "Not graded" if grade is None else known.framework.grades.of(grade).title


def _tally(known: Material, side: Side, counts: Counter[int | None]) -> str:
    parts = (
        f"{wording.number(counts[grade])} {wording.lower_first(_grade(known, grade))}"
        for grade in sorted(counts, key=_from_strongest)
    )
    return f"{wording.label(side)}s: {', '.join(parts)}"


def trust_note(known: Material, line: LineValue, stated: Line) -> str:
    """Return in one line what a figure rests on: how far it has come, its price, its measure.

    `stated` is the line as the case has it.
    """
    return "; ".join(_rests_on(known, line, stated))


def _rests_on(known: Material, line: LineValue, stated: Line) -> Iterator[str]:
    if line.side is Side.BENEFIT and line.claim:
        claim = wording.lower_first(wording.title(known.framework.claims, line.claim))
        yield f"{claim}{_lowered(known, line)}"
    signed = known.case.sign_off
    if signed and line.id in signed.covers:
        yield "signed by finance"
    price = stated.unit_value.id if stated.unit_value else None
    if price in known.appraisal.assumed:
        yield "price not checked by a person yet"
    if line.from_ledger:
        yield "actual amounts from the ledger"
    yield from _beside_controls(known, line)


def _lowered(known: Material, line: LineValue) -> str:
    if line.lowered_from is None:
        return ""
    stated = wording.lower_first(wording.title(known.framework.claims, line.lowered_from))
    return f", though stated as {stated}"


def _beside_controls(known: Material, line: LineValue) -> Iterator[str]:
    working = next((w for w in known.appraisal.from_measures if w.line == line.id), None)
    if working and working.controls is not None:
        done = "is taken off" if working.is_net else "is not taken off"
        yield f"what changed where the work was not done {done}"
