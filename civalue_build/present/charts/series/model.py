"""A series that is ready to be drawn: its chart, and the words that stand in the drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import floor, log10

from civalue_build.model.charts import ChartPoint, MeasureChart, Segment
from civalue_build.model.enums import Chart
from civalue_build.model.estimate import PartialDate
from civalue_build.model.record import record
from civalue_build.present import wording

PERCENT = ("percent", "per cent", "%")
FULL = 100.0
FEW = 6
"""Fewer points than this cannot make a shift: that there is no signal says nothing."""
FIRM = 13.0
"""Points from which limits are firm, where the framework sets no threshold `series-points`."""
TOO_FEW = "too few points to tell change from chance"
MANY, FINE = 24, 0.8
"""Points beyond which each is drawn smaller, and by how much."""


@record
class Mark:
    """Something that happened on a date. `kind` is change, rebase or note."""

    date: PartialDate
    words: str
    kind: str = "note"


@dataclass(frozen=True, kw_only=True)
class SeriesChart:
    """One measure over time; `title` is the message, `measure` what is counted.

    `baseline_until` is the end of the baseline where there is one. `marks` are in order of date.
    """

    id: str
    title: str
    measure: str
    label: str
    unit: str
    chart: MeasureChart
    target: float | None = None
    baseline_until: PartialDate | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def points(self) -> tuple[ChartPoint, ...]:
        """The points, those without a value too."""
        return self.chart.points

    @property
    def grain(self) -> float:
        """How large each point is drawn, with 1 for that of a chart of few."""
        return FINE if len(self.points) > MANY else 1

    @property
    def is_short(self) -> bool:
        """Whether there are too few points for lines that say what to expect, and no signal."""
        known = sum(1 for _ in self.values())
        return known < FEW and not any(point.reads for point in self.points)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The stretches whose lines are drawn: none where there are too few points."""
        return () if self.is_short else self.chart.segments

    @property
    def middle(self) -> str:
        """What the line in the middle is called."""
        return "Median" if self.chart.chart is Chart.RUN else "Mean"

    def shown(self, value: float) -> str:
        """Return a value with the decimals that three figures of the largest value have.

        A share has its sign.
        """
        text = wording.exact(round(value, self._decimals))
        return f"{text}%" if self.is_share else text

    @cached_property
    def _ends(self) -> tuple[float, float]:
        known = tuple(self.values())
        return min(known), max(known)

    @cached_property
    def _decimals(self) -> int:
        largest = max(map(abs, self._ends)) or 1.0
        return max(0, 2 - floor(log10(largest)))

    def tick(self, value: float) -> str:
        """Return a value as it stands beside the axis."""
        return f"{wording.exact(value)}{'%' if self.is_share else ''}"

    @property
    def is_share(self) -> bool:
        """Whether values are per cent."""
        return self.unit.lower() in PERCENT

    def limits(self, segment: Segment) -> tuple[float | None, float | None]:
        """Return the limits that are drawn: none where no value can be beyond."""
        low, high = segment.lower, segment.upper
        return (None if self.is_below(low) else low), (None if self.is_above(high) else high)

    def is_below(self, limit: float | None) -> bool:
        """Whether a limit is below zero, and no value is."""
        return limit is not None and limit < 0 and self._ends[0] >= 0

    def is_above(self, limit: float | None) -> bool:
        """Whether a limit is above 100 per cent, and no value is."""
        return limit is not None and self.is_share and limit > FULL and self._ends[1] <= FULL

    def values(self) -> Iterator[float]:
        """Go through the known values."""
        return (point.value for point in self.points if point.value is not None)


def unit_in_words(unit: str) -> str:
    """Return the unit of a measure as a reader knows it: “per cent” in each of its spellings."""
    return "per cent" if unit.lower() in PERCENT else unit


def day_of(when: PartialDate) -> int:
    """Return the number of the first day of a date, as the standard library counts days."""
    return date(*when.first_day).toordinal()
