"""The signal gate: which benefits may be called measured.

A favourable line keeps its claim if its measure shows an improvement after the change began, or if
the study compared with others like it and states an effect, and if no balancing measure got worse.
Else it is counted as a forecast. What came to nothing, or to a loss, may always be called
measured. A line that is in the budget, and signed for, is a fact of the accounts and is not held
to a measure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from civalue_build.appraise.effects import COMPARED, may_be_chance, reading_of
from civalue_build.appraise.sights import Sights
from civalue_build.model.appraisal import LineValue
from civalue_build.model.case import Case
from civalue_build.model.enums import Claim, MeasureResult, Reading
from civalue_build.model.gate import Gate, Seen, ShownBy, Unshown
from civalue_build.model.lines import BenefitLine
from civalue_build.model.measures import Measure

HELD = (Claim.MEASURED, Claim.FINANCE_SIGNED, Claim.IN_BUDGET)
_NO_GAIN = (MeasureResult.NO_EFFECT, MeasureResult.WORSE)


def gates(case: Case, lines: Sequence[LineValue]) -> tuple[Gate, ...]:
    """Return the verdict on each favourable benefit line that is called measured, or firmer."""
    claimed = [(b, claim) for b in case.benefits or () if (claim := b.claim or case.claim) in HELD]
    if not claimed:
        return ()
    values, sights = {line.id: line for line in lines}, Sights(case)
    return tuple(
        _gate(line, claim, sights)
        for line, claim in claimed
        if claim and _is_favourable(line, values[line.id], sights.measure(measure_of(line)))
    )


def held(lines: Sequence[LineValue], verdicts: Sequence[Gate]) -> tuple[LineValue, ...]:
    """Return lines with the claim under which they are counted."""
    lowered = {gate.line: gate for gate in verdicts if gate.is_lowered}
    return tuple(
        replace(line, claim=gate.held, lowered_from=gate.stated)
        if (gate := lowered.get(line.id))
        else line
        for line in lines
    )


def measure_of(line: BenefitLine) -> str | None:
    """Return the measure that shows a line: the one it names, or takes its quantity from."""
    return line.measure or (line.from_measure.measure if line.from_measure else None)


def _is_favourable(line: BenefitLine, value: LineValue, measure: Measure | None) -> bool:
    if value.by_year:
        return value.total_claimed > 0
    numbers = [n.range for n in (line.quantity, line.amount) if n]
    stated = [number.central for number in numbers if number]
    if stated or (measure and measure.result in _NO_GAIN):
        return any(number > 0 for number in stated)
    return True


def _gate(line: BenefitLine, claim: Claim, sights: Sights) -> Gate:
    measure = sights.measure(measure_of(line))
    concerns = tuple(sights.concerns(measure))
    seen = sights.seen(measure, Reading.IMPROVEMENT) if measure else None
    shown, unshown = _verdict(line, claim, sights, measure, seen)
    if shown is not ShownBy.BUDGET and concerns and unshown is None:
        shown, unshown = None, Unshown.BALANCING_CONCERN
    return Gate(
        line=line.id,
        stated=claim,
        held=Claim.FORECAST if unshown else claim,
        measure=measure.id if measure else None,
        shown_by=shown,
        unshown=unshown,
        seen=seen,
        concerns=concerns,
    )


def _verdict(
    line: BenefitLine, claim: Claim, sights: Sights, measure: Measure | None, seen: Seen | None
) -> tuple[ShownBy | None, Unshown | None]:
    """Return what shows a benefit, or what is missing, balancing measures apart."""
    signed = sights.case.sign_off
    if claim is Claim.IN_BUDGET and signed and line.id in signed.covers:
        return ShownBy.BUDGET, None
    if measure is None:
        return None, Unshown.NO_MEASURE
    reasons = list(_against(sights.case, measure))
    if reasons:
        return None, reasons[0]
    if _is_compared(sights.case) and measure.effect:
        return ShownBy.COMPARISON, None
    if seen:
        return ShownBy.SIGNAL, None
    return None, _missing(sights, measure)


def _against(case: Case, measure: Measure) -> Iterator[Unshown]:
    """Yield what speaks against a measure, whatever its series shows."""
    stated = measure.effect
    if stated is None:
        return
    if may_be_chance(stated):
        yield Unshown.EFFECT_MAY_BE_CHANCE
    net = stated.value - (stated.controls or 0)
    is_beside = stated.controls is not None or _is_compared(case)
    if is_beside and reading_of(measure, net) is not Reading.IMPROVEMENT:
        yield Unshown.NOT_BETTER_THAN_CONTROLS


def _missing(sights: Sights, measure: Measure) -> Unshown:
    if not sights.has_series(measure):
        return Unshown.NO_EFFECT_STATED if _is_compared(sights.case) else Unshown.NO_SERIES
    return Unshown.NO_SIGNAL if measure.change_on else Unshown.NO_CHANGE_DATE


def _is_compared(case: Case) -> bool:
    return case.evaluation is not None and (case.evaluation.maryland or 0) >= COMPARED
