"""A full postcode can be one house."""

from collections.abc import Iterator

from civalue_build.check.pages import suspects
from civalue_build.check.personal import postcodes
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV3004", level=Level.ERROR, waivable=True)
def full_postcode(subject: Subject) -> Iterator[Fault]:
    """Text holds a full postcode.

    A full postcode can stand for a handful of houses. Its first half is enough to say where. A
    waiver may say that it is the address of an organisation.

    *Fails:* at population.who

        population: {who: People who live in LS1 4AP}

    *Passes:*

        population: {who: People who live in LS1}
    """
    for path in suspects(subject.case, postcodes):
        yield path, "a full postcode stands here; its first half is enough"
