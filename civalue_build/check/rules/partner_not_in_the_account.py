"""Principle 8: costs and gains across boundaries."""

from collections.abc import Iterator

from civalue_build.check.lines import parties_of
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV801", level=Level.GAP, principle="co-operate", evidence=True)
def partner_not_in_the_account(subject: Subject) -> Iterator[Fault]:
    """No line says what a partner pays or gains, or there is no partner.

    Care crosses boundaries, and so do its costs and gains. At least one other party is named, and
    each that is named pays or gains something.

    *Fails:* at partners.1

        partners:
          - {id: council, name: Example Council, sector: local-authority}
          - {id: charity, name: Example Charity, sector: voluntary}

    *Passes:*

        partners:
          - {id: council, name: County Council, sector: local-authority}
    """
    named = {party for line in subject.case.lines for party in parties_of(line)}
    if not subject.case.partners:
        yield ("partners",), "no other party that pays or gains is named"
    for at, partner in enumerate(subject.case.partners):
        if partner.id not in named:
            yield ("partners", at), f"no line says what “{partner.name}” pays or gains"
