"""Savings that several cases of a library name."""

from collections.abc import Iterable, Iterator, Sequence

from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import ALL, SavingClaim, added
from civalue_build.model.portfolio import SharedSaving


def shared(cards: Sequence[CaseCard]) -> tuple[SharedSaving, ...]:
    """Return each saving that at least two cases name, by its key, with what they claim of it."""
    claims: dict[str, list[tuple[str, SavingClaim]]] = {}
    for card in cards:
        for claim in card.savings:
            claims.setdefault(claim.share.saving, []).append((card.slug, claim))
    return tuple(_savings(claims.items()))


def _savings(
    claims: Iterable[tuple[str, Sequence[tuple[str, SavingClaim]]]],
) -> Iterator[SharedSaving]:
    for saving, found in sorted(claims):
        years = added(claim.share for _, claim in found).get(saving, {})
        if len(found) > 1 and years:
            year = max(years, key=years.__getitem__)
            yield SharedSaving(
                saving=saving,
                shares=tuple((case, max(claim.share.by_year)) for case, claim in found),
                claimed=years[year],
                year=year,
                is_over=years[year] > ALL,
            )
