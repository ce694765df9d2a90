"""What the booked lines of a case come to, sort by sort, by year of a programme."""

from collections.abc import Iterator, Mapping

from civalue_build.appraise import account, operational
from civalue_build.appraise.bookings import Booking, bookings, counted
from civalue_build.appraise.chain import Chain, central
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.inputs import DEFAULTS, share_key, side_of
from civalue_build.appraise.programme_years import Calendar
from civalue_build.appraise.terms import terms_of
from civalue_build.appraise.working import line_value
from civalue_build.model.case import Case
from civalue_build.model.contribution import Part, SavingShare, UnitPart
from civalue_build.model.enums import Perspective, Side, Step, Stream
from civalue_build.model.record import record

Sort = tuple[Perspective, Side, Stream, Step | None, str]
"""What the amounts of one part have in common."""


@record
class Booked:
    """A valued case beside the calendar of its programme; `factor` carries its prices there."""

    ground: Ground
    calendar: Calendar
    chains: tuple[Chain, ...]
    bookings: tuple[Booking, ...]
    factor: float = 1.0

    @property
    def case(self) -> Case:
        """The case itself."""
        return self.ground.case

    @property
    def savings(self) -> Mapping[str, str]:
        """The saving key of each gain that has one, by line id.

        A disbenefit under the same key claims nothing of the saving, and is counted in full.
        """
        benefits = self.case.benefits or ()
        keyed = {line.id: line.saving_key for line in benefits if line.saving_key}
        claimed = {chain.terms.line.id: chain.claimed for chain in self.chains} if keyed else {}
        return {line: key for line, key in keyed.items() if sum(claimed[line].values(), 0.0) >= 0}


def booked(ground: Ground, calendar: Calendar, factor: float = 1.0) -> Booked:
    """Return a case with every line valued and booked."""
    chains = tuple(central(terms_of(line, ground)) for line in ground.case.lines)
    return Booked(
        ground=ground,
        calendar=calendar,
        chains=chains,
        bookings=bookings((line_value(chain, ground) for chain in chains), ground),
        factor=factor,
    )


def claimed_by_year(booking: Booking, ground: Ground) -> list[float]:
    """Return what a booking claims in each year of its case; nothing where it has no value."""
    found = [0.0] * ground.horizon
    for item in booking.by_year:
        found[item.year] = item.claimed
    return found


def parts(known: Booked) -> tuple[Part, ...]:
    """Return all that each perspective counts, sort by sort, in the programme's years."""
    return tuple(part for who in Perspective for part in _of(known, who))


def _of(known: Booked, who: Perspective) -> Iterator[Part]:
    sums: dict[Sort, tuple[list[float], list[float]]] = {}
    years, savings = known.ground.horizon, known.savings
    for booking in counted(known.case, known.bookings, who):
        if not booking.why:
            sort = _sort(booking, who, savings)
            claimed, corrected = sums.setdefault(sort, ([0.0] * years, [0.0] * years))
            for item in booking.by_year:
                claimed[item.year] += booking.sign * known.factor * item.claimed
                corrected[item.year] += booking.sign * known.factor * item.corrected
    for (perspective, side, stream, step, saving), (claimed, corrected) in sums.items():
        yield Part(
            perspective=perspective,
            side=side,
            stream=stream,
            step=step,
            saving=saving,
            claimed=known.calendar.placed(claimed),
            corrected=known.calendar.placed(corrected),
        )


def _sort(booking: Booking, who: Perspective, savings: Mapping[str, str]) -> Sort:
    line, step = booking.line, booking.kind.step if booking.kind else None
    return who, line.side, line.stream, step, savings.get(line.id, "")


def units(known: Booked) -> tuple[UnitPart, ...]:
    """Return what is freed in operational currency, apart by saving key."""
    savings = known.savings
    grouped: dict[str, list[Chain]] = {}
    for chain in known.chains:
        if side_of(chain.terms.line) is Side.COST:
            continue
        grouped.setdefault(savings.get(chain.terms.line.id, ""), []).append(chain)
    return tuple(
        UnitPart(unit=item.unit, saving=saving, by_year=known.calendar.placed(item.by_year))
        for saving, chains in grouped.items()
        for item in operational.quantities(known.ground, chains)
    )


def shares(known: Booked) -> tuple[SavingShare, ...]:
    """Return the attributed share of each saving, added up over lines, by programme year."""
    sums: dict[str, list[float]] = {}
    horizon, savings = known.ground.horizon, known.savings
    for line in known.case.benefits or ():
        if saving := savings.get(line.id):
            stated = known.ground.numbers.get(share_key(line, "attribution"))
            years = sums.setdefault(saving, [0.0] * horizon)
            for year in {year for year in line.years if 0 <= year < horizon}:
                years[year] += stated.central if stated else DEFAULTS["attribution"]
    return tuple(
        SavingShare(saving=saving, by_year=known.calendar.placed(amounts))
        for saving, amounts in sums.items()
    )


def gaps(known: Booked) -> tuple[dict[Perspective, str], dict[Perspective, str]]:
    """Return, by perspective, why costs and why benefits are not known, where they are not."""
    costs: dict[Perspective, str] = {}
    benefits: dict[Perspective, str] = {}
    for who in Perspective:
        chosen = counted(known.case, known.bookings, who)
        why = account.reasons(known.case, chosen, who, known.ground.horizon)
        if why.costs:
            costs[who] = why.costs
        if why.benefits:
            benefits[who] = why.benefits
    return costs, benefits
