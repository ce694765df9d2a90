"""Who wrote a case."""

from civalue_build.model.enums import Record
from civalue_build.model.subject import Subject


def is_by_team(subject: Subject) -> bool:
    """Whether the people who did the work wrote the case, so that they can fill a gap."""
    return subject.case.record is Record.TEAM
