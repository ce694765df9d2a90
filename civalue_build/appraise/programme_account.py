"""From parts of an account, by year of a programme, to its figures."""

from collections.abc import Iterable, Mapping, Sequence

from civalue_build.appraise.account import NO_COST_STATED
from civalue_build.appraise.bookings import STEPS
from civalue_build.appraise.programme_savings import Scales, scaled
from civalue_build.appraise.returns import Flows, Reasons, returns
from civalue_build.model.appraisal import Rung
from civalue_build.model.contribution import Contribution, Part
from civalue_build.model.enums import Perspective, Side, Step, Stream
from civalue_build.model.record import record

NO_COST = "no cost is counted here"
SHARED_NOT_STATED = "the shared costs are not stated"
NO_MEMBER_BENEFIT = "no case states a benefit"


@record
class Terms:
    """What every account of one programme is drawn up with; `years` is its horizon.

    `factors` are the discount factors of each stream by year.
    """

    factors: Mapping[Stream, tuple[float, ...]]
    savings: Scales
    years: int


def rung(members: Sequence[Contribution], who: Perspective, step: Step, terms: Terms) -> Rung:
    """Return the account of members together, discounted from the programme's year 0.

    Costs that one of them does not state leave the sum of costs undefined; benefits are undefined
    where no member states any.
    """
    chosen = [
        part
        for member in members
        for part in member.parts
        if part.perspective is who and _is_within(part, step)
    ]
    why = _reasons(members, who)
    return Rung(
        step=step,
        perspective=who,
        claimed=returns(_flows(chosen, terms, corrected=False), why),
        corrected=returns(_flows(chosen, terms, corrected=True), why),
    )


def _is_within(part: Part, step: Step) -> bool:
    return part.step is None or STEPS.index(part.step) <= STEPS.index(step)


def _named(member: Contribution, gap: str) -> str:
    """Return why costs are not known, with whose they are."""
    if not member.case:
        return gap if gap == SHARED_NOT_STATED else f"of the shared costs, {gap}"
    return f"in “{member.title}”, {'no cost is stated' if gap == NO_COST_STATED else gap}"


def _reasons(members: Sequence[Contribution], who: Perspective) -> Reasons:
    costs = [
        _named(member, gap)
        for member in members
        for gap in member.cost_gaps.get(who, "").split("; ")
        if gap
    ]
    is_silent = all(who in member.benefit_gaps for member in members)
    return Reasons(
        costs="; ".join(costs),
        benefits=NO_MEMBER_BENEFIT if is_silent else "",
        no_cost=NO_COST,
    )


def _flows(parts: Sequence[Part], terms: Terms, *, corrected: bool) -> Flows:
    sums = _sums(parts, terms, corrected=corrected)
    return Flows(
        costs=sums[Side.COST][0],
        benefits=sums[Side.BENEFIT][0],
        discounted_costs=sums[Side.COST][1],
        discounted_benefits=sums[Side.BENEFIT][1],
    )


def _sums(
    parts: Iterable[Part], terms: Terms, *, corrected: bool
) -> Mapping[Side, tuple[list[float], list[float]]]:
    """Return plain and discounted sums of each side by year."""
    sums = {side: ([0.0] * terms.years, [0.0] * terms.years) for side in Side}
    for part in parts:
        stated = part.corrected if corrected else part.claimed
        plain, discounted = sums[part.side]
        for year, amount in enumerate(scaled(stated, part.saving, terms.savings)):
            plain[year] += amount
            discounted[year] += amount * terms.factors[part.stream][year]
    return sums
