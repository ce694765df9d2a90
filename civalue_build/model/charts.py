"""Control charts and run charts as values."""

from civalue_build.model.enums import Assurance, Chart, Reading, Signal
from civalue_build.model.estimate import PartialDate
from civalue_build.model.record import record


@record
class Segment:
    """A stretch with one centre and one pair of limits, in the measure's unit.

    `mean` is the median on a run chart, which has no limits.
    """

    start: PartialDate
    n: int
    mean: float
    lower: float | None = None
    upper: float | None = None


@record
class ChartPoint:
    """One point, the signal it is part of, and how that reads."""

    date: PartialDate
    value: float
    signal: Signal | None = None
    reads: Reading | None = None


@record
class MeasureChart:
    """The chart of one measure."""

    id: str
    chart: Chart
    segments: tuple[Segment, ...]
    points: tuple[ChartPoint, ...]
    assurance: Assurance | None = None
