"""The value of a programme: what its cases bring, less what they cost and what they share."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from civalue_build.appraise.brief import in_brief
from civalue_build.appraise.discounting import stream_factors
from civalue_build.appraise.ground import ground_of
from civalue_build.appraise.programme_account import SHARED_NOT_STATED, Terms, rung
from civalue_build.appraise.programme_case import contribution
from civalue_build.appraise.programme_parts import booked, gaps, parts
from civalue_build.appraise.programme_savings import counted_once, scaled, scales
from civalue_build.appraise.programme_years import Calendar
from civalue_build.model.appraisal import Operational, Rung, Vintage
from civalue_build.model.case import Basis
from civalue_build.model.contribution import Contribution
from civalue_build.model.enums import Perspective, Step, Stream
from civalue_build.model.framework import Framework
from civalue_build.model.programme import Programme
from civalue_build.model.programme_value import Member, ProgrammeAppraisal
from civalue_build.model.reference import DiscountSchedule

__all__ = ["contribution", "programme_value"]

STEP = dict.fromkeys(Perspective, Step.CAPACITY) | {Perspective.SOCIETY: Step.SOCIETY}
"""How far up the realisation ladder the account of a perspective goes."""
LADDER = (
    (Step.CASH, Perspective.NHS),
    (Step.CAPACITY, Perspective.NHS),
    (Step.SOCIETY, Perspective.SOCIETY),
)


def programme_value(
    programme: Programme,
    framework: Framework,
    contributions: Iterable[Contribution],
    discounting: str | None = None,
) -> ProgrammeAppraisal:
    """Return what a programme and its cases come to, in the order of the cases' titles.

    Everything is discounted from the programme's year 0, under the schedule `discounting` or else
    the programme's own. Members that are left out stand beside the sums with the reason.
    """
    members = sorted(contributions, key=lambda item: (item.title, item.case))
    if programme.appraisal is None:
        return ProgrammeAppraisal(
            programme=programme.id, members=tuple(_member(item, ()) for item in members)
        )
    return _valued(programme, programme.appraisal, framework, members, discounting)


def _valued(
    programme: Programme,
    basis: Basis,
    framework: Framework,
    members: Sequence[Contribution],
    discounting: str | None,
) -> ProgrammeAppraisal:
    added = [item for item in members if not item.left_out]
    schedule = _schedule(basis, framework, discounting)
    terms = Terms(
        factors={stream: stream_factors(schedule, stream, basis.horizon) for stream in Stream},
        savings=scales(share for item in added for share in item.shares),
        years=basis.horizon,
    )
    everything = [*added, _shared(programme, framework)]
    return ProgrammeAppraisal(
        programme=programme.id,
        vintage=_vintage(basis, framework, discounting),
        shared=in_brief(programme.as_case(), framework, discounting).lines,
        members=tuple(_member(item, _rungs(terms, [item])) for item in members),
        whole=_rungs(terms, everything),
        alone=_rungs(terms, added),
        ladder=tuple(rung(everything, who, step, terms) for step, who in LADDER),
        operational=_operational(added, terms),
        counted_once=counted_once(added),
    )


def _rungs(terms: Terms, members: Sequence[Contribution]) -> tuple[Rung, ...]:
    return tuple(rung(members, who, STEP[who], terms) for who in Perspective)


def _shared(programme: Programme, framework: Framework) -> Contribution:
    """Return the shared costs as one more contribution, which brings nothing."""
    known = Contribution(
        case="",
        programme=programme.id,
        title="Shared costs",
        organisation=programme.organisation.name,
        currency=programme.appraisal.currency if programme.appraisal else "",
        benefit_gaps=dict.fromkeys(Perspective, "shared costs bring nothing by themselves"),
    )
    ground = ground_of(programme.as_case(), framework, None)
    if ground is None:
        return replace(known, cost_gaps=dict.fromkeys(Perspective, SHARED_NOT_STATED))
    found = booked(ground, Calendar(years=ground.horizon, months=0))
    return replace(known, parts=parts(found), cost_gaps=gaps(found)[0])


def _schedule(basis: Basis, framework: Framework, discounting: str | None) -> DiscountSchedule:
    default = framework.schedules[framework.default_discounting]
    return framework.schedules.get(_name(basis, framework, discounting), default)


def _name(basis: Basis, framework: Framework, discounting: str | None) -> str:
    return discounting or basis.discounting or framework.default_discounting


def _vintage(basis: Basis, framework: Framework, discounting: str | None) -> Vintage:
    return Vintage(
        framework=framework.edition,
        discounting=_name(basis, framework, discounting),
        price_year=basis.price_year.label,
        horizon=basis.horizon,
        price_index=basis.price_index or framework.default_price_index,
        currency=basis.currency,
        valued_on=str(basis.valued_on) if basis.valued_on else None,
    )


def _member(item: Contribution, rungs: tuple[Rung, ...]) -> Member:
    return Member(
        case=item.case,
        title=item.title,
        organisation=item.organisation,
        illustrative=item.illustrative,
        left_out=item.left_out,
        rungs=() if item.left_out else rungs,
        changes=item.changes,
        uncounted=item.uncounted,
        before=item.before,
        after=item.after,
    )


def _operational(members: Sequence[Contribution], terms: Terms) -> tuple[Operational, ...]:
    totals: dict[str, list[float]] = {}
    for part in (part for member in members for part in member.units):
        years = totals.setdefault(part.unit, [0.0] * terms.years)
        for year, number in enumerate(scaled(part.by_year, part.saving, terms.savings)):
            years[year] += number
    return tuple(
        Operational(unit=unit, by_year=tuple(years), total=sum(years, 0.0))
        for unit, years in sorted(totals.items())
    )
