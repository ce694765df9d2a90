"""Earlier names of cases: each leads on to one case, unless another has the address."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from civalue_build.check.across.catalogue import (
    FORMER_NAME_CLAIMED_TWICE,
    FORMER_NAME_TAKEN,
    finding,
)
from civalue_build.model.card import CaseCard
from civalue_build.model.finding import Finding
from civalue_build.model.place import Place
from civalue_build.model.record import record


@record
class FormerNames:
    """What was found, and which earlier name leads on to which case: (name, slug), sorted."""

    findings: tuple[Finding, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()


def judge_former_names(slugs: Collection[str], cards: Iterable[CaseCard]) -> FormerNames:
    """Return what earlier names are at fault, and the redirects of all others.

    `slugs` are the names of all folders of cases, published or not: none of their addresses is
    ever taken by a redirect.
    """
    taken, found = frozenset(slugs), list[Finding]()
    claims: dict[str, list[CaseCard]] = defaultdict(list)
    for card in sorted(cards, key=lambda card: card.slug):
        for name in dict.fromkeys(card.formerly):
            claims[name].append(card)
    leads: list[tuple[str, str]] = []
    for name, claimants in sorted(claims.items()):
        if name in taken:
            found += (_taken(name, card) for card in claimants)
        elif len(claimants) > 1:
            found += (_claimed_twice(name, card, claimants) for card in claimants)
        else:
            leads.append((name, claimants[0].slug))
    findings = sorted(found, key=lambda item: (item.place, item.message))
    return FormerNames(findings=tuple(findings), redirects=tuple(leads))


def _taken(name: str, card: CaseCard) -> Finding:
    message = f"the earlier name “{name}” is the name of another case today"
    return finding(FORMER_NAME_TAKEN, message, _place(name, card), card.slug)


def _claimed_twice(name: str, card: CaseCard, claimants: Iterable[CaseCard]) -> Finding:
    others = ", ".join(other.slug for other in claimants if other is not card)
    message = f"the earlier name “{name}” is also claimed by {others}"
    return finding(FORMER_NAME_CLAIMED_TWICE, message, _place(name, card), card.slug)


def _place(name: str, card: CaseCard) -> Place:
    """Return where a card's case states an earlier name; its file where that is not known."""
    at = card.formerly.index(name)
    known = card.formerly_at
    return known[at] if at < len(known) else Place(f"cases/{card.slug}/case.md")
