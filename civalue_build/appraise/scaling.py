"""A case's result scaled to another place: stored present values times a reader's factors.

Nothing is discounted or priced anew. A line's present value is a product of its quantity, its price
and its shares, so that a change of one of them is a factor of the whole: what comes out is what an
appraisal of the case with the changed numbers would give. Years that the ledger has in full follow
the volume, and no price.
"""

from collections.abc import Iterable, Sequence

from civalue_build.appraise.account import nothing_spent
from civalue_build.appraise.returns import Reasons, figures, net_return
from civalue_build.model.enums import Side
from civalue_build.model.scaling import Flow, Gaps, MovableLine, Scalable, Scaled, Setting, Sums


def scaled(known: Scalable, setting: Setting) -> Scaled:
    """Return the result at a setting; past the case's own horizon nothing accrues."""
    years = max(1, min(setting.horizon, known.horizon))
    lines = {line.line: line for line in known.lines}
    chosen = [flow for flow in known.flows if setting.perspective in flow.within]
    gaps = known.gaps[setting.perspective]
    both = (
        [(flow, lines[flow.line], values(flow)) for flow in chosen] for values in (_claimed, _kept)
    )
    claimed, corrected = (_sums(parts, setting, gaps, years) for parts in both)
    return Scaled(claimed=claimed, corrected=corrected)


Part = tuple[Flow, MovableLine, Sequence[float]]


def _claimed(flow: Flow) -> Sequence[float]:
    return flow.claimed


def _kept(flow: Flow) -> Sequence[float]:
    return flow.corrected


def _sums(parts: Iterable[Part], setting: Setting, gaps: Gaps, years: int) -> Sums:
    sides = {side: [0.0] * years for side in Side}
    for flow, line, values in parts:
        for year in range(years):
            sides[flow.side][year] += values[year] * factor(line, setting, year)
    found = figures(sides[Side.COST], sides[Side.BENEFIT], _reasons(gaps, years))
    return Sums(
        pv_costs=found.costs,
        pv_benefits=found.benefits,
        npv=found.net,
        return_per_pound=found.return_per_pound,
        net_return=net_return(found.return_per_pound),
    )


def _reasons(gaps: Gaps, years: int) -> Reasons:
    why = gaps.no_cost or nothing_spent(years)
    return Reasons(costs=gaps.costs, benefits=gaps.benefits, no_cost=why)


def factor(line: MovableLine, setting: Setting, year: int) -> float:
    """Return what a setting multiplies the present value of a line in one year by."""
    size = setting.turned.get(line.size, setting.volume if _follows(line, setting) else 1.0)
    price = 1.0 if year in line.from_ledger else setting.turned.get(line.price, 1.0)
    return size * price * (setting.achieved if line.is_gain else 1.0)


def _follows(line: MovableLine, setting: Setting) -> bool:
    """Whether the volume moves a line: it moves every benefit, and a cost where costs follow."""
    return line.side is Side.BENEFIT or line.is_tied or setting.costs_follow
