"""What was counted before and after, and how it changed."""

from collections.abc import Sequence
from dataclasses import replace

from civalue_build.model.enums import Better, MeasureResult
from civalue_build.model.measures import Measure, Observation, SeriesPoint
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.charts.series.model import PERCENT, unit_in_words
from civalue_build.present.views import Cell, Column, Row, Table, Tag

Points = Sequence[SeriesPoint]

UNSTATED = "not stated"
POUNDS = ("pounds", "£")
SHORT_WORD = 3
"""Words of a unit up to this length, such as `per` and `of`, do not say what it is of."""
UNSEEN = 0
"""The level of a study that saw no effect itself: a model, or an assumed effect."""

_RESULTS = {
    MeasureResult.IMPROVED: "green",
    MeasureResult.WORSE: "orange",
    MeasureResult.MIXED: "yellow",
    MeasureResult.NO_EFFECT: "grey",
    MeasureResult.NOT_STATED: "white",
}


def measures_table(known: Material) -> Table | None:
    """Return every measure with its change; none where the case counts nothing."""
    if not known.case.measures:
        return None
    columns = (
        Column(text="Measure"),
        Column(text="Before", numeric=True),
        Column(text="After", numeric=True),
        Column(text="Change"),
        Column(text="The source says"),
    )
    rows = tuple(_measure(known, measure) for measure in known.case.measures)
    return Table(
        stacked=True,
        id="measures",
        caption="What was counted",
        columns=columns,
        rows=rows,
        note=known.only_source,
    )


def _measure(known: Material, stated: Measure) -> Row:
    points = known.case.series.get(stated.id, stated.points)
    measure = with_means(stated, points)
    notes = (
        f"{wording.label(measure.role)} measure",
        unit_in_words(measure.unit),
        wording.label(measure.better),
        _series(points),
    )
    says = Tag(text=wording.label(measure.result), tone=_RESULTS[measure.result])
    note = wording.sentence("; ".join(note for note in notes if note))
    return Row(
        cells=(
            Cell(text=measure.label, note=" ".join(filter(None, (note, measure.note)))),
            _observed(measure.before, measure),
            _observed(measure.after, measure),
            _changed(stated, measure, points),
            Cell(
                text="",
                tags=(says,),
                note=known.source_note(measure.source),
            ),
        )
    )


def changed(known: Material, stated: Measure) -> str:
    """Return how a measure changed where no table stands beside it: with its unit.

    Where the effect is a model's or is assumed, the values may be another place's: then it says
    what they are of. Empty where no change is stated.
    """
    points = known.case.series.get(stated.id, stated.points)
    measure = with_means(stated, points)
    words = _change(stated, measure, points, unit=_last_unit(known, measure))
    if words == UNSTATED:
        return ""
    study = known.case.evaluation
    return f"{words}{_of_what(measure)}" if study and study.maryland == UNSEEN else words


def _of_what(measure: Measure) -> str:
    seen = {"before": measure.before, "after": measure.after}
    told = [f"; {when}: {value.period}" for when, value in seen.items() if value and value.period]
    return "".join(told)


def _last_unit(known: Material, measure: Measure) -> str:
    """Return the unit as the last words of a change; empty where the label names it already."""
    if measure.unit in (*PERCENT, *POUNDS):
        return ""
    units = known.framework.units.values()
    ours = (u.title for u in units if measure.unit in (u.id, u.singular))
    unit, label = next(ours, measure.unit), measure.label.lower()
    named = any(word in label for word in unit.lower().split() if len(word) > SHORT_WORD)
    return "" if named else f" {unit}"


def _changed(stated: Measure, measure: Measure, points: Points) -> Cell:
    words = _change(stated, measure, points)
    if words == UNSTATED:
        return Cell(text=words, note=_unsplit(measure, points), empty=True)
    return Cell(text=wording.capital(words), note=_effect(measure))


def _change(stated: Measure, measure: Measure, points: Points, unit: str = "") -> str:
    """Leave out whether it is better or worse where chance alone may have moved it.

    Where there is a series, its chart tells that; where there is none, the source may.
    """
    known = sum(point.value is not None for point in points)
    is_open = known > 1 or measure != stated or stated.result is MeasureResult.NO_EFFECT
    return change(replace(measure, better=Better.NEITHER) if is_open else measure, unit)


