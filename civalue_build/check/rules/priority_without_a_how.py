"""Principle 9: a link and no label."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV902", level=Level.GAP, principle="strategic-priorities", evidence=True)
def priority_without_a_how(subject: Subject) -> Iterator[Fault]:
    """Nothing says how a priority is served.

    A name is a label and not a link. Every priority says in one line how the work serves it.

    *Fails:* at strategy.0.how

        strategy:
          - {priority: safer-care}

    *Passes:*

        strategy:
          - {priority: safer-care, how: Fewer people come to harm in our beds}
    """
    links = subject.case.strategy
    if not links:
        yield ("strategy",), "nothing says how the work serves a priority"
    for at, link in enumerate(links):
        if not says(link.how):
            yield ("strategy", at, "how"), f"nothing says how the work serves “{link.priority}”"
