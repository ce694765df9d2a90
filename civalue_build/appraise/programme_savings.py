"""Savings that several claim: all of them together count once."""

from collections.abc import Iterable, Mapping, Sequence

from civalue_build.model.contribution import ALL, Contribution, SavingShare, Years, added
from civalue_build.model.programme_value import CountedOnce

Scales = Mapping[str, Mapping[int, float]]
"""By saving key and year, what amounts are multiplied by, so that shares come to 1 at most.

A year in which they do so anyway is left out.
"""


def scales(shares: Iterable[SavingShare]) -> Scales:
    """Return the scale of each saving by year: 1 / the sum of its shares where that is above 1."""
    return {
        saving: {year: 1 / total for year, total in totals.items() if total > ALL}
        for saving, totals in added(shares).items()
    }


def counted_once(members: Sequence[Contribution]) -> tuple[CountedOnce, ...]:
    """Return the savings of which several members together claim more than all."""
    totals = added(share for member in members for share in member.shares)
    return tuple(
        CountedOnce(saving=saving, cases=_claimants(saving, members), claimed=most)
        for saving, years in totals.items()
        if (most := max(years.values(), default=0.0)) > ALL
    )


def scaled(amounts: Years, saving: str, by: Scales, first: int = 0) -> Years:
    """Return amounts, by year from `first`, after their saving's scale; as they are without one."""
    factors = by.get(saving)
    if not factors:
        return amounts
    return tuple(
        amount * factors.get(year, 1.0) for year, amount in enumerate(amounts, start=first)
    )


def _claimants(saving: str, members: Sequence[Contribution]) -> tuple[str, ...]:
    return tuple(
        member.case
        for member in members
        if any(share.saving == saving and any(share.by_year) for share in member.shares)
    )
