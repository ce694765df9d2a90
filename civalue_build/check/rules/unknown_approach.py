"""Approaches to value are the framework's."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV081", level=Level.ERROR)
def unknown_approach(subject: Subject) -> Iterator[Fault]:
    """No approach of the framework has this name.

    Facts for an approach stand under its name. Under any other name nobody would find them.

    *Fails:* at approaches.evoo

        approaches:
          evoo:
            sessions: [{date: 2023-05, people: [clinicians, finance], decided: Begin on one ward}]

    *Passes:*

        approaches:
          evo:
            sessions: [{date: 2023-05, people: [clinicians, finance], decided: Begin on one ward}]
    """
    named = ((("approaches", name), name) for name in subject.case.approaches)
    yield from strangers("approach", named, subject.framework.approaches)
