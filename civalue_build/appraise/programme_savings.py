"""Savings that several cases claim: all of them together count once."""

from collections.abc import Mapping, Sequence

from civalue_build.model.contribution import Contribution, Years
from civalue_build.model.programme_value import CountedOnce

ALL = 1 + 1e-9
"""The whole of a saving, with slack for binary fractions."""

Scales = Mapping[str, Years]
"""By saving key, what each year's amounts are multiplied by, so that shares come to 1 at most."""


def scales(members: Sequence[Contribution]) -> Scales:
    """Return the scale of each saving by year: 1 / the sum of its shares where that is above 1."""
    return {
        saving: tuple(1 / total if total > ALL else 1.0 for total in totals)
        for saving, totals in _totals(members).items()
    }


def counted_once(members: Sequence[Contribution]) -> tuple[CountedOnce, ...]:
    """Return the savings of which several members together claim more than all."""
    found = (
        CountedOnce(saving=saving, cases=_claimants(saving, members), claimed=max(totals))
        for saving, totals in _totals(members).items()
        if totals and max(totals) > ALL
    )
    return tuple(found)


def scaled(amounts: Years, saving: str, by: Scales) -> Years:
    """Return amounts after their saving's scale; as they are without one."""
    factors = by.get(saving)
    if factors is None:
        return amounts
    return tuple(amount * factor for amount, factor in zip(amounts, factors, strict=True))


def _totals(members: Sequence[Contribution]) -> dict[str, Years]:
    totals: dict[str, Years] = {}
    for share in (share for member in members for share in member.shares):
        before = totals.get(share.saving, (0.0,) * len(share.by_year))
        totals[share.saving] = tuple(
            one + other for one, other in zip(before, share.by_year, strict=True)
        )
    return totals


def _claimants(saving: str, members: Sequence[Contribution]) -> tuple[str, ...]:
    return tuple(
        member.case
        for member in members
        if any(share.saving == saving and any(share.by_year) for share in member.shares)
    )
