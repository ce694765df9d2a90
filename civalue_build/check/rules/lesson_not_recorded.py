"""Principle 6: what would be done otherwise."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV602", level=Level.GAP, principle="learn-and-adapt", evidence=True)
def lesson_not_recorded(subject: Subject) -> Iterator[Fault]:
    """Nothing says what would be done otherwise.

    The next team needs the lesson more than the result. One line under `learning` says what to
    adapt.

    *Fails:* at learning.adapt

        learning: {adapt: null}

    *Passes:*

        learning: {adapt: Begin with the night shift}
    """
    learning = subject.case.learning
    if learning is None or not says(learning.adapt):
        yield ("learning", "adapt"), "nothing says what would be done otherwise next time"
