"""Savings of the library's cases: shares of one of them add up to all of it at most."""

from collections.abc import Iterable, Iterator, Sequence

from civalue_build.check.across.catalogue import SAVING_CLAIMED_BY_SEVERAL, finding
from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import ALL, SavingClaim, added
from civalue_build.model.finding import Finding
from civalue_build.model.record import record

Claimed = tuple[CaseCard, SavingClaim]
NAMED = 5
"""How many of the other cases a finding names."""


@record
class Savings:
    """What was found, and the savings of which it was."""

    findings: tuple[Finding, ...] = ()
    savings: frozenset[str] = frozenset()


def judge_savings(cards: Iterable[CaseCard]) -> Savings:
    """Find savings of which several cases together claim more than all in a financial year.

    Each finding stands at the line of one of the cases and names the others. Real and invented
    cases are never held against each other, and an archived case against none.
    """
    claims: dict[tuple[str, bool], list[Claimed]] = {}
    for card in sorted(cards, key=lambda card: card.slug):
        for claim in card.savings if card.is_current else ():
            claims.setdefault((claim.share.saving, card.illustrative), []).append((card, claim))
    found = {key: tuple(_over(several)) for key, several in sorted(claims.items())}
    return Savings(
        findings=tuple(item for findings in found.values() for item in findings),
        savings=frozenset(saving for (saving, _), findings in found.items() if findings),
    )


def _over(several: Sequence[Claimed]) -> Iterator[Finding]:
    if len(several) < 2:
        return
    totals = added(claim.share for _, claim in several)
    for saving, years in totals.items():
        over = {year: total for year, total in years.items() if total > ALL}
        together = {year: tuple(_claiming(several, year)) for year in over}
        shared = [year for year in over if len(together[year]) > 1]
        if shared:
            year = max(shared, key=over.__getitem__)
            own = together[year]
            yield from (_finding(saving, over[year], year, one, own) for one in own)


def _claiming(several: Iterable[Claimed], year: int) -> Iterator[Claimed]:
    """Return those that claim something in a year: nobody is told of a year of others."""
    for card, claim in several:
        place = year - claim.share.first
        if 0 <= place < len(claim.share.by_year) and claim.share.by_year[place]:
            yield card, claim


def _named(others: Sequence[str]) -> str:
    more = len(others) - NAMED
    return ", ".join(others[:NAMED]) + (f" and {more} more" if more > 0 else "")


def _finding(
    saving: str, claimed: float, year: int, one: Claimed, several: Sequence[Claimed]
) -> Finding:
    card, claim = one
    others = _named([other.slug for other, _ in several if other is not card])
    message = (
        f"{claimed:.0%} of the saving “{saving}” is claimed in the year from April {year}, "
        f"together with {others}; totals count it once"
    )
    return finding(SAVING_CLAIMED_BY_SEVERAL, message, claim.places[0], card.slug)
