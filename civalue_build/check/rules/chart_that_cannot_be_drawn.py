"""A chart needs what it is worked out from."""

from collections.abc import Iterator

from civalue_build.check.counts import points_of
from civalue_build.check.rule import Fault, rule
from civalue_build.model.case import Case
from civalue_build.model.enums import Chart, Level
from civalue_build.model.measures import Measure
from civalue_build.model.subject import Subject


@rule(code="CV2053", level=Level.GAP)
def chart_that_cannot_be_drawn(subject: Subject) -> Iterator[Fault]:
    """Series does not hold what its chart needs.

    A chart of rates needs a denominator above 0 of each value. A chart of times between events
    needs times that are not negative. Without, each value is drawn as it is, on a plain control
    chart.

    *Fails:* at measures.0.chart

        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            target: 1.2
            chart: rate
            change_on: 2023-09
            before: {value: 2.4, period: 2022/23}
            after: {value: 1.2, period: 2024/25}
            effect: {value: -1.2}
            points:
              - {date: 2023-08, value: 10.5, denominator: 9000}
              - {date: 2023-09, value: 11.5}
            source: audit
          - id: overtime
            label: Hours of overtime a month
            unit: hour
            better: lower
            role: balancing
            before: {value: 310, period: 2022/23}
            after: {value: 305, period: 2024/25}
            source: accounts
        evaluation: {design: matched comparison, maryland: 3}

    *Passes:*

        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            target: 1.2
            chart: rate
            change_on: 2023-09
            before: {value: 2.4, period: 2022/23}
            after: {value: 1.2, period: 2024/25}
            effect: {value: -1.2}
            points:
              - {date: 2023-08, value: 10.5, denominator: 9000}
              - {date: 2023-09, value: 11.5, denominator: 9100}
            source: audit
          - id: overtime
            label: Hours of overtime a month
            unit: hour
            better: lower
            role: balancing
            before: {value: 310, period: 2022/23}
            after: {value: 305, period: 2024/25}
            source: accounts
    """
    for at, measure in enumerate(subject.case.measures):
        if told := _missing(measure, subject.case):
            yield ("measures", at, "chart"), f"“{measure.label}” {told}"


def _missing(measure: Measure, case: Case) -> str:
    if measure.chart not in (Chart.RATE, Chart.TIME_BETWEEN):
        return ""
    known = [point for point in points_of(measure, case) if point.value is not None]
    for point in known:
        if measure.chart is Chart.RATE and not (point.denominator or 0) > 0:
            return f"is drawn as a rate, and {point.date} has no denominator above 0"
        if measure.chart is Chart.TIME_BETWEEN and (point.value or 0) < 0:
            return f"is drawn as times, and that of {point.date} is below 0"
    return ""
