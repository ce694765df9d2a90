"""The future is a forecast."""

from collections.abc import Iterator

from civalue_build.check.lines import SEEN, claim_of, placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.estimate import PartialDate
from civalue_build.model.subject import Subject


@rule(code="CV2018", level=Level.GAP)
def measured_after_the_end(subject: Subject) -> Iterator[Fault]:
    """Benefit of a year after the end is called measured.

    After the end of the period nobody measured anything, so a benefit of those years can be a
    forecast at most. Split the line, or move the end of the period.

    *Fails:* at benefits.0.claim

        appraisal: {horizon: 4}
        printed: []
        record: from-published-sources
        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1-2
            grade: 4
            measure: overtime
            claim: measured
            source: council-report

    *Passes:*

        appraisal: {horizon: 4}
        printed: []
        record: from-published-sources
        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1-2
            grade: 4
            claim: forecast
            source: council-report
    """
    period = subject.case.period
    for path, line in placed_benefits(subject.case) if period.end else ():
        late = [
            year
            for year in line.years
            if period.end and _begins(period.start, year) > period.end.last_day
        ]
        claim = claim_of(line, subject.case)
        if late and claim in SEEN:
            yield (
                (*path, "claim"),
                f"year {late[0]} of “{line.label}” is after the end, so it cannot be {claim.value}",
            )


def _begins(start: PartialDate, year: int) -> tuple[int, int, int]:
    first, month, day = start.first_day
    return first + year, month, day
