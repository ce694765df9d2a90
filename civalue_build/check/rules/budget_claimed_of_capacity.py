"""What reaches a budget."""

from collections.abc import Iterator

from civalue_build.check.lines import claim_of, is_loss, placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Claim, Decision, Level, Step
from civalue_build.model.subject import Subject


@rule(code="CV2043", level=Level.GAP)
def budget_claimed_of_capacity(subject: Subject) -> Iterator[Fault]:
    """Capacity or avoided cost is said to be in a budget.

    No budget falls when capacity is freed, or when spending does not come. Where a budget was
    cut, the benefit is of kind `cash-releasing`, at a marginal price.

    *Fails:* at benefits.0.claim

        record: from-published-sources
        sign_off: {by: Deputy director of finance, date: 2026-05-12, covers: [bed-days]}
        benefits:
          - id: bed-days
            label: Bed days no longer needed
            kind: released-capacity
            gained_by: self
            quantity: 400
            unit: bed-day
            unit_value: bed-day
            years: 0-1
            grade: 3
            claim: in-budget
            source: audit

    *Passes:*

        record: from-published-sources
        sign_off: {by: Deputy director of finance, date: 2026-05-12, covers: [bed-days]}
        benefits:
          - id: bed-days
            label: Bed days no longer needed
            kind: released-capacity
            gained_by: self
            quantity: 400
            unit: bed-day
            unit_value: bed-day
            years: 0-1
            grade: 3
            claim: finance-signed
            source: audit
    """
    for path, line in placed_benefits(subject.case):
        if line.kind.step is Step.CASH or is_loss(line):
            continue
        if claim_of(line, subject.case) is Claim.IN_BUDGET:
            yield (*path, "claim"), f"“{line.label}” is said to be in a budget, and it is no cash"
        elif line.harvest and line.harvest.decision is Decision.BANKED:
            yield (
                (*path, "harvest", "decision"),
                f"“{line.label}” is said to be taken out of a budget, and it is no cash",
            )
