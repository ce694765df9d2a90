"""Priorities are the framework's."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV052", level=Level.ERROR)
def unknown_priority(subject: Subject) -> Iterator[Fault]:
    """No priority of the framework has this name.

    The business lens sets a case beside the priorities that the framework holds.

    *Fails:* at strategy.1.priority

        strategy:
          - {priority: safer-care, how: Fewer people come to harm}
          - {priority: waiting-time, how: Freed beds go to planned operations}

    *Passes:*

        strategy:
          - {priority: safer-care, how: Fewer people come to harm}
          - {priority: waiting-times, how: Freed beds go to planned operations}
    """
    links = enumerate(subject.case.strategy)
    named = ((("strategy", at, "priority"), link.priority) for at, link in links)
    yield from strangers("priority", named, subject.framework.priorities)
