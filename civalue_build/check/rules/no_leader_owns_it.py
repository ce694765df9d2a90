"""Principle 7: a leader who does something."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV701", level=Level.GAP, principle="leaders-own", evidence=True)
def no_leader_owns_it(subject: Subject) -> Iterator[Fault]:
    """No leader owns the work.

    A leader who owns the work does something for it. The sponsor is a role, with what they do.

    *Fails:* at sponsor.how

        sponsor: {how: null}

    *Passes:*

        sponsor: {role: Medical director, how: Opens each monthly review}
    """
    sponsor = subject.case.sponsor
    if sponsor is None or not says(sponsor.role):
        yield ("sponsor",), "no sponsor is named"
    elif not says(sponsor.how):
        yield ("sponsor", "how"), f"nothing says what the {sponsor.role.lower()} does for the work"
