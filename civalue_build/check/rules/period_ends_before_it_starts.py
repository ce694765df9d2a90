"""A period runs forwards."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV076", level=Level.ERROR)
def period_ends_before_it_starts(subject: Subject) -> Iterator[Fault]:
    """End of the period lies before its start.

    The years of every line are counted from the start, so a reader has to be able to trust both
    dates.

    *Fails:* at period.end

        benefits: []
        record: from-published-sources
        period: {start: 2023-04, end: 2022-03}

    *Passes:*

        period: {start: 2023-04, end: 2025-03}
    """
    period = subject.case.period
    if period.end and period.end.last_day < period.start.first_day:
        yield ("period", "end"), f"the period ends in {period.end}, before it starts"
