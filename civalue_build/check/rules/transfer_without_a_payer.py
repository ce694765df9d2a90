"""What one gains, another pays."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV069", level=Level.ERROR)
def transfer_without_a_payer(subject: Subject) -> Iterator[Fault]:
    """Income from nobody.

    Income and funded capacity are transfers: what one party gains, another pays. The payer stands
    under `from`, so that the two sides cancel out wherever both are counted.

    *Fails:* at benefits.0.from

        record: from-published-sources
        benefits:
          - id: clinics
            label: Extra clinics in the freed time
            kind: funded-capacity
            gained_by: self
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
        if line.kind.is_transfer and line.from_party is None:
            yield (*path, "from"), f"“{line.label}” is a transfer, and nobody is named who pays it"
