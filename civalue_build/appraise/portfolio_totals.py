"""What cases add up to, each saving that they share counted once.

Present values are those of each case at its own start and over its own years, carried to the
prices of the library by its index.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from civalue_build.appraise.prices import AS_PRINTED, factor
from civalue_build.appraise.programme_savings import Scales, scaled, scales
from civalue_build.model.appraisal import Figure, Returns, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import SavingClaim, SavingShare, UnitPart, Years
from civalue_build.model.enums import Claim
from civalue_build.model.estimate import PriceYear
from civalue_build.model.framework import Framework
from civalue_build.model.portfolio import (
    CURRENCY,
    Apart,
    LeftOut,
    MoneyOfCase,
    MoneyTotal,
    Sums,
    UnitOfCase,
    UnitTotal,
)
from civalue_build.model.record import record

SEEN = (Claim.MEASURED, Claim.FINANCE_SIGNED, Claim.IN_BUDGET)
"""Claims that rest on something observed."""


@record
class LeftOutCases:
    """Cases that stand beside a figure, each with the reason."""

    why: Mapping[str, Apart]
    cases: tuple[CaseCard, ...]

    @classmethod
    def of(
        cls, cards: Iterable[CaseCard], why: Callable[[CaseCard], Apart | None]
    ) -> "LeftOutCases":
        """Return those for which `why` has a reason."""
        found = [(card, reason) for card in cards if (reason := why(card))]
        return cls(
            why={card.slug: reason for card, reason in found},
            cases=tuple(card for card, _ in found),
        )

    @property
    def told(self) -> tuple[LeftOut, ...]:
        """The cases by reason, in the order in which reasons are asked for."""
        return tuple(
            LeftOut(why=reason, cases=cases)
            for reason in Apart
            if (cases := tuple(slug for slug, why in self.why.items() if why is reason))
        )


def money(
    cards: Sequence[CaseCard], framework: Framework
) -> tuple[tuple[MoneyTotal, ...], LeftOutCases]:
    """Return what cases of each strongest claim add up to, and the cases that cannot be added."""
    left_out = LeftOutCases.of(cards, lambda card: _apart(card, framework))
    added = [card for card in cards if card.slug not in left_out.why]
    once = scales(claim.share for card in added for claim in card.savings)
    totals = (_total(claim, added, once, framework) for claim in (*Claim, None))
    return tuple(total for total in totals if total.cases), left_out


def _apart(card: CaseCard, framework: Framework) -> Apart | None:
    if card.headline is None or card.vintage is None:
        return Apart.NOT_VALUED
    if card.currency != CURRENCY:
        return Apart.CURRENCY
    if card.vintage.per:
        return Apart.PER_ONE
    if _carried(card, framework) is None:
        return Apart.PRICES
    found = card.headline.claimed
    if isinstance(found.pv_costs, Undefined):
        return Apart.NO_COST_STATED
    return Apart.NO_BENEFIT_STATED if isinstance(found.pv_benefits, Undefined) else None


def _carried(card: CaseCard, framework: Framework) -> float | None:
    """Return what carries the case's prices to the library's; none where no index does."""
    start = PriceYear.parse(card.vintage.price_year) if card.vintage else None
    name, end = framework.default_price_index, framework.library_price_year
    index = None if name == AS_PRINTED else framework.price_indices.get(name)
    if start is None or (index is None and start != end):
        return None
    found = factor(index, start, end)
    return None if isinstance(found, Undefined) else found


def _total(
    claim: Claim | None, cards: Iterable[CaseCard], once: Scales, framework: Framework
) -> MoneyTotal:
    parts = [_of_case(card, once, framework) for card in cards if card.claim is claim]
    sizes = {part.case: part.claimed.size for part in parts}
    largest = max(sizes, key=sizes.__getitem__, default="")
    return MoneyTotal(
        claim=claim,
        cases=tuple(sizes),
        claimed=_sums([part.claimed for part in parts]),
        corrected=_sums([part.corrected for part in parts]),
        largest=largest,
        part=sizes.get(largest, 0.0) / (sum(sizes.values()) or 1.0),
        parts=tuple(parts),
    )


def _sums(items: Sequence[Sums]) -> Sums:
    return Sums(costs=sum(i.costs for i in items), benefits=sum(i.benefits for i in items))


def _of_case(card: CaseCard, once: Scales, framework: Framework) -> MoneyOfCase:
    carried, found = _carried(card, framework), card.headline
    if found is None or carried is None:
        return MoneyOfCase(case=card.slug, claimed=Sums(), corrected=Sums())
    twice = sum(_twice(claim.claimed, claim.share, once) for claim in card.savings)
    corrected = sum(_twice(claim.corrected, claim.share, once) for claim in card.savings)
    return MoneyOfCase(
        case=card.slug,
        claimed=_case_sums(found.claimed, twice, carried),
        corrected=_case_sums(found.corrected, corrected, carried),
        carried=carried,
        shared=twice * carried,
    )


def _case_sums(returns: Returns, twice: float, carried: float) -> Sums:
    return Sums(
        costs=_known(returns.pv_costs) * carried,
        benefits=(_known(returns.pv_benefits) - twice) * carried,
    )


def _known(figure: Figure) -> float:
    return 0.0 if isinstance(figure, Undefined) else figure


def _twice(amounts: Years, share: SavingShare, once: Scales) -> float:
    """Return what must be taken off so that a saving is counted once."""
    return sum(amounts) - sum(scaled(amounts, share.saving, once, share.first))


def units(cards: Sequence[CaseCard], framework: Framework) -> tuple[UnitTotal, ...]:
    """Return totals in operational currency, in the framework's order."""
    known = (unit.id for unit in framework.units.values() if unit.operational)
    return tuple(total for unit in known for total in _unit(unit, cards))


def _is_whole(card: CaseCard) -> bool:
    """Whether its figures are those of the whole of its work, and not of one of many."""
    return card.vintage is None or not card.vintage.per


def _states(card: CaseCard, unit: str) -> bool:
    return any(item.unit == unit for item in card.operational)


def _unit(unit: str, cards: Iterable[CaseCard]) -> Iterator[UnitTotal]:
    stating = [card for card in cards if _is_whole(card) and _states(card, unit)]
    if not stating:
        return
    own = [(card, claim, part) for card in stating for claim, part in _parts(card, unit)]
    once = scales(claim.share for _, claim, _ in own)
    twice = dict.fromkeys((card.slug for card in stating), 0.0)
    for card, claim, part in own:
        twice[card.slug] += _twice(part.by_year, claim.share, once)
    stated = {
        card.slug: sum(i.total for i in card.operational if i.unit == unit) for card in stating
    }
    yield UnitTotal(
        unit=unit,
        total=sum(stated.values()) - sum(twice.values()),
        stated=sum(stated.values()),
        cases=len(stating),
        seen=sum(card.claim in SEEN for card in stating),
        parts=tuple(
            UnitOfCase(case=case, stated=amount, counted=amount - twice[case])
            for case, amount in stated.items()
        ),
    )


def _parts(card: CaseCard, unit: str) -> Iterator[tuple[SavingClaim, UnitPart]]:
    for claim in card.savings:
        yield from ((claim, part) for part in claim.units if part.unit == unit)
