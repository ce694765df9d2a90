"""From the years of a case to the years of its programme."""

from collections.abc import Iterator, Sequence

from civalue_build.model.contribution import Years
from civalue_build.model.estimate import PartialDate
from civalue_build.model.record import record

MONTHS = 12


@record
class Calendar:
    """The years of a programme, and how many months after its start a case began."""

    years: int
    months: int

    def placed(self, amounts: Sequence[float]) -> Years:
        """Return yearly amounts of a case by year of the programme.

        A year of the case that begins m months into a year of the programme gives (12 − m)/12 of
        itself to that year and the rest to the next. What falls outside the programme is lost.
        """
        found = [0.0] * self.years
        for year, amount in self._spread(amounts):
            if 0 <= year < self.years:
                found[year] += amount
        return tuple(found)

    def is_before(self, amounts: Sequence[float]) -> bool:
        """Whether some of it falls before the programme began."""
        return any(amount != 0 and year < 0 for year, amount in self._spread(amounts))

    def is_after(self, amounts: Sequence[float]) -> bool:
        """Whether some of it falls after the last year of the programme."""
        return any(amount != 0 and year >= self.years for year, amount in self._spread(amounts))

    def _spread(self, amounts: Sequence[float]) -> Iterator[tuple[int, float]]:
        whole, rest = divmod(self.months, MONTHS)
        for year, amount in enumerate(amounts, start=whole):
            yield year, amount * (MONTHS - rest) / MONTHS
            yield year + 1, amount * rest / MONTHS


def calendar(programme: PartialDate, case: PartialDate, years: int) -> Calendar:
    """Return the calendar of a programme of so many years, for a case that began on a date."""
    begun, start = case.first_day, programme.first_day
    return Calendar(years=years, months=(begun[0] - start[0]) * MONTHS + begun[1] - start[1])
