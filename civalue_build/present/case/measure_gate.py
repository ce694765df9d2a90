"""How far the measures carry the claims: what was lowered and why, and what speaks against."""

from collections.abc import Iterator
from dataclasses import dataclass

from civalue_build.model.figure import Undefined
from civalue_build.model.gate import FromMeasureWorking, Gate, MeasureEffect, ShownBy
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.header import evidence
from civalue_build.present.views import Fact

STRENGTHS = {
    0: "a model, which nobody has compared with what happened",
    1: "before compared with after, or one place with another, and nothing else",
    2: "before and after, beside others that are not alike",
    3: "before and after, beside others that were matched to be alike",
    4: "a design that rules out most other causes, short of drawing lots",
    5: "a trial in which lots were drawn",
}
"""What each level of the Maryland scale means, with 0 for a model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateView:
    """What was lowered, what stands, what to be careful with, and how the work was studied."""

    lowered: tuple[Fact, ...]
    kept: tuple[Fact, ...]
    cautions: tuple[Fact, ...]
    taken: tuple[Fact, ...]
    design: tuple[Fact, ...]


def gate_view(known: Material) -> GateView | None:
    """Return how far the measures carry the claims; none where nothing rests on a measure."""
    appraisal = known.appraisal
    view = GateView(
        lowered=tuple(_lowered(known, gate) for gate in appraisal.gates if gate.is_lowered),
        kept=tuple(_kept(known, gate) for gate in appraisal.gates if not gate.is_lowered),
        cautions=tuple(_cautions(known)),
        taken=tuple(_taken(known, working) for working in appraisal.from_measures),
        design=tuple(_design(known)),
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
    why = wording.label(gate.unshown)
    if gate.concerns:
        why += f": {_names(known, gate.concerns)}"
    value = f"Stated as “{stated}”, counted as “{held}”"
    return Fact(term=_line(known, gate.line), value=value, note=_of(known, gate, f"because {why}"))


def _kept(known: Material, gate: Gate) -> Fact:
    stated = wording.lower_first(wording.title(known.framework.claims, gate.stated))
    why = wording.label(gate.shown_by)
    if gate.seen and gate.shown_by is ShownBy.SIGNAL:
        why += f": {wording.label(gate.seen.signal)}, from {wording.date(gate.seen.date)}"
    return Fact(
        term=_line(known, gate.line),
        value=f"Stays “{stated}”",
        note=_of(known, gate, f"because {why}"),
    )


def _of(known: Material, gate: Gate, why: str) -> str:
    named = known.measure(gate.measure)
    return wording.sentence(f"{why} (measure: {named})" if named else why)


def _names(known: Material, identifiers: tuple[str, ...]) -> str:
    return wording.listed(f"“{known.measure(name)}”" for name in identifiers)


def _line(known: Material, identifier: str) -> str:
    return next((line.label for line in known.case.lines if line.id == identifier), identifier)


def _cautions(known: Material) -> Iterator[Fact]:
    for effect in known.appraisal.effects:
        words = list(_caution(effect))
        if words:
            unit = next(m.unit for m in known.case.measures if m.id == effect.measure)
            yield Fact(term=known.measure(effect.measure), value=" ".join(words), note=f"in {unit}")
    chosen = known.case.evaluation and known.case.evaluation.selected_because_high
    if chosen:
        yield Fact(
            term="Risk: regression to the mean",
            value="What was worked on was chosen because its figures were high. High figures tend "
            "to fall by themselves, so a part of the fall may be no effect of the work.",
            note=_regression(known),
        )


def _regression(known: Material) -> str:
    risky = [effect.measure for effect in known.appraisal.effects if effect.may_be_regression]
    if not risky:
        return ""
    names = wording.listed(f"“{known.measure(name)}”" for name in risky)
    return f"No comparison shows how large that part is for {names}."


def _caution(effect: MeasureEffect) -> Iterator[str]:
    if effect.ci:
        ends = wording.span(*(wording.exact(end) for end in effect.ci))
        size = f"{wording.exact(effect.stated)}, " if effect.stated is not None else ""
        held = ": it holds no effect at all" if effect.may_be_chance else ""
        yield f"Effect {size}confidence interval {ends}{held}."
    if effect.controls is not None and effect.net is not None:
        own = effect.stated if effect.stated is not None else effect.change
        change = f"The change is {wording.exact(own)}; " if own is not None else ""
        elsewhere = f"where the work was not done it was {wording.exact(effect.controls)}"
        yield (
            f"{wording.capital(change + elsewhere)}. Between the two lies "
            f"{wording.rounded(effect.net)}."
        )


def _taken(known: Material, working: FromMeasureWorking) -> Fact:
    value = wording.figure(working.quantity, wording.rounded)
    note = ""
    if not isinstance(working.change, Undefined):
        factors = (working.change, working.exposure, working.per_unit)
        product = " × ".join(wording.rounded(factor) for factor in factors)
        note = f"change × exposure × each: {product}, from “{known.measure(working.measure)}”"
    return Fact(term=_line(known, working.line), value=value, note=note)
