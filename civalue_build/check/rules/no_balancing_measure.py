"""What might have got worse."""

from collections.abc import Iterator

from civalue_build.check.records import is_by_team
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level, MeasureRole
from civalue_build.model.subject import Subject


@rule(code="CV2016", level=Level.GAP)
def no_balancing_measure(subject: Subject) -> Iterator[Fault]:
    """No measure watches for what might have got worse.

    Pressing on one spot can make another one worse. A balancing measure looks there.

    *Fails:* at measures

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
          - id: falls
            label: Falls per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            role: balancing
            before: {value: 5.1, period: 2022/23}
            after: {value: 5.0, period: 2024/25}
            source: audit
    """
    case = subject.case
    watched = any(measure.role is MeasureRole.BALANCING for measure in case.measures)
    if is_by_team(subject) and (case.measures or case.benefits) and not watched:
        yield ("measures",), "no balancing measure watches for what might have got worse"
