"""Unit values are dated."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.prices import value_of
from civalue_build.check.rule import Fault, rule
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.lines import Line
from civalue_build.model.reference import UnitValue
from civalue_build.model.subject import Subject


@rule(code="CV2002", level=Level.ERROR)
def unit_value_not_in_force(subject: Subject) -> Iterator[Fault]:
    """No entry of the unit value was in force on the day of valuation.

    A unit value has dated entries. The case's `valued_on` selects one, and lies before the first.
    A value that has an entry for each year, such as that of carbon, needs one for every year of
    the line, and one for year 0. None is ever carried on to another year.

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
    on = basis.valued_on if basis else None
    for path, line in placed_lines(subject.case):
        value = value_of(line, subject)
        if value and value.yearly:
            missing = tuple(_missing_years(value, line, subject.case))
            if missing:
                yield (*path, "unit_value"), f"“{value.title}” has no value of {missing[0]}"
        elif value and subject.case.entry_of(value) is None:
            yield (*path, "unit_value"), f"“{value.title}” has no value in force on {on}"


def _missing_years(value: UnitValue, line: Line, case: Case) -> Iterator[int]:
    """Yield the calendar years of a line of which a yearly value has no entry."""
    years = [year for year in line.years if case.appraisal and year < case.appraisal.horizon]
    for calendar in map(case.calendar_year, sorted({0, *years})):
        if value.of_year(calendar) is None:
            yield calendar
