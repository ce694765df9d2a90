"""Principle 10: prevention."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level, Prevention
from civalue_build.model.subject import Subject


@rule(code="CV1002", level=Level.GAP, principle="population-health", evidence=True)
def prevention_not_considered(subject: Subject) -> Iterator[Fault]:
    """No level of prevention is named.

    Primary prevention keeps people well, secondary prevention finds illness early, tertiary
    prevention keeps it from getting worse. The case says which of them the work is. Where it is
    none, a waiver says why direct care alone was right.

    *Fails:* at population.prevention

        population: {prevention: none}

    *Passes:*

        population: {prevention: secondary}
    """
    population = subject.case.population
    if population is None or population.prevention in (None, Prevention.NONE):
        yield ("population", "prevention"), "the work is on no level of prevention"
