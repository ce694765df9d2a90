"""Principle 9: a link and no label."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV901", level=Level.GAP, principle="strategic-priorities", evidence=True)
def priority_without_a_how(subject: Subject) -> Iterator[Fault]:
    """Nothing says how a priority is served, or none is named.

    Improvement pays off where it serves what the organisation has set out to do. At least one
    priority of the framework is named, and each says in one line how the work serves it: a name
    alone is a label.

    *Fails:* at strategy.0.how

        strategy:
          - {priority: safer-care}

    *Passes:*

        strategy:
          - {priority: safer-care, how: Fewer people come to harm in our beds}
    """
    links = subject.case.strategy
    if not any(link.priority in subject.framework.priorities for link in links):
        yield ("strategy",), "no priority of the framework is named"
    for at, link in enumerate(links):
        if not says(link.how):
            yield ("strategy", at, "how"), f"nothing says how the work serves “{link.priority}”"
