"""The days on which something that is said of a case becomes true, or stops being so."""

from collections.abc import Iterator

from civalue_build.model.case import Case
from civalue_build.model.estimate import PartialDate

Day = tuple[int, int, int]


def turns_of(case: Case) -> tuple[Day, ...]:
    """Return each day from which on other things are said of a case than before, in order.

    A review is overdue from the day after its last; a date is still to come until its first.
    The day after a day is told by a number that no calendar need know: only order counts.
    """
    days = {date.first_day for date in _dates(case)}
    if case.review_by:
        year, month, day = case.review_by.last_day
        days.add((year, month, day + 1))
    return tuple(sorted(days))


def _dates(case: Case) -> Iterator[PartialDate]:
    yield from (date for date in (case.published, case.reviewed) if date)
    yield from (change.date for change in case.changes)
    for measure in case.measures:
        yield from (point.date for point in measure.points)
    for points in case.series.values():
        yield from (point.date for point in points)
    yield from (entry.month for entry in case.entries)
