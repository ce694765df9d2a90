"""By how much each measure changed, net of what happened where the work was not done."""

from collections.abc import Iterator
from dataclasses import replace

from civalue_build.appraise.measures import (
    average,
    before_and_after,
    change_taken,
    favourable_change,
    favourable_controls,
)
from civalue_build.appraise.stretches import points_of, reads
from civalue_build.model.case import Case
from civalue_build.model.enums import Reading
from civalue_build.model.figure import Figure, Undefined
from civalue_build.model.gate import FromMeasureWorking, MeasureEffect
from civalue_build.model.lines import FromMeasure
from civalue_build.model.measures import Effect, Measure

COMPARED = 3
"""The Maryland level from which a study compares with places or people that are alike."""


def effects(case: Case) -> tuple[MeasureEffect, ...]:
    """Return the effect of each measure of which a change, or an effect, is known."""
    found = (effect(case, measure) for measure in case.measures)
    return tuple(each for each in found if each.change is not None or each.stated is not None)


def effect(case: Case, measure: Measure) -> MeasureEffect:
    """Return what is known of a measure's change: from its series, else as it is stated."""
    stated = measure.effect
    before, after, sizes = _ends(case, measure)
    change = after - before if before is not None and after is not None else None
    size = stated.value if stated else change
    controls = stated.controls if stated else None
    net = size - controls if size is not None and controls is not None else None
    reading = reading_of(measure, size if net is None else net)
    return MeasureEffect(
        measure=measure.id,
        before=before,
        after=after,
        n_before=sizes[0],
        n_after=sizes[1],
        change=change,
        stated=stated.value if stated else None,
        ci=stated.ci if stated else None,
        controls=controls,
        net=net,
        reads=reading,
        may_be_chance=stated is not None and may_be_chance(stated),
        may_be_regression=reading is Reading.IMPROVEMENT and net is None and _was_chosen(case),
    )


def workings(case: Case) -> tuple[FromMeasureWorking, ...]:
    """Return the arithmetic of each quantity that is taken from a measure."""
    return tuple(_workings(case))


def _workings(case: Case) -> Iterator[FromMeasureWorking]:
    for line in case.benefits or ():
        if stated := line.from_measure:
            change = change_taken(case, stated)
            controls = favourable_controls(case, stated.measure)
            other = replace(stated, net_of_controls=not stated.net_of_controls)
            yield FromMeasureWorking(
                line=line.id,
                measure=stated.measure,
                own=favourable_change(case, stated.measure),
                controls=controls,
                net_of_controls=stated.net_of_controls,
                change=change,
                exposure=stated.exposure,
                per_unit=stated.per_unit,
                quantity=_taken(stated, change),
                otherwise=None if controls is None else _taken(other, change_taken(case, other)),
            )


def _taken(stated: FromMeasure, change: Figure) -> Figure:
    if isinstance(change, Undefined):
        return change
    return change * stated.exposure * stated.per_unit


def _ends(case: Case, measure: Measure) -> tuple[float | None, float | None, tuple[int, int]]:
    before, after = before_and_after(measure, points_of(case, measure))
    if before and after:
        return average(before), average(after), (len(before), len(after))
    seen = measure.before, measure.after
    first, last = (each.value if each else None for each in seen)
    return first, last, (0, 0)


def may_be_chance(stated: Effect) -> bool:
    """Whether the confidence interval of an effect holds “no effect”."""
    return stated.ci is not None and min(stated.ci) <= 0 <= max(stated.ci)


def reading_of(measure: Measure, size: float | None) -> Reading | None:
    """Return how a change of this size reads; none where there is none."""
    return reads(measure.better, 1 if size > 0 else -1) if size else None


def _was_chosen(case: Case) -> bool:
    study = case.evaluation
    return bool(study and study.selected_because_high and (study.maryland or 0) < COMPARED)
