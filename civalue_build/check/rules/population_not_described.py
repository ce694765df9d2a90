"""Principle 10: for whom."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV1001", level=Level.GAP, principle="population-health", evidence=True)
def population_not_described(subject: Subject) -> Iterator[Fault]:
    """Nothing says for whom the work is.

    Looking at everyone begins with saying who everyone is: more than the patients of one day, and
    with a number where there is one.

    *Fails:* at population.who

        population: {who: Not stated}

    *Passes:*

        population: {who: Everyone over 65 in the county}
    """
    population = subject.case.population
    if population is None or not says(population.who):
        yield ("population", "who"), "nothing says which population the work is for"
