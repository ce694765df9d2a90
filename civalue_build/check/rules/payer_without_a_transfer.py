"""Only transfers have a payer."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV070", level=Level.ERROR)
def payer_without_a_transfer(subject: Subject) -> Iterator[Fault]:
    """Payer of something that nobody pays.

    Only income and funded capacity are paid by somebody. A `from` on another kind would take the
    benefit away from a party that never had it.

    *Fails:* at benefits.0.from

        record: from-published-sources
        benefits:
          - id: clinics
            label: Extra clinics in the freed time
            kind: cost-avoided
            gained_by: self
            from: council
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
            kind: cost-avoided
            gained_by: self
            amount: 21000
            price_year: 2023/24
            years: 1
            grade: 3
            source: accounts
    """
    for path, line in placed_benefits(subject.case):
        if line.from_party is not None and not line.kind.is_transfer:
            yield (*path, "from"), f"“{line.label}” is no transfer, so nobody pays it"
