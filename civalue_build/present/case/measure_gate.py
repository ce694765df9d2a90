"""How far the measures carry the claims: what was lowered and why, and what speaks against."""

from collections.abc import Iterator, Sequence

from civalue_build.model.charts import MeasureChart
from civalue_build.model.enums import Chart
from civalue_build.model.figure import Undefined
from civalue_build.model.gate import FromMeasureWorking, Gate, MeasureEffect, Seen, ShownBy, Unshown
from civalue_build.model.measures import Measure
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.addresses import READING
from civalue_build.present.case.base import Material
from civalue_build.present.case.header import evidence
from civalue_build.present.charts.series.model import PERCENT
from civalue_build.present.views import Fact

SHIFT, RUN_SHIFT = 7, 6
"""Points that the shortest long run takes, on a control chart and on a run chart."""
RULES = {
    True: "On a run chart it takes 5 in a row that all rise or all fall, or 6 in a row on one side "
    "of the median.",
    False: "On a control chart so few make a signal only if they come near a limit, or beyond it.",
}

STRENGTHS = {
    0: "a model, which nobody has compared with what happened",
    1: "before compared with after, or one place with another, and nothing else",
    2: "before and after with some allowance for other causes, or beside others that are not alike",
    3: "before and after, beside others that were matched to be alike",
    4: "a design that rules out most other causes, short of drawing lots",
    5: "a trial in which lots were drawn",
}
"""What each level of the Maryland scale means, with 0 for a model."""


@record
class GateView:
    """What was lowered, what stands, what to be careful with, and how the work was studied."""

    lowered: tuple[Fact, ...]
    kept: tuple[Fact, ...]
    cautions: tuple[Fact, ...]
    taken: tuple[Fact, ...]
    design: tuple[Fact, ...]
    method: str


def gate_view(known: Material) -> GateView | None:
    """Return how far the measures carry the claims; none where nothing rests on a measure."""
    appraisal = known.appraisal
    view = GateView(
        lowered=tuple(_lowered(known, gate) for gate in appraisal.gates if gate.is_lowered),
        kept=tuple(_kept(known, appraisal.gates)),
        cautions=tuple(_cautions(known)),
        taken=tuple(_taken(known, working) for working in appraisal.from_measures),
        design=tuple(_design(known)),
        method=known.to(f"{READING}#claims"),
    )
    return view if view.lowered or view.kept or view.cautions or view.taken else None


def _design(known: Material) -> Iterator[Fact]:
    study, basis = known.case.evaluation, known.case.appraisal
    if study:
        level = STRENGTHS.get(study.maryland) if study.maryland is not None else None
        scale = f"{study.maryland} on a scale from 0 to 5: {level}" if level else ""
        yield Fact(term="How it was studied", value=evidence(study).value, note=scale)
    if basis and basis.counterfactual:
        yield Fact(term="What would have happened otherwise", value=basis.counterfactual)


def _lowered(known: Material, gate: Gate) -> Fact:
    claims = (wording.title(known.framework.claims, claim) for claim in (gate.stated, gate.held))
    stated, held = map(wording.lower_first, claims)
    value = f"Stated as “{stated}”, counted as “{held}”"
    measure = next((m for m in known.case.measures if m.id == gate.measure), None)
    return Fact(
        term=_line(known, gate.line),
        value=value,
        note=" ".join(_why_lowered(known, gate, measure)),
    )


def _why_lowered(known: Material, gate: Gate, measure: Measure | None) -> Iterator[str]:
    why = wording.label(gate.unshown)
    if gate.concerns:
        why += f": {_names(known, gate.concerns)}"
    yield wording.sentence(f"because {why}{f' (measure: {measure.label})' if measure else ''}")
    if measure is None:
        return
    if gate.unshown is Unshown.NO_SIGNAL and (chart := _chart(known, measure)):
        yield from _few(measure, chart)
    if measure.note:
        yield f"The case says: {wording.sentence(measure.note)}"


def _chart(known: Material, measure: Measure) -> MeasureChart | None:
    return next((chart for chart in known.appraisal.measures if chart.id == measure.id), None)


def _few(measure: Measure, chart: MeasureChart) -> Iterator[str]:
    """Say so where the points since the change are hardly enough for any signal."""
    began = measure.change_on
    since = [p for p in chart.points if p.value is not None and began
             and p.date.first_day >= began.first_day]  # fmt: skip
    is_run = chart.chart is Chart.RUN
    if len(since) < (RUN_SHIFT if is_run else SHIFT):
        count = wording.counted(len(since), "point is", "points are")
        yield f"{count} from the change on. {RULES[is_run]}"


