"""Units that the framework can put into words."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV054", level=Level.ADVICE)
def unknown_unit(subject: Subject) -> Iterator[Fault]:
    """No unit of the framework has this name.

    The framework knows how to write a unit in the singular and the plural, and which units are
    NHS operational currency. An unknown one is shown as it is typed. Each is named once.

    *Fails:* at benefits.0.unit

        record: from-published-sources
        benefits:
          - id: beds
            label: Days in a bed no longer needed
            kind: released-capacity
            gained_by: self
            quantity: 400
            unit: day in a bed
            unit_value: {amount: 500, price_year: 2023/24, source: audit}
            years: 0
            grade: 3
            source: audit

    *Passes:*

        record: from-published-sources
        benefits:
          - id: beds
            label: Days in a bed no longer needed
            kind: released-capacity
            gained_by: self
            quantity: 400
            unit: bed-day
            unit_value: {amount: 500, price_year: 2023/24, source: audit}
            years: 0
            grade: 3
            source: audit
    """
    told = set(subject.framework.units)
    basis = subject.case.appraisal
    if basis and basis.per and basis.per not in told:
        told.add(basis.per)
        yield ("appraisal", "per"), f"the framework has no words for the unit “{basis.per}”"
    for path, line in placed_lines(subject.case):
        if line.unit and line.unit not in told:
            told.add(line.unit)
            yield (*path, "unit"), f"the framework has no words for the unit “{line.unit}”"
