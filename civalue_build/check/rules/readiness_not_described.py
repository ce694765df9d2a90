"""Principle 3: how."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV302", level=Level.GAP, principle="culture-readiness", evidence=True)
def readiness_not_described(subject: Subject) -> Iterator[Fault]:
    """Nothing says how readiness was worked on.

    A date alone is a tick in a box. One line says what was asked, of whom, and what was done about
    the answers.

    *Fails:* at readiness.how

        readiness: {how: "Yes"}

    *Passes:*

        readiness: {how: We asked every shift what would stop them}
    """
    readiness = subject.case.readiness
    if readiness is None or not says(readiness.how):
        yield ("readiness", "how"), "nothing says how readiness was assessed and worked on"
