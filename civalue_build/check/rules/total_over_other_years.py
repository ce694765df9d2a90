"""A total is spread over the years of its line."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV073", level=Level.ERROR)
def total_over_other_years(subject: Subject) -> Iterator[Fault]:
    """Total is spread over other years than those of its line.

    A total says over which years it is spread, and the line says in which years it occurs. Two
    answers to one question leave open which of them is meant. Write the same years in both.

    *Fails:* at costs.0.quantity.over

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: {total: 1600, over: 0-1}
            unit: hour
            unit_value: nurse-band-7-hour
            years: 0
            grade: 2
            source: accounts

    *Passes:*

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: {total: 1600, over: 0-1}
            unit: hour
            unit_value: nurse-band-7-hour
            years: 0-1
            grade: 2
            source: accounts
    """
    for path, line in placed_lines(subject.case):
        for key, spread in (("quantity", line.quantity), ("amount", line.amount)):
            if spread and spread.over and set(spread.over) != set(line.years):
                told = "is spread over other years than the line states"
                yield (*path, key, "over"), f"the total of “{line.label}” {told}"
