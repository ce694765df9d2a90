"""Control charts and run charts as values."""

from civalue_build.model.enums import Assurance, Chart, Reading, Signal, Variation
from civalue_build.model.estimate import PartialDate
from civalue_build.model.record import record


@record
class Crossings:
    """How often a run chart crosses its median, and between which numbers chance keeps it.

    `useful` counts the points that are not on the median.
    """

    useful: int
    found: int
    fewest: int
    most: int


@record
class Segment:
    """A stretch with one centre and one pair of limits, in the measure's unit.

    `mean` is the median on a run chart, which has no limits; neither has a stretch of one point.
    On a chart of rates `lower` and `upper` are those of its last point. `base` counts the points
    that set them, and they are `provisional` where these are too few. `cause` is why it begins.
    """

    start: PartialDate
    n: int
    mean: float
    lower: float | None = None
    upper: float | None = None
    end: PartialDate | None = None
    base: int = 0
    provisional: bool = False
    cause: str = ""
    crossings: Crossings | None = None


@record
class ChartPoint:
    """One point, the signal it is part of, and how that reads.

    `value` is none where it is missing. `lower` and `upper` are set where limits are the point's
    own, on a chart of rates. `segment` is the place of its segment, from 0.
    """

    date: PartialDate
    value: float | None
    signal: Signal | None = None
    reads: Reading | None = None
    lower: float | None = None
    upper: float | None = None
    denominator: float | None = None
    note: str = ""
    segment: int = 0


@record
class MeasureChart:
    """The chart of one measure. `asked` is the chart that the case asks for.

    It is another than `chart`, an XmR chart then, where the series does not allow it.
    `variation` is of the latest point, `assurance` of the latest limits.
    """

    id: str
    chart: Chart
    segments: tuple[Segment, ...]
    points: tuple[ChartPoint, ...]
    assurance: Assurance | None = None
    asked: Chart = Chart.XMR
    variation: Variation = Variation.COMMON_CAUSE

    @property
    def has_moved_on(self) -> bool:
        """Whether the process has left the baseline that its latest limits are still those of.

        What `assurance` says is then of the process as it was.
        """
        last = self.segments[-1]
        return last.base < last.n and self.variation is not Variation.COMMON_CAUSE
