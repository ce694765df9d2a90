"""Who signed."""

from collections.abc import Iterator

from civalue_build.check.lines import claim_of, placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Claim, Level
from civalue_build.model.subject import Subject


@rule(code="CV2019", level=Level.GAP)
def signed_without_a_signature(subject: Subject) -> Iterator[Fault]:
    """Finance is said to have signed, and no sign-off covers the line.

    A line that finance signed, or that reached a budget, stands under `sign_off` with who signed
    it and when.

    *Fails:* at benefits.0.claim

        record: from-published-sources
        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            grade: 4
            claim: finance-signed
            source: council-report

    *Passes:*

        sign_off: {by: Deputy director of finance, date: 2026-05-12, covers: [home-care]}
        record: from-published-sources
        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            grade: 4
            claim: finance-signed
            source: council-report
    """
    covers = subject.case.sign_off.covers if subject.case.sign_off else ()
    for path, line in placed_benefits(subject.case):
        claim = claim_of(line, subject.case)
        if claim in (Claim.FINANCE_SIGNED, Claim.IN_BUDGET) and line.id not in covers:
            yield (
                (*path, "claim"),
                f"“{line.label}” is called {claim.value}, and no sign-off covers it",
            )
