"""What patients cost before and after, as shares of each period. Counts in bands say no more."""

from itertools import accumulate

from civalue_build.model.approach_facts import PatientCosts
from civalue_build.model.distribution import Distribution, Spell


def distribution(costs: PatientCosts, few: float) -> Distribution | None:
    """Return counts in bands as shares; none where there are no counts.

    Nor where a band holds only a `few` people, though its author may have said why: from a share
    and the number of all, the count could be worked out, and such counts are printed nowhere.
    """
    counts = [count for band in costs.bands for count in (band.before, band.after)]
    if not counts or any(1 <= count <= few for count in counts):
        return None
    return Distribution(
        costs=costs,
        before=_spell(costs.before, [band.before for band in costs.bands]),
        after=_spell(costs.after, [band.after for band in costs.bands]),
    )


def _spell(name: str, counts: list[int]) -> Spell:
    total = sum(counts)
    return Spell(
        name=name,
        total=total,
        shares=tuple(count / total for count in counts),
        middle=(_holder(counts, (total + 1) // 2), _holder(counts, total // 2 + 1)),
    )


def _holder(counts: list[int], rank: int) -> int:
    """Return the position of the band that holds the patient of a rank, counted from 1."""
    return next(at for at, reached in enumerate(accumulate(counts)) if reached >= rank)
