"""Who books which line, and what a perspective counts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from civalue_build.appraise.chain import correct
from civalue_build.appraise.ground import Ground
from civalue_build.model.appraisal import LineValue, YearValue
from civalue_build.model.case import Case
from civalue_build.model.enums import Kind, Perspective, Side, Step
from civalue_build.model.record import record

STEPS = tuple(Step)
MISSING = " is not stated"


@record
class Booking:
    """A line in one party's account.

    What a transfer takes from its payer has the `sign` −1, and names the `gainer`; `alone` is
    what it is worth where the gainer is not counted: then it is a loss like any other, and
    corrected upwards.
    """

    line: LineValue
    party: str
    by_year: tuple[YearValue, ...]
    sign: int = 1
    gainer: str = ""
    alone: tuple[YearValue, ...] = ()

    @property
    def side(self) -> Side:
        """The side of the account on which it stands."""
        return self.line.side

    @property
    def kind(self) -> Kind | None:
        """What kind of benefit it is; none for a cost."""
        return self.line.kind

    @property
    def why(self) -> str:
        """Why it has no value; empty where it has one."""
        return self.line.undefined

    @property
    def gap(self) -> str:
        """Why it has no value, with its name; empty where it has one."""
        if not self.why:
            return ""
        what = self.why.removesuffix(MISSING)
        is_short = what != self.why and what.startswith("the ") and "“" not in what
        name = f"“{self.line.label}”"
        return f"{what} of {name}{MISSING}" if is_short else f"{name}: {self.why}"

    @property
    def pv_claimed(self) -> float:
        """The present value of what is claimed."""
        return self.sign * sum((item.discounted for item in self.by_year), 0.0)

    @property
    def pv_corrected(self) -> float:
        """The present value after evidence correction."""
        return self.sign * sum((item.discounted_corrected for item in self.by_year), 0.0)


def bookings(lines: Iterable[LineValue], ground: Ground) -> tuple[Booking, ...]:
    """Return every line as booked: a transfer is a gain of one party and a loss of another."""
    booked: list[Booking] = []
    for line in lines:
        booked.append(Booking(line=line, party=line.party, by_year=line.by_year))
        if line.from_party and line.kind and line.kind.is_transfer:
            booked.append(_loss(line, line.from_party, ground))
    return tuple(booked)


def _loss(line: LineValue, payer: str, ground: Ground) -> Booking:
    """Book what a transfer takes from its payer: the same amount, which nets to nothing."""
    return Booking(
        line=line,
        party=payer,
        by_year=line.by_year,
        sign=-1,
        gainer=line.party,
        alone=tuple(_as_loss(item, line, ground) for item in line.by_year),
    )


def _as_loss(item: YearValue, line: LineValue, ground: Ground) -> YearValue:
    grade = ground.framework.grades.of(line.grade)
    corrected = -correct(line.side, -item.claimed, grade)
    discounted = corrected * ground.discount[line.stream][item.year]
    return replace(item, corrected=corrected, discounted_corrected=discounted)


def counted(
    case: Case, bookings: Sequence[Booking], perspective: Perspective, step: Step = Step.SOCIETY
) -> tuple[Booking, ...]:
    """Return the bookings that a perspective counts, benefits up to a step of the ladder.

    Health, experience and wider value count for society alone, whoever gains.
    """
    last = STEPS.index(step)
    if perspective is not Perspective.SOCIETY:
        last = min(last, STEPS.index(Step.CAPACITY))
    steps = STEPS[: last + 1]
    parties = {name for b in bookings for name in (b.party, b.gainer) if name}
    whose = {name for name in parties if case.counts(perspective, name)}
    return tuple(
        booking if booking.gainer in whose else by_itself(booking)
        for booking in bookings
        if booking.party in whose and (booking.kind is None or booking.kind.step in steps)
    )


def by_itself(booking: Booking) -> Booking:
    """Return a booking as it is where only its own party is counted."""
    return replace(booking, by_year=booking.alone) if booking.alone else booking


def signs(chosen: Iterable[Booking]) -> Counter[str]:
    """Return how often each line counts: once, not at all, or as a loss (−1).

    A transfer of which both parties are counted counts 1 − 1 times.
    """
    times: Counter[str] = Counter()
    for booking in chosen:
        times[booking.line.id] += booking.sign
    return times
