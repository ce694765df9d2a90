"""Present values, ratios and payback from yearly flows.

Both ratios are named in full: return per £1 is B/C, net return is (B − C)/C.
"""

from collections.abc import Sequence

from civalue_build.appraise.payback import payback
from civalue_build.model.appraisal import Figure, Returns, Undefined, Undiscounted
from civalue_build.model.record import record

NOTHING = 1e-9
"""Costs up to this are no cost, so that no ratio is infinite."""


@record
class Flows:
    """Yearly amounts of one account, as they fall and as discounted."""

    costs: Sequence[float]
    benefits: Sequence[float]
    discounted_costs: Sequence[float]
    discounted_benefits: Sequence[float]

    def first(self, years: int) -> "Flows":
        """Return the flows of the first `years` years alone."""
        return Flows(
            costs=self.costs[:years],
            benefits=self.benefits[:years],
            discounted_costs=self.discounted_costs[:years],
            discounted_benefits=self.discounted_benefits[:years],
        )


@record
class Reasons:
    """Why a side of an account is undefined, and why its costs are nothing; empty where not so."""

    costs: str = ""
    benefits: str = ""
    no_cost: str = ""


def returns(flows: Flows, reasons: Reasons) -> Returns:
    """Return the figures of one account. What is not defined says why."""
    plain = figures(flows.costs, flows.benefits, reasons)
    present = figures(flows.discounted_costs, flows.discounted_benefits, reasons)
    return Returns(
        pv_costs=present.costs,
        pv_benefits=present.benefits,
        npv=present.net,
        return_per_pound=present.return_per_pound,
        net_return=net_return(present.return_per_pound),
        payback_years=present.payback_years,
        undiscounted=plain,
    )


def figures(costs: Sequence[float], benefits: Sequence[float], reasons: Reasons) -> Undiscounted:
    """Return the figures of yearly amounts just as they are given: discounted, or not."""
    if reasons.costs or reasons.benefits:
        return _undefined(costs, benefits, reasons)
    spent, gained = sum(costs, 0.0), sum(benefits, 0.0)
    years = payback(costs, benefits)
    never = Undefined(f"the money is not back within {_years(len(costs))}")
    return Undiscounted(
        costs=spent,
        benefits=gained,
        net=gained - spent,
        return_per_pound=gained / spent if spent > NOTHING else Undefined(reasons.no_cost),
        payback_years=never if years is None else years,
    )


def net_return(return_per_pound: Figure) -> Figure:
    """Return (B − C)/C from B/C."""
    return return_per_pound if isinstance(return_per_pound, Undefined) else return_per_pound - 1


def _undefined(costs: Sequence[float], benefits: Sequence[float], reasons: Reasons) -> Undiscounted:
    why = Undefined(reasons.costs or reasons.benefits)
    return Undiscounted(
        costs=Undefined(reasons.costs) if reasons.costs else sum(costs, 0.0),
        benefits=Undefined(reasons.benefits) if reasons.benefits else sum(benefits, 0.0),
        net=why,
        return_per_pound=why,
        payback_years=why,
    )


def _years(count: int) -> str:
    return "1 year" if count == 1 else f"{count} years"
