"""Principle 6: data that can teach."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.measures import Measure
from civalue_build.model.subject import Subject


@rule(code="CV601", level=Level.GAP, principle="learn-and-adapt", evidence=True)
def change_not_followed_in_data(subject: Subject) -> Iterator[Fault]:
    """No measure shows what happened.

    Data improve when they are used. At least one measure has a series of enough points, or a value
    before and a value after with the period of each.

    *Fails:* at measures

        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            target: 1.2
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
    enough = subject.framework.threshold("series-points")
    case = subject.case
    if not any(_before_and_after(m) or _points(m, case) >= enough for m in case.measures):
        yield (
            ("measures",),
            f"no measure has a series of {enough:g} points, or a value before and after",
        )


def _before_and_after(measure: Measure) -> bool:
    return all(seen is not None and seen.period for seen in (measure.before, measure.after))


def _points(measure: Measure, case: Case) -> int:
    series = measure.points or case.series.get(measure.series or "", ())
    return sum(point.value is not None for point in series)
