"""Unit values are the framework's, or the case's own."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject

NOT_STATED = "not-stated"
WAY_OUT = "leave unit_value out, or write unit_value: {amount: not-stated}"
"""What to write where the price of one is not known."""


@rule(code="CV053", level=Level.ERROR)
def unknown_unit_value(subject: Subject) -> Iterator[Fault]:
    """No unit value of the framework has this name.

    A unit value is the id of a file in the framework, or an amount of the case's own with its
    price year and source. Where the price of one is not known, leave `unit_value` out of a line of
    kind health, experience or wider. Of other lines write `amount: not-stated` and nothing more, or
    keep the quantity beside `unit_value: {amount: not-stated}`.

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
    named = [
        ((*path, "unit_value", "id"), line.unit_value.id)
        for path, line in placed_lines(subject.case)
        if line.unit_value
    ]
    for path, name in named:
        if name == NOT_STATED:
            yield path, f"no unit value is called “{NOT_STATED}”; {WAY_OUT}"
    meant = [item for item in named if item[1] != NOT_STATED]
    yield from strangers("unit value", meant, subject.framework.unit_values)
