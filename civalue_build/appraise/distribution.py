"""What patients cost before and after, as shares of each period. Counts in bands say no more."""

from itertools import accumulate

from civalue_build.model.approach_facts import PatientCosts
from civalue_build.model.distribution import Distribution, Spell


def distribution(costs: PatientCosts) -> Distribution | None:
    """Return counts in bands as shares; none where there are no counts."""
    if not costs.bands:
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
