"""Roles stay when people move on."""

from collections.abc import Iterator

from civalue_build.check.personal import named_people
from civalue_build.check.rule import Fault, rule
from civalue_build.check.texts import all_texts
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject

ROLES = ("role", "by", "decided_by")


@rule(code="CV3007", level=Level.GAP)
def person_in_place_of_a_role(subject: Subject) -> Iterator[Fault]:
    """Name of a person stands where a role belongs.

    A contact, a sponsor and whoever signed or decided are roles. People move on, and a page
    about them stays.

    *Fails:* at sponsor.role

        sponsor: {role: Dr Jane Smith}

    *Passes:*

        sponsor: {role: Medical director}
    """
    for path, text in all_texts(subject.case):
        if path[-1] in ROLES and path[0] != "people" and named_people(text):
            yield path, "a person is named here, and a role belongs here"
