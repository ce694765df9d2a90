"""Numbers as authors state them: ranges, price years, years of a case, dates as exact as known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from civalue_build.model.record import record

KEY_FROM = {"key": "from"}
"""Metadata of a field that files spell `from`, a reserved word of Python."""


@record
class Range:
    """Three numbers in one unit; `is_midpoint` where nobody stated the central one."""

    low: float
    central: float
    high: float
    is_midpoint: bool = False

    @classmethod
    def of(cls, number: float) -> Self:
        """Return a range whose ends are equal."""
        return cls(low=number, central=number, high=number)

    @property
    def is_certain(self) -> bool:
        """Whether the ends are equal."""
        return self.low == self.high


@record
class Years:
    """The years in which a line occurs: `each` of these, or a number of its own `by_year`."""

    each: tuple[int, ...] = ()
    by_year: tuple["YearAmount", ...] = ()

    def __iter__(self) -> Iterator[int]:
        return iter(self.each or tuple(item.year for item in self.by_year))

    @property
    def first(self) -> int:
        """The first year of the line; 0 where no year is stated."""
        return min(self, default=0)


@record
class Estimate:
    """A number in one of the ways the format allows.

    One number or a range (`low`, `central`, `high`), the id of a shared `volume`, a source's
    `total` spread evenly `over` several years, or not stated at all (`stated` is false).
    """

    low: float | None = None
    central: float | None = None
    high: float | None = None
    volume: str | None = None
    total: float | None = None
    over: Years | None = None
    stated: bool = True

    @property
    def range(self) -> Range | None:
        """The number with its ends; none where it is a volume, or not stated.

        A total is returned as the yearly share of it.
        """
        if not self.stated:
            return None
        if self.total is not None:
            return Range.of(self.total / max(1, len(tuple(self.over or ()))))
        return self._own_range()

    def _own_range(self) -> Range | None:
        central = self.central
        if central is None:
            if self.low is None or self.high is None:
                return None
            middle = (self.low + self.high) / 2
            return Range(low=self.low, central=middle, high=self.high, is_midpoint=True)
        low = central if self.low is None else self.low
        high = central if self.high is None else self.high
        return Range(low=low, central=central, high=high)


@record
class YearAmount:
    """What a line has in one year."""

    year: int
    value: Estimate


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PriceYear:
    """A year of prices: a financial year (April to March, named by its first) or a calendar one."""

    first: int
    financial: bool = True

    @property
    def label(self) -> str:
        """As the year is written: 2023/24, or 2011."""
        return f"{self.first}/{(self.first + 1) % 100:02d}" if self.financial else str(self.first)

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read `2023/24` or `2011`; none where the text is neither."""
        first, slash, second = text.strip().partition("/")
        if not (len(first) == 4 and first.isascii() and first.isdigit()):
            return None
        year = int(first)
        if not slash:
            return cls(first=year, financial=False)
        return cls(first=year) if second == f"{(year + 1) % 100:02d}" else None


@record
class PartialDate:
    """A date as exact as its source states it: a year, a month, a week or a day.

    A week has the year, month and day of its Monday, as ISO 8601 counts weeks.
    """

    year: int
    month: int | None = None
    day: int | None = None
    is_week: bool = False

    def __str__(self) -> str:
        if self.is_week:
            year, week, _ = date(*self.first_day).isocalendar()
            return f"{year:04d}-W{week:02d}"
        parts = (f"{self.year:04d}", *(f"{n:02d}" for n in (self.month, self.day) if n is not None))
        return "-".join(parts)

    @property
    def first_day(self) -> tuple[int, int, int]:
        """Year, month and day of its first day: what two dates are compared by."""
        return self.year, self.month or 1, self.day or 1

    @property
    def last_day(self) -> tuple[int, int, int]:
        """Year, month and day not earlier than its last day."""
        if self.is_week:
            sunday = date(*self.first_day) + timedelta(days=6)
            return sunday.year, sunday.month, sunday.day
        return self.year, self.month or 12, self.day or 31
