"""The realisation ladder by claim, and by kind and claim: what is planned, what is in a budget."""

from collections.abc import Sequence

from civalue_build.appraise.bookings import Booking, counted
from civalue_build.model.appraisal import ClaimRung
from civalue_build.model.case import Case
from civalue_build.model.enums import Claim, Kind, Perspective, Side, Step
from civalue_build.model.worth import Realised


def by_claim(realised: Sequence[Realised]) -> tuple[ClaimRung, ...]:
    """Return the present value of the headline's benefits at each level of claim."""
    return tuple(_rung(claim, realised) for claim in Claim)


def by_kind_and_claim(case: Case, bookings: Sequence[Booking]) -> tuple[Realised, ...]:
    """Return the present value of benefits of each kind at each level of claim, where there are.

    Cash and capacity are counted for the NHS, as in the headline; health, experience and wider
    value for society. A line that states no claim has the weakest.
    """
    return tuple(
        _cell(own, kind, claim, who)
        for who in (Perspective.NHS, Perspective.SOCIETY)
        for chosen in (_benefits(case, bookings, who),)
        for kind in Kind
        if (kind.step is Step.SOCIETY) is (who is Perspective.SOCIETY)
        for claim in Claim
        if (own := [b for b in chosen if b.kind is kind and _claim(b) is claim])
    )


def _benefits(case: Case, bookings: Sequence[Booking], who: Perspective) -> list[Booking]:
    return [b for b in counted(case, bookings, who) if b.side is Side.BENEFIT and not b.why]


def _claim(booking: Booking) -> Claim:
    return booking.line.claim or Claim.PLANNED


def _cell(own: Sequence[Booking], kind: Kind, claim: Claim, who: Perspective) -> Realised:
    return Realised(
        kind=kind,
        claim=claim,
        perspective=who,
        lines=len({b.line.id for b in own}),
        claimed=sum((b.pv_claimed for b in own), 0.0),
        corrected=sum((b.pv_corrected for b in own), 0.0),
    )


def _rung(claim: Claim, realised: Sequence[Realised]) -> ClaimRung:
    own = [r for r in realised if r.claim is claim and r.kind.step is not Step.SOCIETY]
    return ClaimRung(
        claim=claim,
        lines=sum(r.lines for r in own),
        claimed=sum((r.claimed for r in own), 0.0),
        corrected=sum((r.corrected for r in own), 0.0),
    )
