"""How good the evidence is."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2011", level=Level.ADVICE)
def line_without_a_grade(subject: Subject) -> Iterator[Fault]:
    """Lines have no evidence grade.

    A line without a grade is treated as if its evidence were the weakest. The first such line is
    named, and how many there are.

    *Fails:* at costs.0.grade

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: 800
            unit: hour
            unit_value: nurse-band-7-hour
            years: 0-1
            source: accounts

    *Passes:*

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: 800
            unit: hour
            unit_value: nurse-band-7-hour
            years: 0-1
            grade: 5
            source: accounts
    """
    bare = [path for path, line in placed_lines(subject.case) if line.grade is None]
    if bare:
        many = "1 line has" if len(bare) == 1 else f"{len(bare)} lines have"
        yield (*bare[0], "grade"), f"{many} no evidence grade, which counts as the weakest"
