"""Actual amounts of a ledger, by line and year of the case."""

from collections import defaultdict

from civalue_build.model.case import Case

MONTHS = 12


def actual_years(case: Case) -> dict[str, dict[int, float]]:
    """Return, by line id, the sum of actual amounts of each year that the ledger has in full.

    Year 0 is the first 12 months from the start of the case. A year of which one month has no
    actual amount is left out.
    """
    months: dict[tuple[str, int], dict[int, float]] = defaultdict(dict)
    for entry in case.entries:
        if entry.actual is not None:
            year, month = divmod(_months_since_start(case, entry.month.first_day), MONTHS)
            months[entry.line, year][month] = entry.actual
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for (line, year), amounts in months.items():
        if len(amounts) == MONTHS and year >= 0:
            found[line][year] = sum(amounts.values())
    return dict(found)


def _months_since_start(case: Case, day: tuple[int, int, int]) -> int:
    start = case.period.start.first_day
    return (day[0] - start[0]) * MONTHS + day[1] - start[1]
