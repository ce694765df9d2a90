"""What a chart's lines and marks mean, in words below it."""

from collections.abc import Iterator, Sequence

from civalue_build.model.charts import MeasureChart, Segment
from civalue_build.model.enums import Chart
from civalue_build.model.measures import Measure
from civalue_build.present import wording
from civalue_build.present.charts.series.layout import Layout
from civalue_build.present.charts.series.model import FEW, Mark, SeriesChart

FEWEST_NOTES, MOST_NOTES = 1, 4
"""More notes than this stand in the table alone."""
_KINDS = {"change": 0, "rebase": 1, "note": 2}


def marks(measure: Measure, chart: MeasureChart) -> tuple[Mark, ...]:
    """Return what happened on which date: the change, why limits were set anew, a few notes."""
    found = [Mark(date=r.date, words=f"limits are set anew: {_small(r.cause)}", kind="rebase")
             for r in measure.rebases]  # fmt: skip
    if measure.change_on:
        found.append(Mark(date=measure.change_on, words="the change began", kind="change"))
    noted = [point for point in chart.points if point.note and point.value is not None]
    if FEWEST_NOTES <= len(noted) <= MOST_NOTES:
        found += [Mark(date=p.date, words=_small(p.note)) for p in noted]
    days = dict.fromkeys(sorted(mark.date.first_day for mark in found))
    return tuple(_one([mark for mark in found if mark.date.first_day == day]) for day in days)


def _one(found: list[Mark]) -> Mark:
    first, *_ = ordered = sorted(found, key=lambda mark: _KINDS[mark.kind])
    words = "; ".join(dict.fromkeys(mark.words for mark in ordered))
    return Mark(date=first.date, words=words, kind=first.kind)


def _small(words: str) -> str:
    return wording.lower_first(words.strip().rstrip("."))


def keys(series: SeriesChart, plan: Layout, firm: float) -> tuple[str, ...]:
    """Return what the lines are, what each letter marks, and what is missing.

    `firm` is the number of points from which limits are no longer provisional.
    """
    flags = (
        wording.sentence(f"{flag.letter}: {wording.date(flag.mark.date)}, {flag.mark.words}")
        for flag in plan.flags
    )
    return (*_lines(series, firm), *_odd(series), *flags, *_missing(series))


def _lines(series: SeriesChart, firm: float) -> Iterator[str]:
    segments = series.segments
    if not segments:
        few = wording.counted(sum(1 for _ in series.values()), "point", "points")
        yield f"{few} are too few to set a {series.middle.lower()}, so none is drawn."
    for segment in segments:
        where = f"{_span(segment)}: " if len(segments) > 1 else ""
        middle = f"{series.middle.lower()} {series.shown(segment.mean)}"
        yield wording.sentence(f"{where}{middle}{_band(series, segment)}{_base(segment)}")
        if segment.crossings and segment.crossings.useful >= FEW:
            found = segment.crossings
            often = "once" if found.found == 1 else f"{wording.number(found.found)} times"
            chance = wording.span(wording.number(found.fewest), wording.number(found.most))
            yield f"The line crosses the median {often}; by chance it would do so {chance} times."
    yield from _provisional(segments, firm)


def _provisional(segments: Sequence[Segment], firm: float) -> Iterator[str]:
    few = [s.base for s in segments if s.provisional and s.upper is not None]
    if few:
        points = wording.counted(max(few), "point", "points")
        set_by = f"{points} set each pair" if len(few) > 1 else f"{points} set them"
        yield (
            f"Dashed limits are provisional: {'at most ' if len(set(few)) > 1 else ''}{set_by}, "
            f"and it takes {wording.number(firm)}."
        )


def _band(series: SeriesChart, segment: Segment) -> str:
    low, high = series.limits(segment)
    if low is not None and high is not None:
        return f", limits {wording.span(series.shown(low), series.shown(high))}"
    if high is not None:
        return f", upper limit {series.shown(high)}"
    return f", lower limit {series.shown(low)}" if low is not None else ""


def _base(segment: Segment) -> str:
    if 2 <= segment.base < segment.n:
        return f", from the {segment.base} points of the baseline"
    return f", from {wording.counted(segment.n, 'point', 'points')}"


def _span(segment: Segment) -> str:
    return wording.span(wording.date(segment.start), wording.date(segment.end or segment.start))


def _odd(series: SeriesChart) -> Iterator[str]:
    last = series.segments[-1] if series.segments else None
    if last and series.is_below(last.lower):
        yield "There is no lower limit above zero, so none is drawn."
    if last and series.is_above(last.upper):
        yield "There is no upper limit below 100%, so none is drawn."
    if last and series.chart.chart is Chart.RATE:
        yield "Limits are wider where fewer were counted; the numbers are those of the last point."
    if series.chart.chart is Chart.TIME_BETWEEN:
        yield (
            "Each point is the time since the event before it. Such times are uneven by nature, "
            "so the limits are set on a scale that evens them out."
        )
    if series.chart.chart is not series.chart.asked:
        asked = wording.label(series.chart.asked)
        yield f"The case asks for a {asked}, which these points do not allow."


def _missing(series: SeriesChart) -> Iterator[str]:
    gaps = [wording.date(point.date) for point in series.points if point.value is None]
    if gaps:
        yield f"Gap in the line, with no value: {wording.listed(gaps)}."
