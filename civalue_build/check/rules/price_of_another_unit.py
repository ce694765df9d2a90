"""A price belongs to its unit."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.prices import value_of
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2020", level=Level.GAP)
def price_of_another_unit(subject: Subject) -> Iterator[Fault]:
    """Price of one unit is put on another.

    The unit value is the price of one of its own unit. A line that counts something else
    multiplies hours by the price of a bed day, or the like.

    *Fails:* at costs.0.unit

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: 800
            unit: month
            unit_value: nurse-band-7-hour
            years: 0-1
            grade: 2
            source: accounts
        printed: []

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
    for path, line in placed_lines(subject.case):
        value = value_of(line, subject)
        if value and line.unit and line.unit != value.unit:
            told = f"“{value.title}” prices one {value.unit}, and the line counts {line.unit}"
            yield (*path, "unit"), told
