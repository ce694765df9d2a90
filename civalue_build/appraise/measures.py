"""What a measure did, as one number."""

from collections.abc import Sequence

from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Better
from civalue_build.model.lines import FromMeasure
from civalue_build.model.measures import Measure, SeriesPoint


def favourable_change(case: Case, measure_id: str) -> float | Undefined:
    """Return by how much a measure improved, in its own unit: positive is better.

    From the means of its series before and after the change, else from its values before and
    after, else from its stated effect. What happened where the work was not done is still in it.
    """
    measure = _named(case, measure_id)
    if measure is None:
        return Undefined(f"there is no measure “{measure_id}”")
    if measure.better is Better.NEITHER:
        return Undefined(f"neither direction of “{measure.label}” is better")
    change = _change(measure, case.series.get(measure_id, measure.points))
    if isinstance(change, Undefined):
        return change
    return change if measure.better is Better.HIGHER else -change


def favourable_controls(case: Case, measure_id: str) -> float | None:
    """Return by how much a measure improved where the work was not done, if that is stated."""
    measure = _named(case, measure_id)
    controls = measure.effect.controls if measure and measure.effect else None
    if measure is None or controls is None or measure.better is Better.NEITHER:
        return None
    return controls if measure.better is Better.HIGHER else -controls


def change_taken(case: Case, stated: FromMeasure) -> float | Undefined:
    """Return the change that a quantity is taken from: a difference in differences, if it can be.

    Source: HM Treasury, Magenta Book, annex on analytical methods. What the controls did is what
    would have happened anyway.
    """
    own = favourable_change(case, stated.measure)
    controls = favourable_controls(case, stated.measure)
    if isinstance(own, Undefined) or controls is None or not stated.net_of_controls:
        return own
    return own - controls


def _named(case: Case, measure_id: str) -> Measure | None:
    return next((m for m in case.measures if m.id == measure_id), None)


def _change(measure: Measure, points: Sequence[SeriesPoint]) -> float | Undefined:
    before, after = before_and_after(measure, points)
    if before and after:
        return average(after) - average(before)
    if measure.before and measure.after:
        return measure.after.value - measure.before.value
    if measure.effect:
        return measure.effect.value
    return Undefined(f"the change of “{measure.label}” is not stated")


def before_and_after(
    measure: Measure, points: Sequence[SeriesPoint]
) -> tuple[list[float], list[float]]:
    """Return the points of a series before its change and after; none where no change is dated."""
    start = measure.change_on
    if start is None:
        return [], []
    began, until = start.first_day, measure.baseline_until
    last = until.last_day if until else began
    known = [(p.date.first_day, p.value) for p in points if p.value is not None]
    before = [value for date, value in known if date < began and date <= last]
    return before, [value for date, value in known if date >= began]


def average(values: Sequence[float]) -> float:
    """Return the mean of one value or more."""
    return sum(values) / len(values)