def _kept(known: Material, gates: Sequence[Gate]) -> Iterator[Fact]:
    """Give one fact for all claims that rest on the same showing."""
    groups: dict[tuple[str | None, ShownBy | None, Seen | None], list[Gate]] = {}
    for gate in gates:
        if not gate.is_lowered:
            seen = gate.seen if gate.shown_by is ShownBy.SIGNAL else None
            groups.setdefault((gate.measure, gate.shown_by, seen), []).append(gate)
    for (measure, shown_by, seen), alike in groups.items():
        why = wording.label(shown_by)
        if seen:
            why += f": {wording.label(seen.signal)}, from {wording.date(seen.date)}"
        carried = "; ".join(_stays(known, gate) for gate in alike)
        term = known.measure(measure) if shown_by is not ShownBy.BUDGET else ""
        yield Fact(
            term=term or "The budget",
            value=wording.sentence(wording.capital(why)),
            note=f"So {'this stays' if len(alike) == 1 else 'these stay'} as claimed: {carried}.",
        )


def _stays(known: Material, gate: Gate) -> str:
    claim = wording.lower_first(wording.title(known.framework.claims, gate.stated))
    return f"{_line(known, gate.line)} ({claim})"


def _names(known: Material, identifiers: tuple[str, ...]) -> str:
    return wording.listed(f"“{known.measure(name)}”" for name in identifiers)


def _line(known: Material, identifier: str) -> str:
    return next((line.label for line in known.case.lines if line.id == identifier), identifier)


def _cautions(known: Material) -> Iterator[Fact]:
    for effect in known.appraisal.effects:
        words = list(_caution(effect))
        if words:
            unit = next(m.unit for m in known.case.measures if m.id == effect.measure)
            yield Fact(
                term=known.measure(effect.measure), value=" ".join(words), note=_in_unit(unit)
            )
    chosen = known.case.evaluation and known.case.evaluation.selected_because_high
    if chosen:
        yield Fact(
            term="Risk: regression to the mean",
            value="What was worked on was chosen because its figures were high. High figures tend "
            "to fall by themselves, so a part of the fall may be no effect of the work.",
            note=_regression(known),
        )


def _in_unit(unit: str) -> str:
    return "in percentage points" if unit.lower() in PERCENT else f"unit: {unit}"


def _regression(known: Material) -> str:
    risky = [effect.measure for effect in known.appraisal.effects if effect.may_be_regression]
    if not risky:
        return ""
    names = wording.listed(f"“{known.measure(name)}”" for name in risky)
    return f"No comparison shows how large that part is for {names}."


def _caution(effect: MeasureEffect) -> Iterator[str]:
    if effect.ci:
        ends = wording.span(*(wording.exact(end) for end in effect.ci))
        size = f"effect {wording.exact(effect.stated)}, " if effect.stated is not None else ""
        held = ". It includes no effect at all" if effect.may_be_chance else ""
        yield wording.sentence(f"{size}confidence interval {ends}{held}")
    if effect.controls is not None and effect.net is not None:
        own = effect.stated if effect.stated is not None else effect.change
        here = f"{signed(own)} with the work, " if own is not None else ""
        yield (
            f"{here}{signed(effect.controls)} where it was not done: "
            f"a difference of {signed(effect.net)}."
        )


def signed(size: float) -> str:
    """Return a change with its sign, as a difference that rounding leaves clean."""
    return f"{'+' if size > 0 else ''}{wording.rounded(size)}"


def _taken(known: Material, working: FromMeasureWorking) -> Fact:
    return Fact(
        term=_line(known, working.line),
        value=wording.figure(working.quantity, lambda number: f"{wording.rounded(number)} a year"),
        note=" ".join(_arithmetic(known, working)),
    )


def _arithmetic(known: Material, working: FromMeasureWorking) -> Iterator[str]:
    if isinstance(working.change, Undefined) or isinstance(working.own, Undefined):
        return
    own = wording.rounded(working.own)
    net = f"({own} {wording.MINUS} {_bracketed(working.controls or 0)})"
    change = net if working.is_net else own
    factors = [working.exposure, *([working.per_unit] if working.per_unit != 1 else [])]
    product = " × ".join([change, *map(wording.rounded, factors)])
    name = known.measure(working.measure)
    words = "less that where the work was not done, " if working.is_net else ""
    each = " × units for each" if working.per_unit != 1 else ""
    yield f"{product}: the change of “{name}”, {words}× how many it applies to{each}."
    if working.otherwise is not None:
        other = wording.figure(working.otherwise, wording.rounded)
        if working.is_net:
            yield f"Without taking that off it would be {other}."
        else:
            elsewhere = wording.rounded(working.controls or 0)
            yield (
                f"The change where the work was not done, {elsewhere}, is not taken off; "
                f"with that it would be {other}."
            )


def _bracketed(number: float) -> str:
    text = wording.rounded(number)
    return f"({text})" if number < 0 else text
