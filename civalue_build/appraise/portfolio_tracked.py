"""What ledgers of a library add up to: by case and by organisation, kinds and claims apart.

Each case counts up to the latest month that it reports itself, so that the sum of an organisation
is the sum of the rows of its cases.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Claim, Kind
from civalue_build.model.tracked import Booked, TrackedLine
from civalue_build.model.tracker import QUIET, Books, Quiet, TrackedCase, TrackedSum, Tracker

Sort = tuple[Kind | None, Claim | None]
SORTS: tuple[Sort, ...] = (
    *((kind, claim) for kind in Kind for claim in (*Claim, None)),
    (None, None),
)
"""Benefits by kind and claim, then costs."""


class _Kept(NamedTuple):
    """A line with its case: the latest month that it reports, and the last that has passed."""

    card: CaseCard
    line: TrackedLine
    latest: int | None
    passed: int | None


def tracker(cards: Sequence[CaseCard]) -> Tracker:
    """Return what the ledgers of cases say, case by case and added up by organisation.

    A case whose figures are for one practice, patient or other unit is in no sum.
    """
    tracked = [card for card in cards if card.tracked]
    reported = max((month for card in tracked for month in _latest(card)), default=None)
    kept = {card.slug: list(_kept(card, reported)) for card in tracked}
    whole = [one for card in tracked if not _per(card) for one in kept[card.slug]]
    return Tracker(
        cases=tuple(
            TrackedCase(
                case=card.slug,
                latest=max(_latest(card), default=None),
                books=tuple(_books(kept[card.slug])),
                per=_per(card),
            )
            for card in tracked
        ),
        books=tuple(_books(whole)),
    )


def _per(card: CaseCard) -> str | None:
    return card.vintage.per if card.vintage else None


def _latest(card: CaseCard) -> list[int]:
    return [line.latest for line in card.tracked if line.latest is not None]


def _kept(card: CaseCard, reported: int | None) -> Iterator[_Kept]:
    """Give the lines of a case; a month has passed once a case reports it, or this one is later."""
    latest = max(_latest(card), default=None)
    day = card.updated.first_day if card.updated else None
    before = day[0] * 12 + day[1] - 2 if day else None
    passed = max((at for at in (reported, before) if at is not None), default=None)
    for line in card.tracked:
        yield _Kept(card, line, latest, passed)


def _books(kept: Iterable[_Kept]) -> Iterator[Books]:
    found: dict[tuple[str, str], list[_Kept]] = {}
    for one in kept:
        found.setdefault((one.line.party, one.card.currency), []).append(one)
    for party, currency in sorted(found, key=lambda key: (key[0].casefold(), key)):
        lines = found[party, currency]
        yield Books(
            party=party,
            currency=currency,
            cases=tuple(dict.fromkeys(one.card.slug for one in lines)),
            sums=tuple(_sums(lines)),
            shared=_shared(lines),
        )


def _shared(lines: Iterable[_Kept]) -> tuple[str, ...]:
    claims = {(one.line.saving, one.card.slug) for one in lines if one.line.saving}
    counts = Counter(saving for saving, _ in claims)
    return tuple(sorted(saving for saving, count in counts.items() if saving and count > 1))


def _sums(lines: Sequence[_Kept]) -> Iterator[TrackedSum]:
    for kind, claim in SORTS:
        own = [one for one in lines if (one.line.kind, one.line.claim) == (kind, claim)]
        if own:
            yield _sum(kind, claim, own)


def _sum(kind: Kind | None, claim: Claim | None, lines: Sequence[_Kept]) -> TrackedSum:
    past = [at for one in lines for at in one.line.months if _is_past(at, one)]
    later = [at for one in lines for at in one.line.months if not _is_past(at, one)]
    return TrackedSum(
        kind=kind,
        claim=claim,
        lines=tuple(dict.fromkeys(one.line.label for one in lines)),
        cases=tuple(dict.fromkeys(one.card.slug for one in lines)),
        months=_months(lines),
        planned=sum(at.plan or 0.0 for at in past),
        awaited=sum(at.plan or 0.0 for at in past if at.actual is None),
        actual=sum(at.actual or 0.0 for at in past),
        unplanned=sum(at.actual or 0.0 for at in past if at.plan is None),
        to_come=sum(at.plan or 0.0 for at in later),
        silent=tuple(one.line.label for one in lines if one.line.latest is None),
        quiet=tuple(filter(None, map(_quiet, lines))),
    )


def _is_past(at: Booked, one: _Kept) -> bool:
    return one.latest is not None and at.month <= one.latest


def _quiet(one: _Kept) -> Quiet | None:
    """Return a line that has gone quiet; none while it has not."""
    since, passed = one.line.latest, one.passed
    if passed is None:
        return None
    after = -1 if since is None else since
    missed = sum(at.plan is not None and after < at.month <= passed for at in one.line.months)
    return Quiet(one.line.label, missed, since) if missed >= QUIET else None


def _months(lines: Iterable[_Kept]) -> tuple[Booked, ...]:
    plans: dict[int, float] = {}
    actuals: dict[int, float] = {}
    for one in lines:
        for month, plan, actual in one.line.months:
            if plan is not None:
                plans[month] = plans.get(month, 0.0) + plan
            if actual is not None:
                actuals[month] = actuals.get(month, 0.0) + actual
    known = sorted(plans.keys() | actuals.keys())
    return tuple(Booked(month, plans.get(month), actuals.get(month)) for month in known)
