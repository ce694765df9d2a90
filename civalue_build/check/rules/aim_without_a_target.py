"""Principle 1: how much was meant."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV101", level=Level.GAP, principle="clarify-purpose", evidence=True)
def aim_without_a_target(subject: Subject) -> Iterator[Fault]:
    """No target says how much was meant.

    A purpose is clear when anybody can tell later whether it was met. The aim names one of the
    case's measures, and that measure has a target.

    *Fails:* at measures.0.target

        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
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
            after: {value: 305, period: 2024/25}
            source: accounts

    *Passes:*

        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            target: 1.2
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
            after: {value: 305, period: 2024/25}
            source: accounts
    """
    aim = subject.case.aim
    wanted = aim.measure if aim else None
    measure = next((m for m in subject.case.measures if m.id == wanted), None)
    if aim is None:
        yield ("aim", "measure"), "no aim names a measure, so nobody can see it met"
    elif measure is None:
        yield ("aim", "measure"), "the aim names none of the measures, so nobody can see it met"
    elif measure.target is None:
        at = subject.case.measures.index(measure)
        yield ("measures", at, "target"), f"the aim's measure “{measure.label}” has no target"
