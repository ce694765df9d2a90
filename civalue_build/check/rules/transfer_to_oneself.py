"""A transfer has two parties."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV077", level=Level.ERROR)
def transfer_to_oneself(subject: Subject) -> Iterator[Fault]:
    """Income is paid by the one who gets it.

    What a party pays to itself changes nothing for it. Either somebody else pays, or the line is
    of another kind.

    *Fails:* at benefits.0.from

        record: from-published-sources
        partners: []
        benefits:
          - id: clinics
            label: Extra clinics in the freed time
            kind: funded-capacity
            gained_by: self
            from: self
            amount: 21000
            price_year: 2023/24
            years: 1
            grade: 3
            source: accounts

    *Passes:*

        record: from-published-sources
        benefits:
          - id: clinics
            label: Extra clinics in the freed time
            kind: funded-capacity
            gained_by: self
            from: council
            amount: 21000
            price_year: 2023/24
            years: 1
            grade: 3
            source: accounts
    """
    for path, line in placed_benefits(subject.case):
        if line.kind.is_transfer and line.from_party == line.gained_by:
            yield (*path, "from"), f"“{line.label}” is paid by the party that gains it"
