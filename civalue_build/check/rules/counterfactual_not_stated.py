"""What would have happened else."""

from collections.abc import Iterator

from civalue_build.check.records import is_by_team
from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2021", level=Level.GAP)
def counterfactual_not_stated(subject: Subject) -> Iterator[Fault]:
    """Nothing says what would have happened without the work.

    Every benefit is a difference from something. One line says from what.

    *Fails:* at appraisal.counterfactual

        appraisal: {counterfactual: null}

    *Passes:*

        appraisal: {counterfactual: Rates would have stayed as they were}
    """
    basis = subject.case.appraisal
    if is_by_team(subject) and subject.case.benefits and basis and not says(basis.counterfactual):
        yield (
            ("appraisal", "counterfactual"),
            "nothing says what would have happened without the work",
        )
