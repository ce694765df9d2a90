"""Counts of people that a case states as numbers."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines, resolved
from civalue_build.check.personal import PERSON_UNIT
from civalue_build.model.approach_facts import BAND_COLUMNS, PatientCosts
from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate
from civalue_build.model.measures import Measure, SeriesPoint
from civalue_build.model.place import FILES, KeyPath

Count = tuple[KeyPath, float]
"""Where a count stands, and the number."""


def counts_of_people(case: Case) -> Iterator[Count]:
    """Yield each number that counts people: who took part, who was observed, whom a line is of."""
    for at, group in enumerate(case.people):
        if group.number is not None:
            yield ("people", at, "number"), group.number
    if case.population and case.population.size is not None:
        yield ("population", "size"), case.population.size
    yield from _of_lines(case)
    for at, measure in enumerate(case.measures):
        yield from _of_measure(("measures", at), measure, case)
    if case.patient_costs:
        yield from _of_bands(case.patient_costs)


def _of_lines(case: Case) -> Iterator[Count]:
    for path, line in placed_lines(case):
        if not counts_people(line.unit):
            continue
        if line.quantity:
            numbers = _numbers(resolved(line.quantity, case))
            yield from (((*path, "quantity"), number) for number in numbers)
        for item in line.years.by_year:
            numbers = _numbers(resolved(item.value, case))
            yield from (((*path, "years"), number) for number in numbers)


def _of_measure(path: KeyPath, measure: Measure, case: Case) -> Iterator[Count]:
    of_people = counts_people(measure.unit)
    for key, seen in (("before", measure.before), ("after", measure.after)):
        if seen and seen.n is not None:
            yield (*path, key, "n"), seen.n
        if seen and of_people:
            yield (*path, key, "value"), seen.value
    key = "series" if measure.series else "points"
    points = points_of(measure, case)
    values = [point.value for point in points if of_people and point.value is not None]
    seen_each = [point.denominator for point in points if point.denominator is not None]
    if positive := [number for number in (*values, *seen_each) if number >= 1]:
        yield (*path, key), min(positive)


def _of_bands(costs: PatientCosts) -> Iterator[Count]:
    for band in costs.bands:
        for name, count in (("before", band.before), ("after", band.after)):
            yield (FILES, costs.table, band.row, BAND_COLUMNS.index(name) + 1), count


def points_of(measure: Measure, case: Case) -> tuple[SeriesPoint, ...]:
    """Return the points of a measure: its own, or those of its table, which go by its id."""
    return measure.points or case.series.get(measure.id, ())


def counts_people(unit: str | None) -> bool:
    """Whether a unit counts people who receive care, or those close to them."""
    return unit is not None and bool(PERSON_UNIT.fullmatch(unit.lower().replace("-", " ")))


def _numbers(estimate: Estimate) -> tuple[float, ...]:
    given = (estimate.low, estimate.central, estimate.high, estimate.total)
    return tuple(dict.fromkeys(abs(number) for number in given if number is not None))
