"""Principle 8: somebody else is at the table."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV801", level=Level.GAP, principle="co-operate", evidence=True)
def no_partner(subject: Subject) -> Iterator[Fault]:
    """No partner is named.

    Care crosses boundaries, and so do its costs and gains. At least one other party that pays or
    gains is named, with its sector.

    *Fails:* at partners

        partners: []
        benefits: []

    *Passes:*

        partners:
          - {id: council, name: Example Council, sector: local-authority}
          - {id: charity, name: Example Charity, sector: voluntary}
    """
    if not subject.case.partners:
        yield ("partners",), "no other party that pays or gains is named"
