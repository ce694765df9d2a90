"""Control charts and run charts as values."""

from dataclasses import dataclass

from civalue_build.model.enums import Assurance, Chart, Reading, Signal
from civalue_build.model.estimate import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch with one centre and one pair of limits, in the measure's unit.

    `mean` is the median on a run chart, which has no limits.
    """

    start: PartialDate
    n: int
    mean: float
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One point, the signal it is part of, and how that reads."""

    date: PartialDate
    value: float
    signal: Signal | None = None
    reads: Reading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChart:
    """The chart of one measure."""

    id: str
    chart: Chart
    segments: tuple[Segment, ...]
    points: tuple[ChartPoint, ...]
    assurance: Assurance | None = None