def change(measure: Measure, unit: str = "") -> str:
    """Return the change of a measure in words: `down from 2.4 to 1.1, which is better`.

    `unit` follows the last number, save 1: units are written in the plural.
    """
    if measure.before and measure.after:
        before, after = measure.before.value, measure.after.value
        ends = f"from {_shown(before, measure)} to {_shown(after, measure)}"
        return _way(after - before, f"{ends}{'' if after == 1 else unit}", measure.better)
    if measure.effect:
        size = measure.effect.value
        ends = f"by {_shown(abs(size), measure)}{'' if abs(size) == 1 else unit}"
        return _way(size, ends, measure.better)
    return UNSTATED


def _shown(value: float, measure: Measure) -> str:
    """Return a value with the sign of its unit, where it has one that everybody reads."""
    if measure.unit in POUNDS:
        return wording.price(value)
    return f"{wording.exact(value)}{'%' if measure.unit in PERCENT else ''}"


def _way(size: float, words: str, better: Better) -> str:
    if size == 0:
        return "no change"
    way = f"{'up' if size > 0 else 'down'} {words}"
    if better is Better.NEITHER:
        return way
    return f"{way}, which is {'better' if (size > 0) is (better is Better.HIGHER) else 'worse'}"


def _effect(measure: Measure) -> str:
    effect = measure.effect
    if effect is None:
        return ""
    parts = [f"effect stated: {wording.exact(effect.value)}"] if _says_more(measure) else []
    if effect.ci:
        ends = wording.span(*(wording.exact(end) for end in effect.ci))
        parts.append(f"confidence interval {ends}")
    if effect.controls is not None:
        parts.append(f"where the work was not done: {_signed(effect.controls)}")
    return "; ".join(parts)


def _signed(size: float) -> str:
    return f"{'+' if size > 0 else ''}{wording.exact(size)}"


def _says_more(measure: Measure) -> bool:
    """Whether the stated effect is other than the change that is shown."""
    if not (measure.effect and measure.before and measure.after):
        return False
    change = measure.after.value - measure.before.value
    return round(change - measure.effect.value, 6) != 0


def _observed(seen: Observation | None, measure: Measure) -> Cell:
    if seen is None:
        return Cell(text=UNSTATED, empty=True)
    among = f"{wording.people(seen.n)} observed" if seen.n is not None else ""
    note = "; ".join(part for part in (seen.period, among) if part)
    return Cell(text=_shown(seen.value, measure), note=note)


def _unsplit(measure: Measure, points: Points) -> str:
    """Say why a series gives no value before or after."""
    if not points or measure.change_on or measure.before or measure.after:
        return ""
    return "there is a series, but not when the change began"


def with_means(measure: Measure, points: Points) -> Measure:
    """Return a measure that states neither value with the means of its series in their place.

    They are those of the baseline, before the change began, and of all that came after.
    """
    began, until = measure.change_on, measure.baseline_until
    if measure.before or measure.after or began is None:
        return measure
    known = [point for point in points if point.value is not None]
    earlier = [point for point in known if point.date.first_day < began.first_day]
    base = [p for p in earlier if until is None or p.date.first_day <= until.last_day]
    later = [point for point in known if point.date.first_day >= began.first_day]
    return replace(measure, before=_mean(base), after=_mean(later)) if base and later else measure


def _mean(points: Points) -> Observation:
    values = [point.value for point in points if point.value is not None]
    mean = sum(values) / len(values)
    what = f"mean of {len(values)} points" if len(values) > 1 else "the one point"
    return Observation(
        value=round(mean, 2 if abs(mean) >= 1 else 4),
        period=f"{what} of the series, {_from_to(points)}",
    )


def _from_to(points: Points) -> str:
    return wording.span(wording.date(points[0].date), wording.date(points[-1].date))


def _series(points: Points) -> str:
    if not points:
        return ""
    return f"{wording.counted(len(points), 'point', 'points')}, {_from_to(points)}"
