"""Principle 9: a priority is served by what comes out."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level, MeasureRole
from civalue_build.model.subject import Subject


@rule(code="CV902", level=Level.GAP, principle="strategic-priorities", evidence=True)
def priority_served_in_words_only(subject: Subject) -> Iterator[Fault]:
    """No outcome is measured that a priority could be served by.

    A priority is served when an outcome moves, and not when a process runs. At least one measure
    has the role of an outcome, and shows more than its name: a target, a value or a series.

    *Fails:* at measures

        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            role: balancing
            target: 1.2
            before: {value: 2.4, period: 2022/23}
            series: ulcers.csv
            change_on: 2023-09
            baseline_until: 2023-08
            after: {value: 1.2, period: 2024/25}
            source: audit

    *Passes:*

        aim: {measure: overtime}
        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            role: outcome
            before: {value: 2.4, period: 2022/23}
            series: ulcers.csv
            change_on: 2023-09
            baseline_until: 2023-08
            after: {value: 1.2, period: 2024/25}
            source: audit
          - id: overtime
            label: Hours of overtime a month
            unit: hour
            better: lower
            role: balancing
            target: 300
            source: accounts
    """
    outcomes = (m for m in subject.case.measures if m.role is MeasureRole.OUTCOME)
    if not any(m.target is not None or m.after or m.series or m.points for m in outcomes):
        yield ("measures",), "no outcome is measured that shows a priority being served"
