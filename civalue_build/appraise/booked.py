"""Every line of a case as the parties book it."""

from dataclasses import replace

from civalue_build.appraise.bookings import Booking
from civalue_build.appraise.inputs import Values, side_of
from civalue_build.appraise.lines import Ground, correct, value_line
from civalue_build.model.appraisal import Undefined
from civalue_build.model.lines import BenefitLine, Line


def bookings(ground: Ground, values: Values) -> tuple[Booking, ...]:
    """Return every line as booked: a transfer is a gain of one party and a loss of another."""
    booked: list[Booking] = []
    for line in ground.case.lines:
        booking = _booking(line, ground, values)
        booked.append(booking)
        if isinstance(line, BenefitLine) and line.from_party and line.kind.is_transfer:
            booked.append(_loss(line, line.from_party, booking, ground))
    return tuple(booked)


def _loss(line: BenefitLine, payer: str, gain: Booking, ground: Ground) -> Booking:
    """Book what a transfer takes from its payer: the same amount, which nets to nothing."""
    chain, alone = gain.chain, None
    if chain:
        grade = ground.framework.grades.of(line.grade)
        alone = replace(chain, corrected=-correct(line, -chain.claimed, grade))
    return replace(gain, party=payer, sign=-1, gainer=line.gained_by, alone=alone)


def _booking(line: Line, ground: Ground, values: Values) -> Booking:
    chain = value_line(line, ground, values)
    benefit = line if isinstance(line, BenefitLine) else None
    return Booking(
        line=line.id,
        label=line.label,
        side=side_of(line),
        party=line.gained_by if isinstance(line, BenefitLine) else line.paid_by,
        kind=benefit.kind if benefit else None,
        chain=None if isinstance(chain, Undefined) else chain,
        why=chain.why if isinstance(chain, Undefined) else "",
    )
