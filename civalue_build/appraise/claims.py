"""The realisation ladder by claim: how much of the headline is planned, measured, in a budget."""

from collections.abc import Sequence

from civalue_build.appraise.bookings import Booking, counted, flows
from civalue_build.model.appraisal import ClaimRung
from civalue_build.model.case import Case
from civalue_build.model.enums import Claim, Perspective, Side, Step


def claim_of(case: Case, line_id: str) -> Claim:
    """Return the claim of a benefit line: its own, else the case's, else the weakest."""
    line = next((b for b in case.benefits or () if b.id == line_id), None)
    return (line.claim if line else None) or case.claim or Claim.PLANNED


def by_claim(case: Case, bookings: Sequence[Booking]) -> tuple[ClaimRung, ...]:
    """Return the present value of the headline's benefits at each level of claim."""
    horizon = case.appraisal.horizon if case.appraisal else 1
    chosen = [
        b
        for b in counted(case, bookings, Perspective.NHS, Step.CAPACITY)
        if b.side is Side.BENEFIT and b.chain
    ]
    rungs: list[ClaimRung] = []
    for claim in Claim:
        own = [b for b in chosen if claim_of(case, b.line) is claim]
        rungs.append(
            ClaimRung(
                claim=claim,
                lines=len({b.line for b in own}),
                claimed=float(flows(own, horizon, corrected=False).discounted_benefits.sum()),
                corrected=float(flows(own, horizon, corrected=True).discounted_benefits.sum()),
            )
        )
    return tuple(rungs)
