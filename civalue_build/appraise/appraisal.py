"""The appraisal of one case: from its lines to every result. Pure, and never raises on a case."""

from collections.abc import Sequence
from dataclasses import replace

from civalue_build.appraise import account, inputs, lenses, operational, parties
from civalue_build.appraise.booked import bookings
from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.charts import charts
from civalue_build.appraise.claims import by_claim
from civalue_build.appraise.ledger import actual_years
from civalue_build.appraise.lines import Ground
from civalue_build.appraise.printed import not_reproduced, reproductions
from civalue_build.appraise.uncertainty import uncertainty
from civalue_build.appraise.working import line_value
from civalue_build.model.appraisal import Appraisal, Result, Rung, Undefined, Vintage
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective, Step
from civalue_build.model.framework import Framework

HORIZONS = (1, 3, 5, 10)
LADDER = (
    (Step.CASH, Perspective.NHS),
    (Step.CAPACITY, Perspective.NHS),
    (Step.SOCIETY, Perspective.SOCIETY),
)


NOT_VALUED = "the case states no costs and no benefits in money"
NOT_ASKED = Undefined("not asked for")


def appraise(
    case: Case, framework: Framework, discounting: str | None = None, *, uncertain: bool = True
) -> Appraisal:
    """Return the value of a case, under the schedule `discounting` or else the case's own.

    A case that states no money has only its social lens. The uncertainty of the headline is left
    out where `uncertain` is false.
    """
    ground = ground_of(case, framework, discounting)
    if ground is None:
        return _unvalued(case)
    numbers = inputs.collect(case, framework)
    values = inputs.central(numbers)
    lines = tuple(line_value(line, ground, numbers) for line in case.lines)
    booked = bookings(ground, values)
    results = _matrix(case, booked)
    return Appraisal(
        case=case.slug,
        vintage=_vintage(ground),
        lines=lines,
        results=results,
        headline=_cell(results, Perspective.NHS, ground.horizon),
        ladder=_ladder(case, booked),
        claims=by_claim(case, booked),
        parties=parties.accounts(case, booked),
        operational=operational.quantities(ground, values),
        lenses=lenses.lenses(case, lines, results),
        printed=reproductions(ground, numbers),
        measures=charts(case),
        uncertainty=uncertainty(ground, numbers) if uncertain else NOT_ASKED,
        assumed=_assumed(case, ground),
        problems={line.id: line.undefined for line in lines if line.undefined},
    )


def _unvalued(case: Case) -> Appraisal:
    return Appraisal(
        case=case.slug,
        lenses=lenses.lenses(case, (), ()),
        measures=charts(case),
        printed=not_reproduced(case, NOT_VALUED),
    )


def ground_of(case: Case, framework: Framework, discounting: str | None) -> Ground | None:
    """Return what the lines are valued against; none for a case that states no money."""
    basis = case.appraisal
    if basis is None or (case.costs is None and case.benefits is None):
        return None
    wanted = discounting or basis.discounting or framework.default_discounting
    default = framework.schedules[framework.default_discounting]
    return Ground(
        case=case,
        basis=replace(basis, discounting=wanted),
        framework=framework,
        schedule=framework.schedules.get(wanted, default),
        actuals=actual_years(case),
    )


def _matrix(case: Case, booked: Sequence[Booking]) -> tuple[Result, ...]:
    own = case.appraisal.horizon if case.appraisal else 1
    horizons = sorted({*HORIZONS, own})
    return tuple(
        account.result(case, booked, who, years) for who in Perspective for years in horizons
    )


def _cell(results: Sequence[Result], who: Perspective, horizon: int) -> Result:
    return next(r for r in results if r.perspective is who and r.horizon == horizon)


def _ladder(case: Case, booked: Sequence[Booking]) -> tuple[Rung, ...]:
    rungs: list[Rung] = []
    for step, who in LADDER:
        claimed, corrected = account.step_account(case, booked, who, step)
        rungs.append(Rung(step=step, perspective=who, claimed=claimed, corrected=corrected))
    return tuple(rungs)


def _assumed(case: Case, ground: Ground) -> tuple[str, ...]:
    used = (line.unit_value for line in case.lines if line.unit_value)
    unchecked = {
        price.id
        for price in used
        if price.id
        and (entry := inputs.entry_of(price, case, ground.framework))
        and not entry.source.checked
    }
    return tuple(sorted(unchecked))


def _vintage(ground: Ground) -> Vintage:
    basis = ground.basis
    return Vintage(
        framework=ground.framework.edition,
        discounting=basis.discounting or ground.framework.default_discounting,
        price_year=basis.price_year.label,
        horizon=basis.horizon,
        price_index=basis.price_index or ground.framework.default_price_index,
        currency=basis.currency,
        valued_on=str(basis.valued_on) if basis.valued_on else None,
    )
