"""The axis of dates: days, months or years, as many as stand side by side on a phone."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from civalue_build.present.labels import MONTHS

NARROW = 144
"""The width of a plot in pixels at 320 pixels: what does not overlap there never does."""
LETTER, APART = 7.3, 6
EDGE = 0.015
"""The share of the width left free on either side."""
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100)
_DAYS = (1, 2, 7, 14, 28)
FEW_DAYS = 70
"""Up to so many days, ticks are days."""


class Tick(NamedTuple):
    """A date on the axis: its day, and words that stand with their middle below it."""

    day: int
    words: str


class Dates(NamedTuple):
    """The first and last day of an axis."""

    first: int
    last: int

    def across(self, day: int) -> float:
        """Return where a day stands, as a share of the width."""
        if self.first == self.last:
            return 0.5
        return EDGE + (1 - 2 * EDGE) * (day - self.first) / (self.last - self.first)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the closest ticks whose words do not overlap: two at least, if need be the ends.

        One tick alone where the axis is a single day.
        """
        for ticks in self._candidates():
            if len(ticks) > 1 and self._fits(ticks):
                return tuple(ticks)
        return tuple(self._ends())

    def _candidates(self) -> Iterator[list[Tick]]:
        if self.last - self.first <= FEW_DAYS:
            for step in _DAYS:
                days = range(self.first, self.last + 1, step)
                yield [Tick(day, _day(date.fromordinal(day))) for day in days]
        for months in _MONTHS:
            yield [Tick(day.toordinal(), _month(day)) for day in self._firsts(months)]
        for years in _YEARS:
            yield [Tick(d.toordinal(), str(d.year)) for d in self._firsts(12) if not d.year % years]

    def _firsts(self, step: int) -> Iterator[date]:
        start, end = date.fromordinal(self.first), date.fromordinal(self.last)
        for month in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
            first = date(month // 12, month % 12 + 1, 1)
            if month % step == 0 and first >= start:
                yield first

    def _ends(self) -> Iterator[Tick]:
        for day in dict.fromkeys(self):
            yield Tick(day, _month(date.fromordinal(day)))

    def _fits(self, ticks: Sequence[Tick]) -> bool:
        spans = [self.span(tick) for tick in ticks]
        return all(left[1] + APART <= right[0] for left, right in pairwise(spans))

    def span(self, tick: Tick) -> tuple[float, float]:
        """Return from where to where the words of a tick reach on a phone, in pixels."""
        place, half = self.across(tick.day) * NARROW, len(tick.words) * LETTER / 2
        return place - half, place + half


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"
