"""The cases of a library side by side: how their returns are spread, and what may be added up.

A library never has one return: a sum of benefits over a sum of costs would be that of its largest
cases. Quartiles are by linear interpolation between the two nearest returns.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import floor

from civalue_build.appraise.portfolio_savings import shared
from civalue_build.appraise.portfolio_totals import LeftOutCases, money, units
from civalue_build.appraise.portfolio_tracked import tracker
from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import Seen
from civalue_build.model.enums import Claim, Lens, Step
from civalue_build.model.framework import Framework
from civalue_build.model.portfolio import (
    FEWEST,
    ONE,
    PENNY,
    TOO_FEW,
    Apart,
    By,
    Group,
    Portfolio,
    Spread,
)

Looked = Callable[[CaseCard], Seen | None]


def portfolio(cards: Sequence[CaseCard], framework: Framework) -> Portfolio:
    """Return what the cases come to side by side; invented and archived ones enter no figure."""
    counted = tuple(card for card in cards if card.is_counted)
    invented = tuple(card for card in cards if card.illustrative and card.is_current)
    added, not_added = money(counted, framework)
    no_return = LeftOutCases.of(counted, _no_return)
    return Portfolio(
        price_year=framework.library_price_year.label,
        cases=tuple(card.slug for card in counted),
        invented=sum(card.illustrative for card in cards),
        archived=sum(not card.illustrative and not card.is_current for card in cards),
        claimed=_claimed(counted, headline),
        corrected=_corrected(counted, headline),
        no_return=no_return.told,
        no_gain=sum(_is_no_gain(card) for card in no_return.cases),
        groups=tuple(_groups(counted, framework)),
        units=units(counted, framework),
        money=added,
        not_added=not_added.told,
        shared=shared(counted),
        shared_invented=shared(invented),
        tracker=tracker(counted),
        tracker_invented=tracker(invented),
    )


def headline(card: CaseCard) -> Seen | None:
    """Return the return per £1 of a case's headline; none where it is not valued."""
    found = card.headline
    if found is None:
        return None
    both = found.claimed.return_per_pound, found.corrected.return_per_pound
    return Seen(claimed=both[0], corrected=both[1])


def spread(returns: Iterable[Figure]) -> Spread:
    """Return how returns are spread; figures that are not defined are left out."""
    known = sorted(value for value in returns if not isinstance(value, Undefined))
    lower, median, upper = (_quantile(known, share) for share in (0.25, 0.5, 0.75))
    none = sum(abs(value) < PENNY for value in known)
    negative = sum(value <= -PENNY for value in known)
    above = sum(value > ONE for value in known)
    return Spread(
        returns=tuple(known),
        lower=lower,
        median=median,
        upper=upper,
        above_one=above,
        some=len(known) - above - none - negative,
        none=none,
        negative=negative,
    )


def _quantile(values: Sequence[float], share: float) -> Figure:
    if len(values) < FEWEST:
        return TOO_FEW
    place = share * (len(values) - 1)
    at = floor(place)
    above = values[min(at + 1, len(values) - 1)]
    return values[at] + (above - values[at]) * (place - at)


def _claimed(cards: Iterable[CaseCard], looked: Looked) -> Spread:
    return spread(seen.claimed for seen in map(looked, cards) if seen)


def _corrected(cards: Iterable[CaseCard], looked: Looked) -> Spread:
    return spread(seen.corrected for seen in map(looked, cards) if seen)


def _no_return(card: CaseCard) -> Apart | None:
    if card.headline is None:
        return Apart.NOT_VALUED
    found = card.headline.claimed
    if not isinstance(found.return_per_pound, Undefined):
        return None
    if isinstance(found.pv_costs, Undefined):
        return Apart.NO_COST_STATED
    unsaid = isinstance(found.pv_benefits, Undefined)
    return Apart.NO_BENEFIT_STATED if unsaid else Apart.NOTHING_SPENT


def _is_no_gain(card: CaseCard) -> bool:
    benefits = card.headline.claimed.pv_benefits if card.headline else Undefined("not valued")
    return not isinstance(benefits, Undefined) and round(benefits) <= 0


def _groups(cards: Sequence[CaseCard], framework: Framework) -> Iterator[Group]:
    belongs: tuple[tuple[By, Iterable[str], Callable[[CaseCard], Iterable[str]]], ...] = (
        (By.SETTING, framework.settings, lambda card: (card.setting,)),
        (By.PRIORITY, framework.priorities, lambda card: card.priorities),
        (By.KIND, framework.kinds, lambda card: card.kinds),
        (By.CLAIM, Claim, lambda card: (card.claim,) if card.claim else ()),
    )
    for by, ids, of in belongs:
        for name in ids:
            members = [card for card in cards if name in of(card)]
            if members:
                yield _group(by, name, members, headline)
    yield from _looks(cards)


def _looks(cards: Sequence[CaseCard]) -> Iterator[Group]:
    """Put the same cases side by side as more is counted, and as others see them."""
    looks: tuple[tuple[By, str, Looked], ...] = (
        (By.STEP, Step.CASH, lambda card: card.cash),
        (By.STEP, Step.CAPACITY, headline),
        (By.STEP, Step.SOCIETY, lambda card: card.society),
        (By.LENS, Lens.ECONOMIC, lambda card: card.society),
        (By.LENS, Lens.BUSINESS, lambda card: card.business),
    )
    for by, name, looked in looks:
        members = [card for card in cards if looked(card)]
        if members:
            yield _group(by, name, members, looked)


def _group(by: By, name: str, cards: Sequence[CaseCard], looked: Looked) -> Group:
    return Group(
        by=by,
        id=str(name),
        cases=len(cards),
        claimed=_claimed(cards, looked),
        corrected=_corrected(cards, looked),
    )
