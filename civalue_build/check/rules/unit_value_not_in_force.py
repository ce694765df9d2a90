"""Unit values are dated."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.prices import value_of
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2002", level=Level.ERROR)
def unit_value_not_in_force(subject: Subject) -> Iterator[Fault]:
    """No entry of the unit value was in force on the day of valuation.

    A unit value has dated entries. The case's `valued_on` selects one, and lies before the first.

    *Fails:* at costs.0.unit_value

        appraisal: {valued_on: 2021-10-01}
        benefits: []
        printed: []
        record: from-published-sources

    *Passes:*

        appraisal: {valued_on: 2024-10-01}
        benefits: []
        record: from-published-sources
    """
    basis = subject.case.appraisal
    day = basis.valued_on.last_day if basis and basis.valued_on else None
    for path, line in placed_lines(subject.case):
        value = value_of(line, subject)
        if value and value.on(day) is None:
            on = basis.valued_on if basis else None
            yield (*path, "unit_value"), f"“{value.title}” has no value in force on {on}"
