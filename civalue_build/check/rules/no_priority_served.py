"""Principle 9: which priority."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV901", level=Level.GAP, principle="strategic-priorities", evidence=True)
def no_priority_served(subject: Subject) -> Iterator[Fault]:
    """No priority is named that the work serves.

    Improvement pays off where it serves what the organisation has set out to do. At least one
    priority of the framework is named.

    *Fails:* at strategy

        strategy: []

    *Passes:*

        strategy:
          - {priority: waiting-times, how: Freed beds go to planned operations}
    """
    if not any(link.priority in subject.framework.priorities for link in subject.case.strategy):
        yield ("strategy",), "no priority of the framework is named"
