"""What is called measured names its measure."""

from collections.abc import Iterator

from civalue_build.check.lines import claim_of, placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Claim, Level
from civalue_build.model.subject import Subject


@rule(code="CV2017", level=Level.GAP)
def measured_without_a_measure(subject: Subject) -> Iterator[Fault]:
    """Benefit is called measured, and no measure shows it.

    A measured benefit names the measure that shows it. Else it is a forecast.

    *Fails:* at benefits.0.measure

        record: from-published-sources
        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            grade: 4
            claim: measured
            source: council-report

    *Passes:*

        record: from-published-sources
        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            grade: 4
            measure: overtime
            claim: measured
            source: council-report
    """
    for path, line in placed_benefits(subject.case):
        shown = line.measure or line.from_measure
        if claim_of(line, subject.case) is Claim.MEASURED and not shown:
            yield (*path, "measure"), f"“{line.label}” is called measured, and no measure shows it"
