"""What the work itself takes."""

from collections.abc import Iterator

from civalue_build.check.records import is_by_team
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2010", level=Level.GAP)
def cost_of_the_work_not_stated(subject: Subject) -> Iterator[Fault]:
    """Benefits have money, and the cost of the work does not.

    Doing the work takes time at least. Where it truly took nothing, `costs: []` says so.

    *Fails:* at costs

        costs: null
        printed: []

    *Passes:*

        costs: []
        printed: []
    """
    if is_by_team(subject) and subject.case.benefits and subject.case.costs is None:
        yield ("costs",), "benefits are stated and what the work itself took is not"
