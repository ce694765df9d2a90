"""Why a case was put away."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level, Status
from civalue_build.model.subject import Subject


@rule(code="CV072", level=Level.ERROR)
def archived_without_because(subject: Subject) -> Iterator[Fault]:
    """No reason is given for archiving a case.

    The page of an archived case stays, and says why nobody should rely on it.

    *Fails:* at because

        status: archived

    *Passes:*

        status: archived
        because: The unit has closed
    """
    if subject.case.status is Status.ARCHIVED and not says(subject.case.because):
        yield ("because",), "an archived case says why it was archived"
