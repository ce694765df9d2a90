"""Principle 8: what one place learns, another can use."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV802", level=Level.GAP, principle="co-operate", evidence=True)
def spread_not_considered(subject: Subject) -> Iterator[Fault]:
    """Nothing says where else the work could go.

    Many small changes add up only if places learn from one another. One line under `learning` says
    who else has taken it up, or could.

    *Fails:* at learning.spread

        learning: {spread: null}

    *Passes:*

        learning: {spread: The hospice next door is trying it}
    """
    learning = subject.case.learning
    if learning is None or not says(learning.spread):
        yield ("learning", "spread"), "nothing says who else has taken this up, or could"
