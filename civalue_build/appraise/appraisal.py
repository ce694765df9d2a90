"""The appraisal of one case: from its lines to every result. Pure, and never raises on a case."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from civalue_build.appraise import account, lenses, operational, parties
from civalue_build.appraise.bookings import Booking, bookings
from civalue_build.appraise.brief import NOT_VALUED, lines_of, problems
from civalue_build.appraise.chain import Chain
from civalue_build.appraise.charts import charts
from civalue_build.appraise.claims import by_claim, by_kind_and_claim
from civalue_build.appraise.delay import cost_of_delay
from civalue_build.appraise.effects import effects, workings
from civalue_build.appraise.ground import Ground, ground_of
from civalue_build.appraise.opportunity import opportunity_cost
from civalue_build.appraise.printed import not_reproduced, reproductions
from civalue_build.appraise.uncertainty import uncertainty
from civalue_build.appraise.wider import health_and_wider
from civalue_build.model.appraisal import (
    Appraisal,
    Result,
    Rung,
    Undefined,
    Vintage,
)
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective, Step
from civalue_build.model.framework import Framework

if TYPE_CHECKING:
    from civalue_build.model.distribution import Distribution
    from civalue_build.model.tracked import TrackedLine

HORIZONS = (1, 3, 5, 10)
LADDER = (
    (Step.CASH, Perspective.NHS),
    (Step.CAPACITY, Perspective.NHS),
    (Step.SOCIETY, Perspective.SOCIETY),
)
NOT_ASKED = Undefined("not asked for")


def appraise(
    case: Case, framework: Framework, discounting: str | None = None, *, uncertain: bool = True
) -> Appraisal:
    """Return the value of a case, under the schedule `discounting` or else the case's own.

    A case that states no money has only its social lens. The uncertainty of the headline is left
    out where `uncertain` is false.
    """
    ground = ground_of(case, framework, discounting)
    found = _unvalued(case) if ground is None else _valued(ground, uncertain=uncertain)
    if not uncertain:
        return found
    return _told(case, framework, bookings(found.lines, ground) if ground else (), found)


def _told(
    case: Case, framework: Framework, booked: Sequence[Booking], found: Appraisal
) -> Appraisal:
    """Return a value with how fully the case is reported, and how other approaches tell it."""
    from civalue_build.appraise.crosswalk import readings  # noqa: PLC0415 not for check
    from civalue_build.appraise.reporting import Facts, profiles  # noqa: PLC0415 not for check

    facts = Facts(case)
    return replace(
        found,
        reporting=profiles(facts, framework),
        readings=readings(case, booked, framework.approaches, facts),
        tracked=_tracked(case, found),
        distribution=_distribution(case, framework),
        pathway=case.pathway,
    )


def _distribution(case: Case, framework: Framework) -> "Distribution | None":
    if case.patient_costs is None:
        return None
    from civalue_build.appraise.distribution import distribution  # noqa: PLC0415 seldom

    return distribution(case.patient_costs, framework.threshold("small-count"))


def _tracked(case: Case, found: Appraisal) -> "tuple[TrackedLine, ...]":
    if not case.entries:
        return ()
    from civalue_build.appraise.tracked import tracked  # noqa: PLC0415 few cases have a ledger

    return tracked(case, found.lines)


def _valued(ground: Ground, *, uncertain: bool) -> Appraisal:
    case = ground.case
    chains, lines, verdicts = lines_of(ground)
    booked = bookings(lines, ground)
    results = _matrix(case, booked)
    headline = _cell(results, Perspective.NHS, ground.horizon)
    realised = by_kind_and_claim(case, booked)
    found = Appraisal(
        case=case.slug,
        vintage=_vintage(ground),
        lines=lines,
        results=results,
        headline=headline,
        ladder=_ladder(case, booked, results, ground.horizon),
        claims=by_claim(realised),
        realised=realised,
        parties=parties.accounts(case, booked),
        transfers=parties.transfers(case, lines),
        health_and_wider=health_and_wider(ground, chains, lines),
        opportunity_cost=opportunity_cost(ground, headline),
        operational=operational.quantities(ground, chains),
        lenses=lenses.lenses(case, lines, results),
        printed=reproductions(ground, chains, booked),
        measures=charts(case),
        effects=effects(case),
        from_measures=workings(case),
        gates=verdicts,
        uncertainty=uncertainty(ground, chains, booked) if uncertain else NOT_ASKED,
        cost_of_delay=cost_of_delay(ground, booked),
        assumed=_assumed(ground),
        ungraded=tuple(x.id for x in lines if x.grade is None and not x.undefined),
        problems=problems(lines),
    )
    return _explained(ground, chains, booked, found) if uncertain else found


def _explained(
    ground: Ground, chains: Sequence[Chain], booked: Sequence[Booking], found: Appraisal
) -> Appraisal:
    from civalue_build.appraise.explain import explanations  # noqa: PLC0415 not for check
    from civalue_build.appraise.rests import rests  # noqa: PLC0415 not for check
    from civalue_build.appraise.scalable import scalable  # noqa: PLC0415 not for check

    return replace(
        found,
        explained=explanations(ground, chains, booked, found),
        rests=rests(ground, chains, booked),
        scalable=scalable(ground, chains, found.lines, booked),
    )


def _unvalued(case: Case) -> Appraisal:
    return Appraisal(
        case=case.slug,
        lenses=lenses.lenses(case, (), ()),
        measures=charts(case),
        effects=effects(case),
        printed=not_reproduced(case, NOT_VALUED),
    )


def _matrix(case: Case, booked: Sequence[Booking]) -> tuple[Result, ...]:
    own = case.appraisal.horizon if case.appraisal else 1
    horizons = sorted({*HORIZONS, own})
    return tuple(
        cell for who in Perspective for cell in account.results(case, booked, who, horizons)
    )


def _cell(results: Sequence[Result], who: Perspective, horizon: int) -> Result:
    return next(r for r in results if r.perspective is who and r.horizon == horizon)


def _ladder(
    case: Case, booked: Sequence[Booking], results: Sequence[Result], horizon: int
) -> tuple[Rung, ...]:
    rungs: list[Rung] = []
    for step, who in LADDER:
        cell = _cell(results, who, horizon)
        found = cell.claimed, cell.corrected
        if step is Step.CASH:  # the other rungs take in all that their perspective counts
            found = account.step_account(case, booked, who, step)
        rungs.append(Rung(step=step, perspective=who, claimed=found[0], corrected=found[1]))
    return tuple(rungs)


def _assumed(ground: Ground) -> tuple[str, ...]:
    prices = ground.prices.items()
    return tuple(sorted(name for name, entry in prices if not entry.source.checked))


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
        per=basis.per,
    )
