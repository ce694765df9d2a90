"""Years that are never counted."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV071", level=Level.ADVICE)
def years_past_the_horizon(subject: Subject) -> Iterator[Fault]:
    """Years of a line lie past the horizon of the case.

    A horizon of three years counts years 0, 1 and 2. What a line states for later years is not
    counted, and a reader may think it is.

    *Fails:* at costs.0.years

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: 800
            unit: hour
            unit_value: nurse-band-7-hour
            years: 0-2
            grade: 2
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
            grade: 2
            source: accounts
    """
    basis = subject.case.appraisal
    for path, line in placed_lines(subject.case) if basis else ():
        late = [year for year in line.years if basis and year >= basis.horizon]
        if late:
            yield (*path, "years"), f"year {late[0]} of “{line.label}” is past the horizon"
