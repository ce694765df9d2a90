"""Unit values are the framework's, or the case's own."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV053", level=Level.ERROR)
def unknown_unit_value(subject: Subject) -> Iterator[Fault]:
    """No unit value of the framework has this name.

    A unit value is the id of a file in the framework, or an amount of the case's own with its
    price year and source.

    *Fails:* at costs.0.unit_value.id

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: 800
            unit: hour
            unit_value: nurse-band-7
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
            unit_value: {amount: 58, price_year: 2023/24, source: accounts}
            years: 0-1
            grade: 2
            source: accounts
        printed: []
    """
    named = (
        ((*path, "unit_value", "id"), line.unit_value.id)
        for path, line in placed_lines(subject.case)
        if line.unit_value
    )
    yield from strangers("unit value", named, subject.framework.unit_values)
