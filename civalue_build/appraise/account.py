"""From bookings to the figures of one perspective at one horizon."""

from collections.abc import Sequence

from civalue_build.appraise.bookings import Booking, counted, flows
from civalue_build.appraise.returns import Reasons, returns
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


def result(
    case: Case, bookings: Sequence[Booking], perspective: Perspective, horizon: int
) -> Result:
    """Return one cell of the matrix who × by when."""
    chosen = counted(case, bookings, perspective)
    claimed, corrected = account(case, chosen, perspective, horizon)
    return Result(
        perspective=perspective,
        horizon=horizon,
        claimed=claimed,
        corrected=corrected,
        not_counted=tuple(
            dict.fromkeys(b.line for b in chosen if b.side is Side.BENEFIT and b.why)
        ),
    )


def step_account(
    case: Case, bookings: Sequence[Booking], perspective: Perspective, step: Step
) -> tuple[Returns, Returns]:
    """Return the claimed and the corrected figures at the case's own horizon, up to a step."""
    horizon = case.appraisal.horizon if case.appraisal else 1
    return account(case, counted(case, bookings, perspective, step), perspective, horizon)


def account(
    case: Case, chosen: Sequence[Booking], perspective: Perspective, horizon: int
) -> tuple[Returns, Returns]:
    """Return the claimed and the corrected figures of the chosen bookings.

    Past the case's own horizon nothing accrues.
    """
    own = case.appraisal.horizon if case.appraisal else horizon
    years = min(horizon, own)
    why = reasons(case, chosen, perspective, years)
    claimed = flows(chosen, years, corrected=False)
    corrected = flows(chosen, years, corrected=True)
    return returns(claimed, why), returns(corrected, why)


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
    gaps = [f"the cost of “{b.label}”: {b.why}" for b in costs if b.why]
    return "; ".join(gaps)


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
    return f"no cost falls within {years} {'year' if years == 1 else 'years'}"
