"""Counts of people in a case."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.personal import PERSON_UNIT
from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate
from civalue_build.model.measures import Measure
from civalue_build.model.place import KeyPath

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


def _of_lines(case: Case) -> Iterator[Count]:
    for path, line in placed_lines(case):
        if not _counts_people(line.unit):
            continue
        if line.quantity:
            yield from (((*path, "quantity"), number) for number in _numbers(line.quantity))
        for item in line.years.by_year:
            yield from (((*path, "years"), number) for number in _numbers(item.value))


def _of_measure(path: KeyPath, measure: Measure, case: Case) -> Iterator[Count]:
    of_people = _counts_people(measure.unit)
    for key, seen in (("before", measure.before), ("after", measure.after)):
        if seen and seen.n is not None:
            yield (*path, key, "n"), seen.n
        if seen and of_people:
            yield (*path, key, "value"), seen.value
    series = measure.points or case.series.get(measure.series or "", ())
    small = [point.value for point in series if of_people and point.value is not None]
    if positive := [value for value in small if value >= 1]:
        yield (*path, "series" if measure.series else "points"), min(positive)


def _counts_people(unit: str | None) -> bool:
    return unit is not None and bool(PERSON_UNIT.fullmatch(unit.lower().replace("-", " ")))


def _numbers(estimate: Estimate) -> tuple[float, ...]:
    given = (estimate.low, estimate.central, estimate.high, estimate.total)
    return tuple(dict.fromkeys(abs(number) for number in given if number is not None))
