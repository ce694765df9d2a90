"""Principle 2: how many."""

from collections.abc import Iterator

from civalue_build.check.groups import designers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV203", level=Level.GAP, principle="co-design", evidence=True)
def designers_not_counted(subject: Subject) -> Iterator[Fault]:
    """Nobody says how many people took part in the design.

    Two people round a table and two hundred on a ward are both called co-design. At least one
    group that led or co-designed the work says how many people it had.

    *Fails:* at people

        people:
          - {group: staff, role: co-designed}
          - {group: patients-and-carers, role: co-designed}

    *Passes:*

        people:
          - {group: staff, role: co-designed, number: 42}
          - {group: patients-and-carers, role: co-designed}
    """
    if not any(group.number for group in designers(subject.case)):
        yield ("people",), "no group that led or co-designed the work says how many took part"
