"""Principle 1: by when."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV102", level=Level.GAP, principle="clarify-purpose", evidence=True)
def aim_without_a_date(subject: Subject) -> Iterator[Fault]:
    """No date says by when the aim was to be met.

    A date keeps a purpose honest. It lies after the work began, as a date that was set for the
    past is not an aim.

    *Fails:* at aim.by

        aim: {by: null}

    *Passes:*

        aim: {by: 2024-12}
    """
    aim = subject.case.aim
    if aim is None:
        yield ("aim", "by"), "no aim says by when it was to be met"
    elif aim.by is None:
        yield ("aim", "by"), "the aim has no date by which it was to be met"
    elif aim.by.last_day < subject.case.period.start.first_day:
        yield ("aim", "by"), f"the aim was to be met by {aim.by}, before the work began"
