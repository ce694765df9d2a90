"""How sure the headline is: one input at a time, both corners, and seeded draws."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.chain import Chain
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.headline import headline
from civalue_build.appraise.number import DRAWS
from civalue_build.appraise.switching import Tried, share_of_claim, switching_value
from civalue_build.appraise.total import Total
from civalue_build.appraise.worth import paid_in
from civalue_build.model.appraisal import OneInput, Uncertainty, Undefined
from civalue_build.model.estimate import Range

NO_RANGE = Undefined("no input of the case has a range")


def uncertainty(
    ground: Ground, chains: Sequence[Chain], booked: Sequence[Booking]
) -> Uncertainty | Undefined:
    """Return how far the headline net present value, as claimed, moves with its inputs."""
    total = headline(ground, chains, booked)
    if isinstance(total, Undefined):
        return total
    ranges = {key: number for key, number in ground.numbers.items() if not number.is_certain}
    return Uncertainty(
        one_at_a_time=tuple(_each(total, ground, chains)),
        **(_drawn(ground.case.slug, total, ranges) if ranges else _certain(total)),
    )


def _each(total: Total, ground: Ground, chains: Sequence[Chain]) -> Iterator[OneInput]:
    shares = {key for chain in chains for key, _ in chain.terms.shares}
    ledger = {key: Range.of(paid) for chain in chains for key, paid in paid_in(chain.terms).items()}
    for key, number in sorted({**ground.numbers, **ledger}.items()):
        yield _one(total, key, number, is_share=key in shares)


def _one(total: Total, key: str, number: Range, *, is_share: bool) -> OneInput:
    middle, npv = total.central, total.along(key)
    is_moved = key in total.users and not number.is_certain
    switching = switching_value(
        Tried(range=number, npv=npv, is_share=is_share, is_bent=key in total.bent)
    )
    return OneInput(
        input=key,
        range=number,
        low=npv(number.low) if is_moved else middle,
        high=npv(number.high) if is_moved else middle,
        switching_value=switching,
        share_of_claim=share_of_claim(switching, number.central),
        is_counted=key in total.users,
    )


def _certain(total: Total) -> dict[str, Any]:
    figures = ("chance_npv_positive", "npv_5", "npv_95")
    corners = dict.fromkeys(("best_corner", "worst_corner"), total.central)
    return {"draws": 0, **dict.fromkeys(figures, NO_RANGE), **corners}


def _drawn(case: str, total: Total, ranges: Mapping[str, Range]) -> dict[str, Any]:
    # Both need numpy, which is slow to import.
    from civalue_build.appraise.corners import extremes  # noqa: PLC0415
    from civalue_build.appraise.pert import spread  # noqa: PLC0415

    chance, low, high, bands = spread(case, total, ranges)
    worst, best = extremes(total, ranges)
    return {
        "draws": DRAWS,
        "chance_npv_positive": chance,
        "npv_5": low,
        "npv_95": high,
        "spread": bands,
        "worst_corner": worst.value,
        "best_corner": best.value,
        "worst_at": worst.at,
        "best_at": best.at,
    }
