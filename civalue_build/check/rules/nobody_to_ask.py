"""Principle 7: somebody answers."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV702", level=Level.GAP, principle="leaders-own", evidence=True)
def nobody_to_ask(subject: Subject) -> Iterator[Fault]:
    """Nobody is named who answers questions.

    A case without an owner goes stale. The contact is a role that stays when people move on.

    *Fails:* at contact

        contact: null

    *Passes:*

        contact: {role: Head of improvement}
    """
    contact = subject.case.contact
    if contact is None or not says(contact.role):
        yield ("contact",), "no role is named that answers questions about the case"
