"""Nobody's NHS number is published."""

from collections.abc import Iterator

from civalue_build.check.digits import nhs_numbers
from civalue_build.check.pages import suspects
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV3001", level=Level.ERROR)
def nhs_number(subject: Subject) -> Iterator[Fault]:
    """Text holds an NHS number.

    Ten digits with the right check digit name one person. If it is another kind of number, write
    it in a way that shows what it is. The finding does not repeat the number.

    *Fails:* at prose.What happened.2

        prose: {What happened: The first patient (943 476 5919) went home after a week.}

    *Passes:*

        prose: {What happened: The first patient went home after a week.}
    """
    for path in suspects(subject.case, nhs_numbers):
        yield path, "these ten digits are an NHS number; take it out"
