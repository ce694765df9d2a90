"""From bookings to the figures of one perspective at one horizon."""

from collections.abc import Iterable, Sequence

from civalue_build.appraise.bookings import Booking, counted
from civalue_build.appraise.returns import Flows, Reasons, returns
from civalue_build.model.appraisal import Result, Returns
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective, Side, Step

NO_COST_STATED = "no cost stated"
NO_BENEFIT_STATED = "no benefit stated"
BEARS_NONE = {
    Perspective.ORGANISATION: "the organisation bears none",
    Perspective.NHS: "the NHS bears none",
    Perspective.PUBLIC_SECTOR: "the public sector bears none",
    Perspective.SOCIETY: "nobody bears a cost",
}
Account = tuple[Returns, Returns]
"""The figures of one account, as claimed and as corrected for evidence."""


def results(
    case: Case, bookings: Sequence[Booking], perspective: Perspective, horizons: Iterable[int]
) -> tuple[Result, ...]:
    """Return one cell of the matrix who × by when for each horizon.

    Past the case's own horizon nothing accrues.
    """
    chosen = counted(case, bookings, perspective)
    reached = {horizon: min(horizon, _own(case)) for horizon in horizons}
    accounts = _accounts(case, chosen, perspective, set(reached.values()))
    unknown = dict.fromkeys(b.line.id for b in chosen if b.side is Side.BENEFIT and b.why)
    return tuple(
        Result(
            perspective=perspective,
            horizon=horizon,
            claimed=accounts[years][0],
            corrected=accounts[years][1],
            not_counted=tuple(unknown),
        )
        for horizon, years in reached.items()
    )


def step_account(
    case: Case, bookings: Sequence[Booking], perspective: Perspective, step: Step
) -> Account:
    """Return the claimed and the corrected figures at the case's own horizon, up to a step."""
    chosen, years = counted(case, bookings, perspective, step), _own(case)
    return _accounts(case, chosen, perspective, {years})[years]


def _own(case: Case) -> int:
    return case.appraisal.horizon if case.appraisal else 1


def _accounts(
    case: Case, chosen: Sequence[Booking], perspective: Perspective, ends: Iterable[int]
) -> dict[int, Account]:
    """Return the account of the first so many years, for each number of years."""
    claimed, corrected = flows(chosen, _own(case))
    found: dict[int, Account] = {}
    for years in ends:
        why = reasons(case, chosen, perspective, years)
        found[years] = returns(claimed.first(years), why), returns(corrected.first(years), why)
    return found


def flows(bookings: Iterable[Booking], years: int) -> tuple[Flows, Flows]:
    """Add up bookings by year, as claimed and as corrected; each has its own discount stream."""
    sums = {side: tuple([0.0] * years for _ in range(4)) for side in Side}
    for booking in bookings:
        claimed, discounted, corrected, discounted_corrected = sums[booking.side]
        for item in booking.by_year:
            claimed[item.year] += booking.sign * item.claimed
            discounted[item.year] += booking.sign * item.discounted
            corrected[item.year] += booking.sign * item.corrected
            discounted_corrected[item.year] += booking.sign * item.discounted_corrected
    costs, benefits = sums[Side.COST], sums[Side.BENEFIT]
    return _flows(costs[:2], benefits[:2]), _flows(costs[2:], benefits[2:])


def _flows(costs: Sequence[Sequence[float]], benefits: Sequence[Sequence[float]]) -> Flows:
    return Flows(
        costs=costs[0],
        benefits=benefits[0],
        discounted_costs=costs[1],
        discounted_benefits=benefits[1],
    )


def reasons(case: Case, chosen: Sequence[Booking], perspective: Perspective, years: int) -> Reasons:
    """Return why the figures of the chosen bookings are not defined, where they are not."""
    costs = [b for b in chosen if b.side is Side.COST]
    benefits = [b for b in chosen if b.side is Side.BENEFIT]
    return Reasons(
        costs=_cost_gap(case, costs),
        benefits=_benefit_gap(case, benefits),
        no_cost=_no_cost(case, costs, perspective, years),
    )


def _cost_gap(case: Case, costs: Sequence[Booking]) -> str:
    if case.costs is None:
        return NO_COST_STATED
    return "; ".join(booking.gap for booking in costs if booking.why)


def _benefit_gap(case: Case, benefits: Sequence[Booking]) -> str:
    if case.benefits is None:
        return NO_BENEFIT_STATED
    if benefits and all(b.why for b in benefits):
        return "no benefit has a stated amount"
    return ""


def _no_cost(case: Case, costs: Sequence[Booking], perspective: Perspective, years: int) -> str:
    if case.costs == ():
        return "the case states that there were no costs"
    if not costs:
        return BEARS_NONE[perspective]
    return nothing_spent(years)


def nothing_spent(years: int) -> str:
    """Return why there is no return where costs are stated, and are nothing in these years."""
    return f"the stated costs are zero within {years} {'year' if years == 1 else 'years'}"
