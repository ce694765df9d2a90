"""What of a case's appraisal can be scaled elsewhere, and which numbers a reader may replace."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from civalue_build.appraise.account import nothing_spent, reasons
from civalue_build.appraise.bookings import Booking, counted
from civalue_build.appraise.chain import Chain
from civalue_build.appraise.dials import dials, price_key, size_key
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.terms import Terms
from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Perspective, Side
from civalue_build.model.scaling import Flow, Gaps, MovableLine, Scalable


def scalable(
    ground: Ground, chains: Iterable[Chain], lines: Iterable[LineValue], booked: Sequence[Booking]
) -> Scalable:
    """Return the stored present values of a case, and what moves them.

    Lines without a value are left out; a perspective that would count one says so in its gaps.
    """
    pairs = [(chain.terms, line) for chain, line in zip(chains, lines, strict=True)]
    moving = [(terms, line) for terms, line in pairs if _is_valued(line)]
    gained = {size_key(terms) for terms, line in moving if line.side is Side.BENEFIT}
    found = tuple(_movable(terms, line, gained) for terms, line in moving)
    chosen = {who: counted(ground.case, booked, who) for who in Perspective}
    return Scalable(
        horizon=ground.horizon,
        lines=found,
        flows=tuple(_flows(chosen, {line.line for line in found}, ground.horizon)),
        dials=tuple(dials(found, {terms.line.id: terms for terms, _ in moving}, ground)),
        gaps={who: _gaps(ground, own, who) for who, own in chosen.items()},
    )


def _is_valued(line: LineValue) -> bool:
    return any(item.discounted for item in line.by_year)


def _gaps(ground: Ground, chosen: Sequence[Booking], who: Perspective) -> Gaps:
    why = reasons(ground.case, chosen, who, 1)
    fixed = "" if why.no_cost == nothing_spent(1) else why.no_cost
    return Gaps(costs=why.costs, benefits=why.benefits, no_cost=fixed)


def _movable(terms: Terms, line: LineValue, gained: Container[str]) -> MovableLine:
    size = size_key(terms)
    return MovableLine(
        line=line.id,
        side=line.side,
        size=size,
        price=price_key(terms),
        is_gain=line.side is Side.BENEFIT and line.total_claimed > 0,
        is_tied=line.side is Side.COST and size in gained,
        from_ledger=frozenset(line.from_ledger),
    )


def _flows(
    chosen: Mapping[Perspective, Sequence[Booking]], valued: Container[str], years: int
) -> Iterator[Flow]:
    """Give each booking once, with all perspectives that count it as it is."""
    within: dict[Booked, set[Perspective]] = {}
    found: dict[Booked, Booking] = {}
    for who, bookings in chosen.items():
        for booking in bookings:
            if booking.line.id in valued:
                name = (booking.line.id, booking.sign, booking.by_year is booking.alone)
                within.setdefault(name, set()).add(who)
                found[name] = booking
    for name, booking in found.items():
        yield _flow(booking, frozenset(within[name]), years)


Booked = tuple[str, int, bool]
"""A line, the sign with which it counts, and whether it is counted by itself."""


def _flow(booking: Booking, within: frozenset[Perspective], years: int) -> Flow:
    claimed, corrected = [0.0] * years, [0.0] * years
    for item in booking.by_year:
        claimed[item.year] = booking.sign * item.discounted
        corrected[item.year] = booking.sign * item.discounted_corrected
    return Flow(
        line=booking.line.id,
        side=booking.side,
        within=within,
        claimed=tuple(claimed),
        corrected=tuple(corrected),
    )
