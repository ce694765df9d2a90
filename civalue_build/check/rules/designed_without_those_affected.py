"""Principle 2: those whom the work is for."""

from collections.abc import Iterator

from civalue_build.check.groups import designers
from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import is_affected
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV202", level=Level.GAP, principle="co-design", evidence=True)
def designed_without_those_affected(subject: Subject) -> Iterator[Fault]:
    """Nobody whom the work affects took part in the design.

    Patients, carers and families know what care feels like. At least one group of them led the
    design or was part of it.

    *Fails:* at people

        people:
          - {group: staff, role: co-designed, number: 42}
          - {group: patients-and-carers, role: consulted, number: 12}

    *Passes:*

        people:
          - {group: staff, role: co-designed, number: 42}
          - {group: patient panel, role: co-designed, number: 12}
    """
    if not any(is_affected(group.group) for group in designers(subject.case)):
        yield ("people",), "no group of people affected by the work led or co-designed it"
