"""Principle 10: who is reached least well."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV1003", level=Level.GAP, principle="population-health", evidence=True)
def inequalities_not_considered(subject: Subject) -> Iterator[Fault]:
    """Nothing says who is reached least well.

    Work that helps the average can leave some people further behind. One line says who they are
    and what was done, or what was found when somebody looked.

    *Fails:* at population.inequalities

        population: {inequalities: null}

    *Passes:*

        population: {inequalities: We looked at results by deprivation and found no difference}
    """
    population = subject.case.population
    if population is None or not says(population.inequalities):
        yield ("population", "inequalities"), "nothing says who is reached least well"
