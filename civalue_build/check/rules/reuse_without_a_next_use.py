"""What freed capacity is used for."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_benefits
from civalue_build.check.records import is_by_team
from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Decision, Kind, Level
from civalue_build.model.lines import BenefitLine, Harvest
from civalue_build.model.subject import Subject

USED_AGAIN = (Decision.REUSED, Decision.REINVESTED)


@rule(code="CV2015", level=Level.GAP)
def reuse_without_a_next_use(subject: Subject) -> Iterator[Fault]:
    """Freed capacity is reused, and nothing says for what.

    What freed capacity is worth depends on its best next use. One line names it, also while
    nobody has decided yet.

    *Fails:* at benefits.0.harvest.best_next_use

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
            harvest: {decision: reused, decided_by: Ward council}
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
            harvest: {decision: reused, best_next_use: Planned operations}
            source: audit
    """
    for path, line in placed_benefits(subject.case) if is_by_team(subject) else ():
        harvest = line.harvest
        if harvest and not says(harvest.best_next_use) and _needs_a_use(line, harvest):
            now = "" if harvest.decision is Decision.NOT_YET else " now"
            yield (
                (*path, "harvest", "best_next_use"),
                f"nothing says what “{line.label}” is{' best' if not now else ''} used for{now}",
            )


def _needs_a_use(line: BenefitLine, harvest: Harvest) -> bool:
    """Whether a use is meant: of what is used again, and of freed capacity not yet decided on."""
    is_open = line.kind is Kind.RELEASED_CAPACITY and harvest.decision is Decision.NOT_YET
    return is_open or harvest.decision in USED_AGAIN
