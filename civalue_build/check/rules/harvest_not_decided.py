"""Freed time needs a decision."""

from collections.abc import Iterator

from civalue_build.check.lines import is_loss, placed_benefits
from civalue_build.check.records import is_by_team
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Kind, Level
from civalue_build.model.subject import Subject


@rule(code="CV2014", level=Level.GAP)
def harvest_not_decided(subject: Subject) -> Iterator[Fault]:
    """Nobody says what was decided about freed capacity.

    Beds and hours that are freed have value when somebody decides what happens with them. People
    want a say in it too. `harvest` says what was decided, even if it is not yet.

    *Fails:* at benefits.0.harvest

        benefits:
          - id: bed-days
            label: Bed days no longer needed
            kind: released-capacity
            gained_by: council
            quantity: 400
            unit: bed-day
            unit_value: bed-day
            years: 0-1
            attribution: 0.6
            deadweight: 0.1
            grade: 3
            source: audit

    *Passes:*

        benefits:
          - id: bed-days
            label: Bed days no longer needed
            kind: released-capacity
            gained_by: council
            quantity: 400
            unit: bed-day
            unit_value: bed-day
            years: 0-1
            attribution: 0.6
            deadweight: 0.1
            grade: 3
            harvest: {decision: not-yet, best_next_use: Planned operations}
            source: audit
    """
    for path, line in placed_benefits(subject.case) if is_by_team(subject) else ():
        if line.kind is Kind.RELEASED_CAPACITY and line.harvest is None and not is_loss(line):
            yield (*path, "harvest"), f"nothing says what was decided about “{line.label}”"
