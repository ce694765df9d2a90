"""How good the evidence is."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines, states_an_amount
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2011", level=Level.ADVICE)
def line_without_a_grade(subject: Subject) -> Iterator[Fault]:
    """Lines have no evidence grade.

    A line without a grade is treated as if its evidence were the weakest. The first such line is
    named, and how many there are. A line without an amount has nothing to correct, so it needs no
    grade.

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
    lines = placed_lines(subject.case)
    bare = [path for path, line in lines if line.grade is None and states_an_amount(line)]
    if bare:
        many = "1 line has" if len(bare) == 1 else f"{len(bare)} lines have"
        yield (*bare[0], "grade"), f"{many} no evidence grade, which counts as the weakest"
