"""Nobody has counted what has not happened yet."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.measures import Measure
from civalue_build.model.place import FILES, KeyPath
from civalue_build.model.subject import Subject


@rule(code="CV2036", level=Level.GAP)
def value_in_the_future(subject: Subject) -> Iterator[Fault]:
    """Value of a series, or an actual of a ledger, is dated after today.

    A date to come has no observed value, so the date is probably mistyped, or the value is a
    target or a forecast. Mend the date; a target is written as “target” of the measure, and what
    a ledger expects of a month as “plan”.

    *Fails:* at measures.0.points.1.date

        evaluation: {design: matched comparison, maryland: 3}
        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            target: 1.2
            points: [{date: 2023-04, value: 2.4}, {date: 2032-05, value: 1.2}]
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

    *Passes:*

        evaluation: {design: matched comparison, maryland: 3}
        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            target: 1.2
            points: [{date: 2023-04, value: 2.4}, {date: 2023-05, value: 1.2}]
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
    today = subject.today
    for at, measure in enumerate(subject.case.measures):
        points = subject.case.series.get(measure.id) or measure.points
        late = [
            position
            for position, point in enumerate(points)
            if today and point.value is not None and point.date.first_day > today
        ]
        if late:
            date = points[late[0]].date
            more = f", and {len(late) - 1} more" if len(late) > 1 else ""
            where = f"{measure.series} has" if measure.series else f"“{measure.label}” has"
            message = f"{where} a value for {date}, which is after today{more}"
            yield _path(measure, at, late[0]), message
    yield from _booked(subject)


def _booked(subject: Subject) -> Iterator[Fault]:
    case, today = subject.case, subject.today
    late = [
        entry
        for entry in case.entries
        if today and entry.actual is not None and entry.month.first_day > today
    ]
    if case.ledger and late:
        first, more = late[0], f", and {len(late) - 1} more" if len(late) > 1 else ""
        message = f"{case.ledger} has an actual for {first.month}, which is after today{more}"
        yield (FILES, case.ledger, first.row, 1), message


def _path(measure: Measure, at: int, position: int) -> KeyPath:
    if measure.series:
        return "measures", at, "series"
    return "measures", at, "points", position, "date"
