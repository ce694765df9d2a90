"""Addresses stand in one place, and are a role's."""

from collections.abc import Iterator

from civalue_build.check.pages import suspects
from civalue_build.check.personal import emails
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV3002", level=Level.ERROR)
def email_address(subject: Subject) -> Iterator[Fault]:
    """Text holds an email address.

    The address of a person does not belong into a case, and the address of a role has a place of
    its own: `contact.email`. The text may repeat that one.

    *Fails:* at prose.What we learned.2

        prose: {What we learned: Ask jane.smith@example.org about it.}

    *Passes:*

        prose: {What we learned: Ask the ward improvement lead about it.}
    """
    role = subject.case.contact.email if subject.case.contact else None
    for path in suspects(subject.case, lambda text: emails(text, role)):
        yield path, "an email address stands here; the one of a role goes under contact"
