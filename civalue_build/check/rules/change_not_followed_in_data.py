"""Principle 6: data that can teach."""

from collections.abc import Iterator

from civalue_build.check.counts import points_of
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

        evaluation: {design: matched comparison, maryland: 3}
        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            target: 1.2
            after: {value: 1.2, period: 2024/25}
            effect: {value: -1.2}
            source: audit
          - id: overtime
            label: Hours of overtime a month
            unit: hour
            better: lower
            role: balancing
            after: {value: 305, period: 2024/25}
            source: accounts

    *Passes:*

        evaluation: {design: matched comparison, maryland: 3}
        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            target: 1.2
            before: {value: 2.4, period: 2022/23}
            after: {value: 1.2, period: 2024/25}
            effect: {value: -1.2}
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
    longest = max((_points(measure, case) for measure in case.measures), default=0)
    if longest < enough and not any(map(_before_and_after, case.measures)):
        yield ("measures",), f"{_series(longest, enough)}, and {_nearest(case)}"


def _before_and_after(measure: Measure) -> bool:
    return all(seen is not None and seen.period for seen in (measure.before, measure.after))


def _points(measure: Measure, case: Case) -> int:
    return sum(point.value is not None for point in points_of(measure, case))


def _series(longest: int, enough: float) -> str:
    if not longest:
        return "no measure has a series"
    return f"the longest series has {longest} of {enough:g} points"


def _nearest(case: Case) -> str:
    """Say what is missing of the first measure that has a value before or after."""
    for measure in case.measures:
        for key, seen, other in (
            ("before", measure.before, measure.after),
            ("after", measure.after, measure.before),
        ):
            if other and not seen:
                return f"“{measure.label}” has no value {key}"
            if other and seen and not seen.period:
                return f"“{measure.label}” has no period for its value {key}"
    return "no measure has a value before and after"
