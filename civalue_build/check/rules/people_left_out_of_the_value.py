"""Principle 4: value is more than money."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV402", level=Level.GAP, principle="common-definition", evidence=True)
def people_left_out_of_the_value(subject: Subject) -> Iterator[Fault]:
    """Nothing says what changed for people.

    Value is not only, and not mainly, money. What changed for patients, families, staff or society
    stands in the case, with or without a number.

    *Fails:* at outcomes

        outcomes: []

    *Passes:*

        outcomes:
          - {who: staff, what: Calmer night shifts}
    """
    if not any(says(outcome.what) for outcome in subject.case.outcomes):
        yield ("outcomes",), "no outcome says what changed for people"
