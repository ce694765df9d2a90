"""What cases add up to, each saving that they share counted once.

Present values are those of each case at its own start and over its own years, carried to the
prices of the library by its index.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from civalue_build.appraise.prices import AS_PRINTED, factor
from civalue_build.appraise.programme_savings import Scales, scaled, scales
from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import SavingShare, Years
from civalue_build.model.enums import Claim
from civalue_build.model.estimate import PriceYear
from civalue_build.model.framework import Framework
from civalue_build.model.portfolio import (
    CURRENCY,
    Apart,
    LeftOut,
    MoneyTotal,
    Sums,
    UnitTotal,
)

SEEN = (Claim.MEASURED, Claim.FINANCE_SIGNED, Claim.IN_BUDGET)
"""Claims that rest on something observed."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    own = [card for card in cards if card.claim is claim]
    claimed = [_case_sums(card, once, framework, corrected=False) for card in own]
    corrected = [_case_sums(card, once, framework, corrected=True) for card in own]
    sizes = {card.slug: sums.size for card, sums in zip(own, claimed, strict=True)}
    largest = max(sizes, key=sizes.__getitem__, default="")
    return MoneyTotal(
        claim=claim,
        cases=tuple(sizes),
        claimed=_sums(claimed),
        corrected=_sums(corrected),
        largest=largest,
        part=sizes.get(largest, 0.0) / (sum(sizes.values()) or 1.0),
    )


def _sums(items: Sequence[Sums]) -> Sums:
    return Sums(costs=sum(i.costs for i in items), benefits=sum(i.benefits for i in items))


def _case_sums(card: CaseCard, once: Scales, framework: Framework, *, corrected: bool) -> Sums:
    carried = _carried(card, framework)
    if card.headline is None or carried is None:
        return Sums()
    returns = card.headline.corrected if corrected else card.headline.claimed
    twice = sum(
        _twice(claim.corrected if corrected else claim.claimed, claim.share, once)
        for claim in card.savings
    )
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


def _unit(unit: str, cards: Iterable[CaseCard]) -> Iterator[UnitTotal]:
    stating = [card for card in cards if any(item.unit == unit for item in card.operational)]
    if not stating:
        return
    parts = [
        (claim.share, part)
        for card in stating
        for claim in card.savings
        for part in claim.units
        if part.unit == unit
    ]
    once = scales(share for share, _ in parts)
    twice = sum(_twice(part.by_year, share, once) for share, part in parts)
    stated = sum(i.total for card in stating for i in card.operational if i.unit == unit)
    yield UnitTotal(
        unit=unit,
        total=stated - twice,
        stated=stated,
        cases=len(stating),
        seen=sum(card.claim in SEEN for card in stating),
    )
