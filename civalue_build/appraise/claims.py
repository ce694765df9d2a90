"""The realisation ladder by claim: how much of the headline is planned, measured, in a budget."""

from collections.abc import Sequence

from civalue_build.appraise.bookings import Booking, counted
from civalue_build.model.appraisal import ClaimRung
from civalue_build.model.case import Case
from civalue_build.model.enums import Claim, Perspective, Side, Step


def by_claim(case: Case, bookings: Sequence[Booking]) -> tuple[ClaimRung, ...]:
    """Return the present value of the headline's benefits at each level of claim.

    A line that states no claim has the weakest.
    """
    chosen = [
        b
        for b in counted(case, bookings, Perspective.NHS, Step.CAPACITY)
        if b.side is Side.BENEFIT and not b.why
    ]
    rungs: list[ClaimRung] = []
    for claim in Claim:
        own = [b for b in chosen if (b.line.claim or Claim.PLANNED) is claim]
        rungs.append(
            ClaimRung(
                claim=claim,
                lines=len({b.line.id for b in own}),
                claimed=sum((b.pv_claimed for b in own), 0.0),
                corrected=sum((b.pv_corrected for b in own), 0.0),
            )
        )
    return tuple(rungs)
