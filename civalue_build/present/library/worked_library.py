"""Worked examples that need several cases, or what a library keeps of one."""

from collections.abc import Callable, Iterator, Mapping
from math import floor

from civalue_build.model.appraisal import Returns, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import Edition
from civalue_build.model.enums import Perspective
from civalue_build.model.portfolio import FEWEST, SharedSaving
from civalue_build.model.programme_value import ValuedProgramme
from civalue_build.model.record import record
from civalue_build.model.worked import WorkedStep
from civalue_build.present import wording
from civalue_build.present.addresses import (
    INSIGHTS,
    INSIGHTS_EDITIONS,
    INSIGHTS_SAVINGS,
    programme_address,
)
from civalue_build.present.library.base import Library

MOST = 40
"""Of so many returns all are listed."""


@record
class Answer:
    """An example and the page that has more of it, by address below the site."""

    title: str
    address: str
    steps: tuple[WorkedStep, ...]
    is_invented: bool = False


def of_library(library: Library, figure: str, case: str = "") -> Answer | None:
    """Return the example of a figure; none where the library has nothing to show it by."""
    return _MAKERS[figure](library, case)


def by_preference(library: Library, case: str = "") -> list[CaseCard]:
    """Return all cases: first the one that is named, then the real ones, then the invented."""
    return sorted(library.cards, key=lambda card: (card.slug != case, not card.is_counted))


def _editions(library: Library, case: str) -> Answer | None:
    for card in by_preference(library, case):
        known = [item for item in card.editions if not isinstance(item.npv, Undefined)]
        if len({item.npv for item in known}) > 1:
            return Answer(
                title=card.title,
                address=INSIGHTS_EDITIONS,
                steps=tuple(_edition(library, card, item) for item in known),
                is_invented=card.illustrative,
            )
    return None


def _edition(library: Library, card: CaseCard, item: Edition) -> WorkedStep:
    return WorkedStep(
        name=library.framework.schedules[item.schedule].title,
        figure=wording.figure(item.npv, lambda npv: wording.money(npv, card.currency)),
        formula="net present value for the NHS, as claimed, with the rates of this edition",
    )


def _returns(library: Library, _: str) -> Answer | None:
    returns = library.portfolio.claimed.returns
    if len(returns) < FEWEST:
        return None
    shown = "; ".join(wording.price(round(value, 2)) for value in returns)
    listed = WorkedStep(
        name="Returns per £1, as claimed, smallest first",
        figure=wording.counted(len(returns), "case", "cases"),
        note=f"{shown}." if len(returns) <= MOST else "",
    )
    steps = (listed, *quartiles(returns))
    return Answer(title="the real cases of this library", address=INSIGHTS, steps=steps)


def quartiles(returns: tuple[float, ...]) -> tuple[WorkedStep, ...]:
    """Return how both quartiles and the median of returns in ascending order are worked out."""
    wanted = (("Lower quartile", 0.25), ("Median", 0.5), ("Upper quartile", 0.75))
    return tuple(_quartile(name, returns, share) for name, share in wanted)


def _quartile(name: str, returns: tuple[float, ...], share: float) -> WorkedStep:
    place = share * (len(returns) - 1)
    at = floor(place)
    low, high = returns[at], returns[min(at + 1, len(returns) - 1)]
    one, two = (wording.price(round(value, 2)) for value in (low, high))
    between = f"{one} + {wording.exact(place - at)} × ({two} {wording.MINUS} {one})"
    return WorkedStep(
        name=name,
        figure=wording.price(round(low + (high - low) * (place - at), 2)),
        formula=f"{wording.percent(share)} of the way from the first return to the last, "
        "counted in places",
        numbers=f"{one}, place {at + 1}" if place == at else f"{between}, from place {at + 1}",
    )


def _totals(library: Library, _: str) -> Answer | None:
    steps = tuple(_money(library))
    if not steps:
        return None
    return Answer(title="the real cases of this library", address=INSIGHTS, steps=steps)


