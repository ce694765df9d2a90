"""The charts of a case's measures: each large, and all of them small on one axis of dates."""

from collections.abc import Iterator

from markupsafe import Markup

from civalue_build.model.charts import MeasureChart
from civalue_build.model.enums import Assurance, Better, Chart, MeasureRole
from civalue_build.model.measures import Measure
from civalue_build.model.record import record
from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.addresses import READING
from civalue_build.present.case.base import Material
from civalue_build.present.case.measure_keys import keys, marks
from civalue_build.present.case.measure_titles import message
from civalue_build.present.charts.icons import assurance_icon, point_icon, variation_icon
from civalue_build.present.charts.series.dates import Dates
from civalue_build.present.charts.series.figure import series_figure
from civalue_build.present.charts.series.layout import Layout, dates_of, layout
from civalue_build.present.charts.series.model import FEW, FIRM, TOO_FEW, SeriesChart, unit_in_words
from civalue_build.present.charts.series.shapes import NAMES
from civalue_build.present.charts.series.small import small_drawing
from civalue_build.present.views import FigureView


@record
class State:
    """A picture and the words beside it."""

    icon: Markup
    words: str


@record
class SeriesView:
    """A chart as its page shows it: the figure, where the process stands, what all of it means."""

    figure: FigureView
    states: tuple[State, ...]
    shapes: tuple[State, ...]
    keys: tuple[str, ...]


@record
class SmallView:
    """A small chart that leads to the large one."""

    label: str
    href: str
    drawing: Markup
    words: str


@record
class OverTime:
    """All charts of a case. `small` is empty where there is but one; `axis` is what they share."""

    series: tuple[SeriesView, ...]
    small: tuple[SmallView, ...]
    axis: str
    reading: str


def over_time(known: Material, folder: str) -> tuple[OverTime | None, tuple[Asset, ...]]:
    """Return the charts of a case, none where it has no series, and their files in `folder`."""
    charts = tuple(_charts(known))
    if not charts:
        return None, ()
    plans = [layout(chart) for chart in charts]
    limit = known.framework.thresholds.get("series-points")
    firm = limit.value if limit else FIRM
    drawn = [
        series_figure(chart, plan, number, folder)
        for number, (chart, plan) in enumerate(zip(charts, plans, strict=True), start=1)
    ]
    views = tuple(
        _view(figure, chart, plan, firm)
        for (figure, _), chart, plan in zip(drawn, charts, plans, strict=True)
    )
    shared = dates_of([point for chart in charts for point in chart.points])
    found = OverTime(
        series=views,
        small=tuple(_small(chart, shared) for chart in charts) if len(charts) > 1 else (),
        axis=_axis(charts),
        reading=known.to(READING),
    )
    return found, tuple(file for _, file in drawn)


def _charts(known: Material) -> Iterator[SeriesChart]:
    measures = {measure.id: measure for measure in known.case.measures}
    for chart in known.appraisal.measures:
        yield _chart(known, measures[chart.id], chart)


def _chart(known: Material, measure: Measure, chart: MeasureChart) -> SeriesChart:
    return SeriesChart(
        id=f"chart-{measure.id}",
        title=message(measure, chart),
        measure=_subtitle(known, measure, chart),
        label=measure.label,
        unit=measure.unit,
        chart=chart,
        target=measure.target,
        baseline_until=measure.baseline_until,
        marks=marks(measure, chart),
    )


def _subtitle(known: Material, measure: Measure, chart: MeasureChart) -> str:
    count = wording.counted(len(chart.points), "point", "points")
    ends = (wording.date(chart.points[at].date) for at in (0, -1))
    role = "" if measure.role is MeasureRole.OUTCOME else f"; {wording.label(measure.role)} measure"
    unit = wording.capital(unit_in_words(measure.unit))
    parts = (
        f"{unit}, {wording.label(measure.better)}{role}. "
        f"{wording.capital(wording.label(chart.chart))}, {count}, {wording.span(*ends)}"
    )
    return f"{parts}. Invented teaching case" if known.case.illustrative else parts


def _view(figure: FigureView, chart: SeriesChart, plan: Layout, firm: float) -> SeriesView:
    used = dict.fromkeys(point.reads for point in chart.points if point.value is not None)
    shapes = (State(icon=point_icon(reads), words=NAMES[reads]) for reads in NAMES if reads in used)
    return SeriesView(
        figure=figure,
        states=tuple(_states(chart)),
        shapes=tuple(shapes),
        keys=keys(chart, plan, firm),
    )


def _states(series: SeriesChart) -> Iterator[State]:
    chart = series.chart
    words = _latest(series)
    icon = assurance_icon(None) if words == TOO_FEW else variation_icon(chart.variation)
    yield State(icon=icon, words=f"Latest point: {words}")
    if series.target is not None and chart.assurance is not None:
        yield _against_target(series, chart.assurance, series.shown(series.target))
    elif series.target is not None and chart.chart is Chart.RUN:
        said = f"Target {series.shown(series.target)}: a run chart has no limits to judge it by"
        yield State(icon=assurance_icon(None), words=said)


def _against_target(series: SeriesChart, found: Assurance, target: str) -> State:
    if series.is_short:
        words = f"Target {target}: there are too few points to set limits to judge it by"
        return State(icon=assurance_icon(None), words=words)
    if series.chart.has_moved_on:
        words = (
            f"Target {target}: it cannot be judged, since the limits are those of the baseline, "
            "which the process has left"
        )
        return State(icon=assurance_icon(None), words=words)
    words = f"Target {target}: as its limits stand, the process {wording.label(found)}"
    return State(icon=assurance_icon(found), words=words)


def _latest(series: SeriesChart) -> str:
    known = sum(1 for _ in series.values())
    if known < FEW and not any(point.reads for point in series.points):
        return TOO_FEW
    return wording.label(series.chart.variation)


def _small(series: SeriesChart, shared: Dates) -> SmallView:
    return SmallView(
        label=series.label,
        href=f"#{series.id}",
        drawing=small_drawing(series, shared),
        words=wording.capital(series.title.removeprefix(f"{series.label}: ")),
    )


def _axis(charts: tuple[SeriesChart, ...]) -> str:
    points = sorted((p.date for c in charts for p in c.points), key=lambda date: date.first_day)
    return wording.span(wording.date(points[0]), wording.date(points[-1]))


def lead_measure(known: Material) -> tuple[Measure, MeasureChart] | None:
    """Return the first outcome that has a chart: that of the aim, where it has one."""
    charts = {chart.id: chart for chart in known.appraisal.measures}
    aim = known.case.aim.measure if known.case.aim else None
    outcomes = [
        measure
        for measure in known.case.measures
        if measure.id in charts
        and measure.role is MeasureRole.OUTCOME
        and measure.better is not Better.NEITHER
    ]
    ordered = sorted(outcomes, key=lambda measure: measure.id != aim)
    return (ordered[0], charts[ordered[0].id]) if ordered else None
