"""Principle 1: worth what, and said at the outset."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV103", level=Level.GAP, principle="clarify-purpose", evidence=True)
def value_not_stated_at_the_outset(subject: Subject) -> Iterator[Fault]:
    """Nothing says at the outset what value was meant.

    Where nobody agrees at the outset what value the work should bring, any gain can be called the
    one that was meant. One line is enough: for whom, and what they get.

    *Fails:* at aim.value

        aim: {value: null}

    *Passes:*

        aim: {value: Fewer painful wounds}
    """
    aim = subject.case.aim
    if aim is None:
        yield ("aim", "value"), "no aim states the value that was meant"
    elif not says(aim.value):
        yield ("aim", "value"), "the value that was meant is not stated with the aim"
