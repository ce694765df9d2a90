"""How much of an effect is due to this work."""

from collections.abc import Iterator

from civalue_build.check.lines import is_loss, placed_benefits
from civalue_build.check.records import is_by_team
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2007", level=Level.GAP)
def attribution_not_stated(subject: Subject) -> Iterator[Fault]:
    """No share of a benefit is attributed to this work.

    Other things change at the same time. The share that is due to this work is the team's to
    state; while it is not, all of the benefit counts as the work's own. A benefit without an amount
    needs no share.

    *Fails:* at benefits.0.attribution

        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            deadweight: 0.1
            grade: 4
            source: council-report

    *Passes:*

        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            attribution: 1
            deadweight: 0.1
            grade: 4
            source: council-report
    """
    unvalued = subject.appraisal.problems
    for path, line in placed_benefits(subject.case) if is_by_team(subject) else ():
        if line.attribution is None and line.id not in unvalued and not is_loss(line):
            yield (
                (*path, "attribution"),
                f"the share of “{line.label}” due to this work is not stated",
            )
