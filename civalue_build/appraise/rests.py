"""What a value rests on, handed over so that it can be worked out again elsewhere."""

from collections.abc import Iterable, Iterator, Sequence

from civalue_build.appraise.bookings import Booking, counted
from civalue_build.appraise.chain import Chain
from civalue_build.appraise.discounting import rate
from civalue_build.appraise.ground import Ground, schedule_of
from civalue_build.appraise.inputs import SHARES, unstated
from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective, Step, Stream
from civalue_build.model.rests import Entry, LineRests, Rests


def rests(ground: Ground, chains: Iterable[Chain], booked: Sequence[Booking]) -> Rests:
    """Return the numbers of a case by key, where each line finds its own, and who books it."""
    schedule = schedule_of(ground.framework, ground.basis.discounting)
    bands = {Stream.MONEY: schedule.money, Stream.HEALTH: schedule.health or schedule.money}
    years = range(ground.horizon)
    return Rests(
        inputs=ground.numbers,
        unstated=tuple(unstated(ground.case, ground.prices)),
        lines=tuple(map(_line, chains)),
        entries=tuple(_entries(ground.case, booked)),
        rates={stream: tuple(rate(own, year) for year in years) for stream, own in bands.items()},
        own_health=bool(schedule.health),
    )


def _line(chain: Chain) -> LineRests:
    terms = chain.terms
    units = {} if isinstance(terms.units, Undefined) else terms.units
    price = None if isinstance(terms.price, Undefined) else terms.price
    keys = (key for key, _ in terms.shares)
    return LineRests(
        line=terms.line.id,
        units={} if price is None else units,
        price=price.key if price else None,
        multiples=dict(price.yearly) if price else {},
        shares=dict(zip(SHARES, keys, strict=True)) if terms.shares else {},
        first=terms.line.years.first,
        actuals=terms.actuals,
    )


def _entries(case: Case, booked: Sequence[Booking]) -> Iterator[Entry]:
    chosen = {who: _named(counted(case, booked, who)) for who in Perspective}
    cash = _named(counted(case, booked, Perspective.NHS, Step.CASH))
    for booking in booked:
        name = (booking.line.id, booking.sign)
        yield Entry(
            line=booking.line.id,
            party=booking.party,
            sign=booking.sign,
            within=frozenset(who for who, names in chosen.items() if name in names),
            as_cash=name in cash,
        )


def _named(chosen: Iterable[Booking]) -> frozenset[tuple[str, int]]:
    return frozenset((booking.line.id, booking.sign) for booking in chosen)
