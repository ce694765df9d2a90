"""Principle 6: transparency."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV603", level=Level.GAP, principle="learn-and-adapt", evidence=True)
def data_without_a_source(subject: Subject) -> Iterator[Fault]:
    """No measure or line names where its data come from.

    Transparency begins with a source. At least one measure, cost or benefit names a source that
    the case lists, and no measure is without one.

    *Fails:* at measures.0.source

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
    case = subject.case
    known = {source.id for source in case.sources}
    for at, measure in enumerate(case.measures):
        if measure.source not in known:
            yield ("measures", at, "source"), f"“{measure.label}” names no source of its data"
    if not case.measures and not any(line.source in known for line in case.lines):
        yield ("sources",), "no measure, cost or benefit names where its data come from"
