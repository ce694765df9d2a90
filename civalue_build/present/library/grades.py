"""Evidence grades: what each means, what it does to an amount, and lines of real cases with it."""

from collections.abc import Iterator

from civalue_build.model.card import CaseCard, GradedLines
from civalue_build.model.enums import Side
from civalue_build.model.reference import EvidenceGrades, Grade
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import GRADES, case_address, relative
from civalue_build.present.library.base import Library
from civalue_build.present.library.parts import part
from civalue_build.present.library.views import Section, source_cell
from civalue_build.present.views import Cell, Column, Row, Table

SHOWN = 4
"""How many examples of one grade a page shows."""


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of the evidence grades."""
    grades = library.framework.grades
    yield part(
        GRADES,
        "Evidence grades",
        "The weaker the evidence behind a line, the more its amount is corrected: benefits down, "
        "costs up. The claimed figure is always shown beside the corrected one.",
        Section(source=source_cell(grades.source), tables=(grades_table(grades),)),
        *_choosing(grades),
        *(_examples(library, grade) for grade in grades.grades),
        *_ungraded(library),
    )


def _choosing(grades: EvidenceGrades) -> Iterator[Section]:
    if grades.choosing:
        yield Section(anchor="choose", heading="How to choose a grade", text=grades.choosing)


def grades_table(grades: EvidenceGrades) -> Table:
    """Return what each grade means and how much it corrects."""
    return Table(
        id="grades",
        stacked=True,
        caption="Grades, strongest evidence first",
        columns=(
            Column(text="Grade"),
            Column(text="What it means"),
            Column(text="Benefits", numeric=True),
            Column(text="Costs", numeric=True),
        ),
        rows=tuple(_grade(row) for row in grades.grades),
        note="A line without a grade is treated as the weakest, and its case says so.",
    )


def _grade(row: Grade) -> Row:
    return Row(
        cells=(
            Cell(text=f"{row.grade}. {row.title}", href=f"#grade-{row.grade}"),
            Cell(text=row.means),
            Cell(text=change(row.benefit_correction)),
            Cell(text=change(row.cost_correction)),
        )
    )


def change(share: float) -> str:
    """Return a correction with its sign: +5%, −40%, none."""
    sign = "+" if share > 0 else ""
    return f"{sign}{wording.percent(share)}" if share else "none"


def _examples(library: Library, grade: Grade) -> Section:
    found = tuple(lines_of(library, grade.grade))
    return Section(
        anchor=f"grade-{grade.grade}",
        heading=f"{grade.grade}. {grade.title}",
        text=_in_words(found),
        tables=(_table(f"grade-{grade.grade}-lines", grade.title, found),) if found else (),
    )


def _ungraded(library: Library) -> Iterator[Section]:
    found = tuple(lines_of(library, None))
    if found:
        yield Section(
            anchor="not-graded",
            heading="Lines without a grade",
            text=f"Each is corrected as the weakest. {_in_words(found)}",
            tables=(_table("not-graded-lines", "Not graded", found),),
        )


_Found = tuple[tuple[CaseCard, GradedLines], ...]


def lines_of(library: Library, grade: int | None) -> Iterator[tuple[CaseCard, GradedLines]]:
    """Give the lines of counted cases that have a grade, case by case in order of title."""
    for card in library.counted:
        for lines in card.graded:
            if lines.grade == grade:
                yield card, lines


def _in_words(found: _Found) -> str:
    if not found:
        return "No line of a real case here has it."
    lines = wording.counted(sum(lines.count for _, lines in found), "line", "lines")
    cases = wording.counted(len({card.slug for card, _ in found}), "case", "cases")
    return f"In this library: {lines} of {cases}."


def _table(name: str, title: str, found: _Found) -> Table:
    return Table(
        id=name,
        stacked=True,
        caption=f"{title}: examples from real cases",
        columns=(Column(text="Line"), Column(text="Side"), Column(text="Case")),
        rows=tuple(_row(card, lines) for card, lines in _chosen(found)),
    )


def _chosen(found: _Found) -> Iterator[tuple[CaseCard, GradedLines]]:
    """Give a few examples, costs and benefits by turns, so that neither crowds out the other."""
    sides = [[pair for pair in found if pair[1].side is side] for side in Side]
    longest = max(map(len, sides), default=0)
    turns = (side[at] for at in range(longest) for side in sides if at < len(side))
    yield from tuple(turns)[:SHOWN]


def _row(card: CaseCard, lines: GradedLines) -> Row:
    return Row(
        cells=(
            Cell(text=lines.first),
            Cell(text=wording.capital(wording.label(lines.side))),
            Cell(text=card.title, href=relative(GRADES, case_address(card.slug))),
        )
    )
