"""Principle 8: who pays and who gains."""

from collections.abc import Iterator

from civalue_build.check.lines import parties_of
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV802", level=Level.GAP, principle="co-operate", evidence=True)
def value_not_followed_across_boundaries(subject: Subject) -> Iterator[Fault]:
    """No cost or gain is followed to another party.

    The party that pays is often not the one that gains. At least one line is paid, gained or
    passed on by a partner that the case names.

    *Fails:* at benefits

        benefits:
          - id: wounds
            label: Fewer painful wounds
            kind: health
            gained_by: self
            amount: not-stated
            years: 0
            attribution: 1
            grade: 4
            source: audit

    *Passes:*

        benefits:
          - id: wounds
            label: Fewer painful wounds
            kind: health
            gained_by: council
            amount: not-stated
            years: 0
            attribution: 1
            grade: 4
            source: audit
    """
    partners = {partner.id for partner in subject.case.partners}
    named = {party for line in subject.case.lines for party in parties_of(line)}
    if not partners & named:
        yield ("benefits",), "every cost and gain stays with the organisation itself"
