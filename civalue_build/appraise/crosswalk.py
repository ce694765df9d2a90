"""A case as other approaches to value tell it: which of its lines fall where, and their money."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from civalue_build.appraise.bookings import Booking, counted
from civalue_build.appraise.reporting import Facts, answer
from civalue_build.model.appraisal import LineValue
from civalue_build.model.approach import Approach, Category, Take, Whose
from civalue_build.model.case import Case
from civalue_build.model.crosswalk import Money, Placed, Reading
from civalue_build.model.enums import (
    Claim,
    CostType,
    Decision,
    Kind,
    Perspective,
    Sector,
    Side,
    Step,
    Who,
)
from civalue_build.model.lines import SELF
from civalue_build.model.record import record
from civalue_build.model.reported import Answer

_Sums = Mapping[str, Money]
"""By line id, what one perspective counts of it; a line that it does not count is not there."""
_NOTHING = Money()


class _Seen(NamedTuple):
    """What a take looks at of a line."""

    id: str
    side: Side
    kind: Kind | None
    step: Step | None
    type: CostType | None
    sector: Sector | None
    whose: Whose
    claim: Claim
    decision: Decision | None
    is_valued: bool


@record
class _Sorted:
    """What of a case the approaches sort, looked at once for all of them."""

    lines: tuple[_Seen, ...]
    people: tuple[Who, ...]
    headline: _Sums
    society: _Sums
    own: _Sums


def readings(
    case: Case, booked: Sequence[Booking], approaches: Mapping[str, Approach], facts: Facts
) -> tuple[Reading, ...]:
    """Return the case as each of `approaches` tells it, in the order given.

    `booked` are its lines as booked for the parties of the case, none where it states no money.
    """
    found = _Sorted(
        lines=tuple(_seen(case, line) for line in {b.line.id: b.line for b in booked}.values()),
        people=tuple(outcome.who for outcome in case.outcomes),
        headline=_sums(counted(case, booked, Perspective.NHS)),
        society=_sums(counted(case, booked, Perspective.SOCIETY)),
        own=_sums(counted(case, booked, Perspective.ORGANISATION)),
    )
    return tuple(
        _reading(
            found,
            name,
            approach,
            answers=tuple(answer(facts, item) for item in approach.asks),
            gives_facts=bool(case.approaches.get(name)),
        )
        for name, approach in approaches.items()
    )


def _seen(case: Case, line: LineValue) -> _Seen:
    return _Seen(
        id=line.id,
        side=line.side,
        kind=line.kind,
        step=line.kind.step if line.kind else None,
        type=line.cost_type,
        sector=case.sector_of(line.party),
        whose=Whose.OWN if line.party == SELF else Whose.OTHERS,
        claim=line.claim or Claim.PLANNED,
        decision=line.harvest.decision if line.harvest else None,
        is_valued=not line.undefined,
    )


def _sums(chosen: Iterable[Booking]) -> _Sums:
    """Return what a perspective counts of each line: of a transfer, gain and loss together."""
    sums: dict[str, Money] = {}
    for booking in chosen:
        if not booking.why:
            claimed, corrected = sums.get(booking.line.id, _NOTHING)
            claimed, corrected = claimed + booking.pv_claimed, corrected + booking.pv_corrected
            sums[booking.line.id] = Money(claimed, corrected)
    return sums


def _reading(
    found: _Sorted, name: str, approach: Approach, *, answers: tuple[Answer, ...], gives_facts: bool
) -> Reading:
    lines: dict[tuple[str, Side], list[_Seen]] = {}
    for line in found.lines:
        lines.setdefault((_place(line, approach.categories), line.side), []).append(line)
    people: dict[str, list[int]] = {}
    for at, who in enumerate(found.people):
        people.setdefault(_of_people(who, approach.categories), []).append(at)

    def placed(category: str, side: Side | None) -> Placed:
        own = lines.get((category, side), ()) if side else ()
        outcomes = () if side is Side.COST else people.get(category, ())
        return _placed(category, side, own, outcomes, found)

    return Reading(
        approach=name,
        categories=tuple([placed(each.id, each.side) for each in approach.categories]),
        other_costs=placed("", Side.COST),
        other_benefits=placed("", Side.BENEFIT),
        answers=answers,
        gives_facts=gives_facts,
    )


def _placed(
    category: str,
    side: Side | None,
    own: Sequence[_Seen],
    outcomes: Sequence[int],
    found: _Sorted,
) -> Placed:
    if not own:
        return Placed(category, side, outcomes=tuple(outcomes))
    return Placed(
        category,
        side,
        lines=tuple([line.id for line in own]),
        unvalued=tuple([line.id for line in own if not line.is_valued]),
        outcomes=tuple(outcomes),
        headline=_added(own, found.headline),
        society=_added(own, found.society),
        own=_added(own, found.own),
    )


def _added(own: Iterable[_Seen], sums: _Sums) -> Money | None:
    parts = [sums[line.id] for line in own if line.id in sums]
    if not parts:
        return None
    return Money(sum([part[0] for part in parts], 0.0), sum([part[1] for part in parts], 0.0))


def _place(line: _Seen, categories: Iterable[Category]) -> str:
    """Return the id of the first category that takes a line, empty where none does."""
    for category in categories:
        for take in category.takes:
            if _fits(line, take):
                return category.id
    return ""


def _of_people(who: Who, categories: Iterable[Category]) -> str:
    for category in categories:
        if who in category.people:
            return category.id
    return ""


def _fits(line: _Seen, take: Take) -> bool:
    return (
        line.side is take.side
        and (not take.steps or line.step in take.steps)
        and (not take.kinds or line.kind in take.kinds)
        and (not take.types or line.type in take.types)
        and (not take.sectors or line.sector in take.sectors)
        and (take.whose is None or line.whose is take.whose)
        and (take.valued is None or line.is_valued is take.valued)
        and (not take.claims or line.claim in take.claims)
        and (not take.decisions or line.decision in take.decisions)
    )
