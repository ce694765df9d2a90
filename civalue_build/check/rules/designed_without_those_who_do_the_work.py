"""Principle 2: those who do the work."""

from collections.abc import Iterator

from civalue_build.check.groups import designers
from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import does_the_work
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV201", level=Level.GAP, principle="co-design", evidence=True)
def designed_without_those_who_do_the_work(subject: Subject) -> Iterator[Fault]:
    """Nobody who does the work took part in the design.

    People who do the work know where it goes wrong. At least one group of them led the design or
    was part of it: being asked or told is less than that.

    *Fails:* at people

        people:
          - {group: staff, role: informed, number: 42}
          - {group: patients-and-carers, role: co-designed, number: 12}

    *Passes:*

        people:
          - {group: ward nurses, role: led, number: 42}
          - {group: patients-and-carers, role: co-designed, number: 12}
    """
    if not any(does_the_work(group.group) for group in designers(subject.case)):
        yield ("people",), "no group of people who do the work led or co-designed it"
