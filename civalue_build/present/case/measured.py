"""What the measures of a case show: over time, and of what is claimed."""

from civalue_build.model.card import Trend
from civalue_build.model.record import record
from civalue_build.model.site import Asset
from civalue_build.present.case.base import Material
from civalue_build.present.case.measure_figures import OverTime, lead_measure, over_time
from civalue_build.present.case.measure_gate import GateView, gate_view
from civalue_build.present.charts.series.model import day_of
from civalue_build.present.views import FigureView


@record
class Measured:
    """Charts, verdicts, and the files of the charts."""

    over_time: OverTime | None
    gate: GateView | None
    files: tuple[Asset, ...] = ()

    @property
    def figures(self) -> tuple[FigureView, ...]:
        """The charts in order."""
        return tuple(view.figure for view in self.over_time.series) if self.over_time else ()


def measured(known: Material, folder: str) -> Measured:
    """Return what the measures show; data files stand in `folder`."""
    charts, files = over_time(known, folder)
    return Measured(over_time=charts, gate=gate_view(known), files=files)


def trend(known: Material) -> Trend | None:
    """Return how the lead outcome went, for lists of cases; none where it has no chart."""
    found = lead_measure(known)
    if found is None:
        return None
    measure, chart = found
    latest = next(point for point in reversed(chart.points) if point.value is not None)
    return Trend(
        label=measure.label,
        values=tuple((day_of(point.date), point.value) for point in chart.points),
        variation=chart.variation,
        reads=latest.reads,
    )
