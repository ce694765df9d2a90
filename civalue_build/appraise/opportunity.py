"""What the NHS's money in a case could have done elsewhere: QALYs forgone.

An amount ÷ the marginal cost per QALY of the NHS, in the case's price year. The marginal costs
are the framework's unit values of a QALY whose basis is `marginal`; each has its own source.
"""

from collections.abc import Iterator, Sequence

from civalue_build.appraise.ground import Ground
from civalue_build.appraise.prices import factor
from civalue_build.appraise.returns import NOTHING
from civalue_build.model.appraisal import Figure, Result, Undefined
from civalue_build.model.enums import Basis
from civalue_build.model.reference import PriceIndex
from civalue_build.model.worth import CostPerQaly, Forgone, OpportunityCost

QALY = "qaly"
CURRENCY = "GBP"
NO_COST = Undefined("the NHS bears no cost")
NO_NET_COST = Undefined("the NHS has no net cost")


def opportunity_cost(ground: Ground, headline: Result) -> OpportunityCost | Undefined:
    """Return what the costs of the headline, and its net cost, would gain elsewhere."""
    if ground.basis.currency != CURRENCY:
        return Undefined(f"what a QALY costs elsewhere is known in {CURRENCY} only")
    rates = tuple(_rates(ground))
    if not rates:
        return Undefined("the framework does not say what a QALY costs elsewhere")
    amounts = [rate.amount for rate in rates]
    claimed, corrected = headline.claimed, headline.corrected
    return OpportunityCost(
        rates=rates,
        of_cost=forgone(claimed.pv_costs, amounts, NO_COST),
        of_cost_corrected=forgone(corrected.pv_costs, amounts, NO_COST),
        of_net_cost=forgone(_less(claimed.npv), amounts, NO_NET_COST),
        of_net_cost_corrected=forgone(_less(corrected.npv), amounts, NO_NET_COST),
    )


def forgone(amount: Figure, per_qaly: Sequence[Figure], nothing: Undefined) -> Forgone | Undefined:
    """Return amount ÷ cost per QALY, at the dearest and at the cheapest price of a QALY.

    `nothing` says why there is none where the amount is not above zero.
    """
    known = [price for price in per_qaly if not isinstance(price, Undefined) and price > 0]
    if isinstance(amount, Undefined):
        return amount
    if amount <= NOTHING:
        return nothing
    if not known:
        return next((p for p in per_qaly if isinstance(p, Undefined)), Undefined("no price"))
    return Forgone(amount=amount, low=amount / max(known), high=amount / min(known))


def _index(ground: Ground) -> PriceIndex | None:
    """Return the framework's own index, whatever the case takes for its amounts.

    An index of what the NHS buys is not one of health; and what a QALY costs is no amount of the
    case, so that it moves to the case's price year also where those stay as printed.
    """
    return ground.framework.price_indices.get(ground.framework.default_price_index)


def _less(npv: Figure) -> Figure:
    return npv if isinstance(npv, Undefined) else -npv


def _rates(ground: Ground) -> Iterator[CostPerQaly]:
    index = _index(ground)
    for name, value in ground.framework.unit_values.items():
        entry = ground.case.entry_of(value) if value.unit == QALY else None
        number = entry.value.range if entry and entry.basis is Basis.MARGINAL else None
        if entry and number:
            ratio = factor(index, entry.price_year, ground.basis.price_year)
            amount = ratio if isinstance(ratio, Undefined) else number.central * ratio
            yield CostPerQaly(
                unit_value=name,
                printed=number.central,
                price_year=entry.price_year.label,
                amount=amount,
            )
