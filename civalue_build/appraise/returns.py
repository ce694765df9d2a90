"""Present values, ratios and payback from yearly flows.

Both ratios are named in full: return per £1 is B/C, net return is (B − C)/C.
"""

from dataclasses import dataclass

import numpy as np

from civalue_build.appraise.discounting import Array
from civalue_build.appraise.payback import payback
from civalue_build.model.appraisal import Figure, Returns, Undefined, Undiscounted

NOTHING = 1e-9
"""Costs up to this are no cost, so that no ratio is infinite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """Yearly amounts of one account, shape (years,), as they fall and as discounted."""

    costs: Array
    benefits: Array
    discounted_costs: Array
    discounted_benefits: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why a side of an account is undefined, and why its costs are nothing; empty where not so."""

    costs: str = ""
    benefits: str = ""
    no_cost: str = ""


def returns(flows: Flows, reasons: Reasons) -> Returns:
    """Return the figures of one account. What is not defined says why."""
    costs, benefits, net, ratio, years = _figures(
        flows.discounted_costs, flows.discounted_benefits, reasons
    )
    plain = _figures(flows.costs, flows.benefits, reasons)
    return Returns(
        pv_costs=costs,
        pv_benefits=benefits,
        npv=net,
        return_per_pound=ratio,
        net_return=ratio if isinstance(ratio, Undefined) else ratio - 1,
        payback_years=years,
        undiscounted=Undiscounted(
            costs=plain[0],
            benefits=plain[1],
            net=plain[2],
            return_per_pound=plain[3],
            payback_years=plain[4],
        ),
    )


def _figures(
    costs: Array, benefits: Array, reasons: Reasons
) -> tuple[Figure, Figure, Figure, Figure, Figure]:
    spent = _sum(costs, reasons.costs)
    gained = _sum(benefits, reasons.benefits)
    if isinstance(spent, Undefined) or isinstance(gained, Undefined):
        why = spent if isinstance(spent, Undefined) else gained
        return spent, gained, why, why, why
    ratio = gained / spent if spent > NOTHING else Undefined(reasons.no_cost)
    years = payback(costs.tolist(), benefits.tolist())
    never = Undefined(f"the money is not back within {_years(len(costs))}")
    return spent, gained, gained - spent, ratio, never if years is None else years


def _sum(amounts: Array, why: str) -> Figure:
    return Undefined(why) if why else float(np.sum(amounts))


def _years(count: int) -> str:
    return "1 year" if count == 1 else f"{count} years"
