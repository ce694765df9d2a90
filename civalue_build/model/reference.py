"""Reference values: prices, units, indices, rates and grades, each with its source."""

from collections.abc import Mapping
from dataclasses import field

from civalue_build.model.enums import Basis, Stream
from civalue_build.model.estimate import KEY_FROM, Estimate, PartialDate, PriceYear
from civalue_build.model.record import record


@record
class Citation:
    """Where a number or a text comes from; `checked` once a person compared it with that."""

    title: str
    checked: bool
    publisher: str | None = None
    year: str | None = None
    url: str | None = None
    retrieved: PartialDate | None = None
    licence: str | None = None


@record
class DatedValue:
    """One value, in force from a date until the next entry's."""

    from_date: PartialDate = field(metadata=KEY_FROM)
    value: Estimate
    basis: Basis
    price_year: PriceYear
    source: Citation
    stream: Stream = Stream.MONEY
    note: str | None = None


@record
class UnitValue:
    """The price of one unit over time, entries appended and never overwritten.

    Where it is `yearly`, an entry is for what happens in the calendar year of its date, whenever
    a case is valued, and no other year takes its place.
    """

    title: str
    unit: str
    values: tuple[DatedValue, ...]
    yearly: bool = False

    def on(self, day: tuple[int, int, int] | None) -> DatedValue | None:
        """Return the entry in force on (year, month, day), the newest where no day is given."""
        entries = sorted(self.values, key=lambda entry: entry.from_date.first_day)
        known = [e for e in entries if day is None or e.from_date.first_day <= day]
        return known[-1] if known else None

    def of_year(self, year: int) -> DatedValue | None:
        """Return the entry of a calendar year, none where no entry has its date in it."""
        return next((entry for entry in self.values if entry.from_date.year == year), None)


@record
class ShownAs:
    """Another unit in which a total is also given: the total divided by `divide_by`."""

    unit: str
    divide_by: float
    source: Citation | None = None


@record
class Unit:
    """A unit of quantity; `operational` where it is NHS operational currency.

    What one of a `society_only` unit is worth is no price that a budget pays or saves.
    """

    id: str
    title: str
    singular: str
    operational: bool = False
    society_only: bool = False
    shown_as: ShownAs | None = None


@record
class PriceIndex:
    """Index levels by calendar year (`2015`) and by financial year (`2015/16`), as written."""

    title: str
    source: Citation
    calendar: Mapping[str, float] = field(default_factory=dict)
    financial: Mapping[str, float] = field(default_factory=dict)
    note: str | None = None

    def level(self, year: PriceYear) -> float | None:
        """Return the level of a year, or none where the index does not reach it."""
        return (self.financial if year.financial else self.calendar).get(year.label)


@record
class Band:
    """A yearly rate that holds from year `first` to year `last`, both included."""

    first: int
    rate: float
    last: int | None = None

    def holds(self, year: int) -> bool:
        """Whether `year` falls in this band."""
        return self.first <= year and (self.last is None or year <= self.last)


@record
class DiscountSchedule:
    """Rates for money and for health effects; without `health`, money's rates serve for both."""

    title: str
    source: Citation
    money: tuple[Band, ...]
    health: tuple[Band, ...] = ()
    note: str | None = None


@record
class Grade:
    """An evidence grade: what it means, and its corrections as shares of the amount."""

    grade: int
    title: str
    means: str
    benefit_correction: float
    cost_correction: float


@record
class EvidenceGrades:
    """The table of grades; a line without a grade is treated as the last.

    `choosing` says how an author finds the grade of a line.
    """

    grades: tuple[Grade, ...]
    source: Citation
    choosing: str | None = None

    def of(self, grade: int | None) -> Grade:
        """Return the row of a grade, the weakest where none, or an unknown one, is stated."""
        weakest = max(self.grades, key=lambda row: row.grade)
        return next((row for row in self.grades if row.grade == grade), weakest)
