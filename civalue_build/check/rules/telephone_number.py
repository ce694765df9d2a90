"""Nobody's telephone number is published."""

from collections.abc import Iterator

from civalue_build.check.digits import phones
from civalue_build.check.pages import suspects
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV3003", level=Level.ERROR)
def telephone_number(subject: Subject) -> Iterator[Fault]:
    """Text holds a telephone number.

    Numbers that begin with 01, 02 or 07, or with +44, can be a person's. Helplines that begin with
    03 or 08 are not looked for.

    *Fails:* at prose.What we learned.2

        prose: {What we learned: Ring 07700 900123 to hear more.}

    *Passes:*

        prose: {What we learned: Ring the helpline on 0300 123 4567 to hear more.}
    """
    for path in suspects(subject.case, phones):
        yield path, "a telephone number stands here; take it out"
