"""Figures that a source prints, beside the same figures computed from its own inputs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.chain import Chain
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.moves import corners
from civalue_build.appraise.recomputed import Recomputed, recomputed
from civalue_build.model.appraisal import Figure, Reproduction, Undefined
from civalue_build.model.case import Case
from civalue_build.model.evidence import Printed

ROUNDING = 1 + 1e-9
"""Slack for binary fractions on top of half of the last printed place."""


def reproductions(
    ground: Ground, chains: Sequence[Chain], booked: Sequence[Booking]
) -> tuple[Reproduction, ...]:
    """Return each printed figure of a case with the computed one, and whether they agree."""
    return tuple(
        _reproduction(item, ground, recomputed(item, ground, chains, booked))
        for item in ground.case.printed
    )


def not_reproduced(case: Case, why: str) -> tuple[Reproduction, ...]:
    """Return each printed figure of a case that has nothing to compute it from."""
    none = Undefined(why)
    return tuple(_beside(item, (none, none, none), None) for item in case.printed)


def _reproduction(item: Printed, ground: Ground, found: Recomputed | Undefined) -> Reproduction:
    has_ends = item.low is not None or item.high is not None
    computed, at = _three(found, ground, has_ends=has_ends)
    agrees = _agrees(_as_printed(item), computed, item.to_nearest)
    return replace(_beside(item, computed, agrees), at=at)


def _three(
    found: Recomputed | Undefined, ground: Ground, *, has_ends: bool
) -> tuple[tuple[Figure, Figure, Figure], tuple[Mapping[str, float], Mapping[str, float]]]:
    """Return a figure with its ends, where they are asked for, and the inputs at each of them."""
    if isinstance(found, Undefined):
        return (found, found, found), ({}, {})
    middle = found.central
    if isinstance(middle, Undefined) or not has_ends:
        return (middle, middle, middle), ({}, {})
    low, high = corners(found.total, ground.numbers, found.read)
    return (middle, low.figure, high.figure), (low.at, high.at)


def _as_printed(item: Printed) -> tuple[float | None, float | None, float | None]:
    return item.value, item.low, item.high


def _beside(
    item: Printed,
    computed: tuple[Figure, Figure, Figure],
    agrees: bool | None,  # noqa: FBT001 a finding, not a switch
) -> Reproduction:
    return Reproduction(
        label=item.label,
        of=item.of,
        printed=_as_printed(item),
        computed=computed,
        agrees=agrees,
        says=item.reproduces,
        because=item.because or "",
        source=item.source,
    )


def _agrees(
    printed: Sequence[float | None], computed: Sequence[Figure], to_nearest: float
) -> bool | None:
    agree = True
    for given, found in zip(printed, computed, strict=True):
        if given is None:
            continue
        if isinstance(found, Undefined):
            return None
        agree = agree and abs(found - given) <= to_nearest / 2 * ROUNDING
    return agree
