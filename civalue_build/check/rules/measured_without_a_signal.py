"""The signal gate: what is called measured was seen."""

from collections.abc import Iterator

from civalue_build.check.counts import points_of
from civalue_build.check.lines import placed_benefits
from civalue_build.check.records import is_by_team
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.gate import Gate, Unshown
from civalue_build.model.subject import Subject

_WHY = {
    Unshown.NO_SERIES: "“{measure}” has no series that would show it",
    Unshown.NO_CHANGE_DATE: "“{measure}” does not say when the change began",
    Unshown.NO_SIGNAL: "“{measure}” shows no signal of improvement after the change",
    Unshown.NOT_BETTER_THAN_CONTROLS: "“{measure}” did as well or better without the work",
    Unshown.NO_EFFECT_STATED: "no effect on “{measure}” is stated",
    Unshown.EFFECT_MAY_BE_CHANCE: "the confidence interval of “{measure}” holds no effect",
    Unshown.BALANCING_CONCERN: "“{concern}” got worse",
}


@rule(code="CV2051", level=Level.GAP)
def measured_without_a_signal(subject: Subject) -> Iterator[Fault]:
    """Benefit is called measured, and its measure does not show it.

    A favourable benefit may be called measured, or firmer, in two cases. Its measure shows a signal
    of improvement after `change_on`. Or the study compared with others like it (3 or more on the
    Maryland scale), and the measure states the effect. No balancing measure may show concern.
    Otherwise the benefit is counted as a forecast, and the page says so. Call it a forecast, or
    give the series. A benefit of nothing, and a loss, may always be called measured.

    *Fails:* at benefits.0.claim

        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            attribution: 0.8
            deadweight: 0.1
            grade: 4
            measure: overtime
            claim: measured
            source: council-report

    *Passes:*

        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            attribution: 0.8
            deadweight: 0.1
            grade: 4
            measure: overtime
            claim: forecast
            source: council-report
    """
    if not is_by_team(subject):
        return
    unread = {m.id for m in subject.case.measures if m.series and not points_of(m, subject.case)}
    lowered = {
        gate.line: gate
        for gate in subject.appraisal.gates
        if gate.unshown in _WHY and gate.measure not in unread
    }
    for path, line in placed_benefits(subject.case):
        if gate := lowered.get(line.id):
            why = _why(gate, subject)
            claim = gate.stated.value
            yield (*path, "claim"), f"“{line.label}” is called {claim}, and {why}"


def _why(gate: Gate, subject: Subject) -> str:
    labels = {measure.id: measure.label for measure in subject.case.measures}
    concern = labels[gate.concerns[0]] if gate.concerns else ""
    words = _WHY[gate.unshown] if gate.unshown else ""
    return words.format(measure=labels.get(gate.measure or "", ""), concern=concern)
