"""Sources are those of the case."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.approach_facts import COSTS_AT
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.place import KeyPath
from civalue_build.model.subject import Subject


@rule(code="CV059", level=Level.ERROR)
def unknown_source(subject: Subject) -> Iterator[Fault]:
    """No source of the case has this name.

    Every line, measure and printed figure names a source of the list under `sources`, so that a
    reader can go and look. So do costs of patients in bands.

    *Fails:* at measures.0.source

        record: from-published-sources
        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            target: 1.2
            source: audits
          - id: overtime
            label: Hours of overtime a month
            unit: hour
            better: lower
            role: balancing
            after: {value: 305, period: 2024/25}
            source: accounts

    *Passes:*

        record: from-published-sources
        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            target: 1.2
            source: audit
          - id: overtime
            label: Hours of overtime a month
            unit: hour
            better: lower
            role: balancing
            after: {value: 305, period: 2024/25}
            source: accounts
    """
    known = {source.id for source in subject.case.sources}
    yield from strangers("source", _named(subject.case), known)


def _named(case: Case) -> Iterator[tuple[KeyPath, str | None]]:
    for path, line in placed_lines(case):
        yield (*path, "source"), line.source
        if line.unit_value:
            yield (*path, "unit_value", "source"), line.unit_value.source
    for at, measure in enumerate(case.measures):
        yield ("measures", at, "source"), measure.source
    for at, printed in enumerate(case.printed):
        yield ("printed", at, "source"), printed.source
    if case.patient_costs:
        yield (*COSTS_AT, "source"), case.patient_costs.source
