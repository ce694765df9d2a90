"""What a case claims of savings that it shares with others, in financial years."""

from collections.abc import Iterator
from dataclasses import replace

from civalue_build.appraise.bookings import counted
from civalue_build.appraise.ground import Ground, ground_of
from civalue_build.appraise.headline import PERSPECTIVE, STEP
from civalue_build.appraise.programme_parts import Booked, booked, shares, units
from civalue_build.appraise.programme_years import MONTHS, Calendar
from civalue_build.model.case import Case
from civalue_build.model.contribution import SavingClaim, UnitPart, Years
from civalue_build.model.enums import Side
from civalue_build.model.framework import Framework

APRIL = 4


def saving_claims(
    case: Case, framework: Framework, discounting: str | None = None
) -> tuple[SavingClaim, ...]:
    """Return what a case claims of each saving that it names, by financial year.

    A year of the case that begins within a financial year is split between two by months, as it
    is between two years of a programme.
    """
    ground = ground_of(case, framework, discounting)
    return () if ground is None else tuple(_claims(_placed(ground), _first(case)))


def _placed(ground: Ground) -> Booked:
    """Book a case on a calendar that begins with the April before it began."""
    month = ground.case.period.start.first_day[1]
    return booked(ground, Calendar(years=ground.horizon + 1, months=(month - APRIL) % MONTHS))


def _first(case: Case) -> int:
    year, month, _ = case.period.start.first_day
    return year if month >= APRIL else year - 1


def _claims(known: Booked, first: int) -> Iterator[SavingClaim]:
    parts = units(known)
    for share in shares(known):
        claimed, corrected = _present(known, share.saving)
        yield SavingClaim(
            share=replace(share, first=first),
            claimed=known.calendar.placed(claimed),
            corrected=known.calendar.placed(corrected),
            units=_of(parts, share.saving),
        )


def _of(parts: tuple[UnitPart, ...], saving: str) -> tuple[UnitPart, ...]:
    return tuple(part for part in parts if part.saving == saving)


def _present(known: Booked, saving: str) -> tuple[Years, Years]:
    """Return a saving's part of the headline's benefits by year of the case, discounted."""
    claimed, corrected = ([0.0] * known.ground.horizon for _ in range(2))
    savings = known.savings
    for booking in counted(known.case, known.bookings, PERSPECTIVE, STEP):
        if booking.side is Side.BENEFIT and savings.get(booking.line.id) == saving:
            for item in booking.by_year:
                claimed[item.year] += booking.sign * item.discounted
                corrected[item.year] += booking.sign * item.discounted_corrected
    return tuple(claimed), tuple(corrected)
