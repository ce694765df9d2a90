"""A waiver is a reason."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV066", level=Level.ERROR)
def waiver_without_a_reason(subject: Subject) -> Iterator[Fault]:
    """No reason is given for a waiver.

    A check may be set aside for a reason, and the reason is shown to every reader.

    *Fails:* at waivers.partner-not-in-the-account

        partners: []
        benefits: []
        record: from-published-sources
        waivers: {partner-not-in-the-account: TBC}

    *Passes:*

        partners: []
        benefits: []
        record: from-published-sources
        waivers: {partner-not-in-the-account: The work stays inside one ward}
    """
    for name, reason in subject.case.waivers.items():
        if not says(reason):
            yield ("waivers", name), f"no reason is given for the waiver of “{name}”"
