"""What one case brings to its programme. Pure, and never raises on a case."""

from dataclasses import replace

from civalue_build.appraise.ground import Ground, ground_of
from civalue_build.appraise.prices import AS_PRINTED, factor
from civalue_build.appraise.programme_parts import (
    Booked,
    booked,
    claimed_by_year,
    gaps,
    parts,
    shares,
    units,
)
from civalue_build.appraise.programme_years import Calendar, calendar
from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Case
from civalue_build.model.contribution import Change, Contribution
from civalue_build.model.enums import Perspective, Side, Status
from civalue_build.model.estimate import PriceYear
from civalue_build.model.framework import Framework
from civalue_build.model.programme import Programme

NO_BASIS = "the programme states no price year and no number of years"
INVENTED = "an invented case is never added to real ones"
REAL = "a real case is never added to invented ones"
ARCHIVED = "the case is archived"
NO_MONEY = "no cost stated"
NO_BENEFIT = "no benefit stated"


def contribution(case: Case, framework: Framework, programme: Programme) -> Contribution:
    """Return a case valued on the basis of its programme, by year of the programme.

    Unit values are those in force on the programme's `valued_on`, where it states one; amounts
    come to the case's price year by its own index and on to the programme's by the programme's.
    """
    known = Contribution(
        case=case.slug,
        programme=programme.id,
        title=case.title,
        organisation=case.organisation.name,
        currency=case.appraisal.currency if case.appraisal else "",
        illustrative=case.illustrative,
        changes=_changes(case),
    )
    ratio = _ratio(case, framework, programme)
    why = _apart(case, programme) or (ratio.why if isinstance(ratio, Undefined) else "")
    if why or isinstance(ratio, Undefined):
        return replace(known, left_out=why)
    ground = ground_of(_on_basis(case, programme), framework, None)
    if ground is None:
        return replace(
            known,
            cost_gaps=dict.fromkeys(Perspective, NO_MONEY),
            benefit_gaps=dict.fromkeys(Perspective, NO_BENEFIT),
        )
    return _valued(known, booked(ground, _calendar(ground, programme), ratio))


def _valued(known: Contribution, found: Booked) -> Contribution:
    costs, benefits = gaps(found)
    amounts = [claimed_by_year(booking, found.ground) for booking in found.bookings]
    return replace(
        known,
        parts=parts(found),
        units=units(found),
        shares=shares(found),
        cost_gaps=costs,
        benefit_gaps=benefits,
        uncounted=tuple(
            dict.fromkeys(b.line.label for b in found.bookings if b.side is Side.BENEFIT and b.why)
        ),
        before=any(map(found.calendar.is_before, amounts)),
        after=any(map(found.calendar.is_after, amounts)),
    )


def _calendar(ground: Ground, programme: Programme) -> Calendar:
    years = programme.appraisal.horizon if programme.appraisal else 0
    return calendar(programme.period.start, ground.case.period.start, years)


def _apart(case: Case, programme: Programme) -> str:
    """Return why a case cannot be added up with its programme at all; empty where it can."""
    own, shared = case.appraisal, programme.appraisal
    if case.illustrative is not programme.illustrative:
        return INVENTED if case.illustrative else REAL
    if case.status is Status.ARCHIVED:
        return ARCHIVED
    if shared is None:
        return NO_BASIS
    if own and own.per:
        return f"its figures are for one {own.per}, and not for the whole of its work"
    if own and own.currency != shared.currency:
        return f"its money is in {own.currency}, and the programme’s in {shared.currency}"
    return ""


def _ratio(case: Case, framework: Framework, programme: Programme) -> float | Undefined:
    """Return what carries the case's prices to the programme's price year."""
    own, shared = case.appraisal, programme.appraisal
    if own is None or shared is None:
        return 1.0
    name = shared.price_index or framework.default_price_index
    index = None if name == AS_PRINTED else framework.price_indices.get(name)
    if index is None and own.price_year != shared.price_year:
        return Undefined(_unlike(own.price_year, shared.price_year))
    return factor(index, own.price_year, shared.price_year)


def _unlike(own: PriceYear, shared: PriceYear) -> str:
    return (
        f"its prices are of {own.label}, the programme’s of {shared.label}, "
        "and the programme names no index between them"
    )


def _on_basis(case: Case, programme: Programme) -> Case:
    """Return the case with the unit values of the programme's day."""
    day = programme.appraisal.valued_on if programme.appraisal else None
    if case.appraisal is None or day is None:
        return case
    return replace(case, appraisal=replace(case.appraisal, valued_on=day))


def _changes(case: Case) -> tuple[Change, ...]:
    results = {measure.id: measure.result for measure in case.measures}
    return tuple(
        Change(who=item.who, what=item.what, result=results.get(item.measure or ""))
        for item in case.outcomes
    )