def _money(library: Library) -> Iterator[WorkedStep]:
    for total in library.portfolio.money:
        claim = wording.title(library.framework.claims, total.claim) if total.claim else "no claim"
        gains, costs = (wording.money(x) for x in (total.claimed.benefits, total.claimed.costs))
        cases = wording.counted(len(total.cases), "case", "cases")
        yield WorkedStep(
            name=f"Strongest claim: {wording.lower_first(claim)} ({cases})",
            figure=wording.money(total.claimed.net),
            formula=f"benefits {wording.MINUS} costs, each added up over these cases",
            numbers=f"{gains} {wording.MINUS} {costs}",
        )


def _saving(library: Library, _: str) -> Answer | None:
    portfolio = library.portfolio
    for savings, is_invented in ((portfolio.shared, False), (portfolio.shared_invented, True)):
        for saving in savings:
            parts = sum(part for _, part in saving.shares)
            if abs(parts - saving.claimed) < 1e-9:
                return Answer(
                    title=f"the saving “{wording.plain(saving.saving)}”",
                    address=INSIGHTS_SAVINGS,
                    steps=tuple(_shares(library, saving)),
                    is_invented=is_invented,
                )
    return None


def _shares(library: Library, saving: SharedSaving) -> Iterator[WorkedStep]:
    titles = {card.slug: card.title for card in library.cards}
    parts = [(titles.get(case, case), wording.percent(part)) for case, part in saving.shares]
    yield WorkedStep(
        name="Claimed of the saving in all",
        figure=wording.percent(saving.claimed),
        formula="the sum of what the cases claim of it in one year",
        numbers=" + ".join(f"{part} ({title})" for title, part in parts),
    )
    if saving.is_over:
        for (title, part), (_, share) in zip(parts, saving.shares, strict=True):
            yield WorkedStep(
                name=f"{title}: counts for",
                figure=wording.percent(round(share / saving.claimed, 4)),
                formula="what the case claims ÷ what all claim",
                numbers=f"{part} ÷ {wording.percent(saving.claimed)}",
            )


def _programme(library: Library, _: str) -> Answer | None:
    found = [one for one in library.programmes if _has_return(one)]
    real = [one for one in found if not one.programme.illustrative]
    for one in (*real, *found):
        steps = tuple(_with_and_without(one))
        if steps:
            programme = one.programme
            return Answer(
                title=programme.title,
                address=programme_address(one.appraisal.programme),
                steps=steps,
                is_invented=programme.illustrative,
            )
    return None


def _has_return(one: ValuedProgramme) -> bool:
    rung = one.appraisal.of(Perspective.NHS)
    return rung is not None and not isinstance(rung.claimed.return_per_pound, Undefined)


def _with_and_without(one: ValuedProgramme) -> Iterator[WorkedStep]:
    vintage = one.appraisal.vintage
    currency = vintage.currency if vintage else "GBP"
    for words, shared in (("with the shared costs", True), ("without them", False)):
        rung = one.appraisal.of(Perspective.NHS, shared=shared)
        if rung:
            yield from _return(rung.claimed, words, currency)


def _return(found: Returns, words: str, currency: str) -> Iterator[WorkedStep]:
    ratio = found.return_per_pound
    if not isinstance(ratio, Undefined):
        gains, costs = (
            wording.figure(amount, lambda x: wording.money(x, currency))
            for amount in (found.pv_benefits, found.pv_costs)
        )
        yield WorkedStep(
            name=f"Return per {wording.one_pound(currency)}, {words}",
            figure=wording.price(round(ratio, 2), currency),
            formula="benefits ÷ costs, for the NHS, as claimed",
            numbers=f"{gains} ÷ {costs}",
        )


_MAKERS: Mapping[str, Callable[[Library, str], Answer | None]] = {
    "editions": _editions,
    "portfolio.returns": _returns,
    "portfolio.totals": _totals,
    "shared-saving": _saving,
    "programme.return": _programme,
}
