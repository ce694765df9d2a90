"""Principle 3: before, and not after."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV301", level=Level.GAP, principle="culture-readiness", evidence=True)
def readiness_not_assessed_before_the_start(subject: Subject) -> Iterator[Fault]:
    """Readiness was not assessed before the work began.

    A change that is dropped in meets people who are not ready for it. The date of the assessment
    lies wholly before the start of the period.

    *Fails:* at readiness.assessed

        readiness: {assessed: 2023-06}

    *Passes:*

        readiness: {assessed: 2023-03}
    """
    readiness = subject.case.readiness
    start = subject.case.period.start
    if readiness is None or readiness.assessed is None:
        yield ("readiness", "assessed"), "no date on which readiness for the change was assessed"
    elif readiness.assessed.last_day >= start.first_day:
        yield (
            ("readiness", "assessed"),
            f"readiness was assessed in {readiness.assessed}, which is not before {start}",
        )
