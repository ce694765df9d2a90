"""Groups of people who took part in a case."""

from collections.abc import Iterator

from civalue_build.model.case import Case, PeopleEngaged
from civalue_build.model.enums import Involvement

DESIGNING = (Involvement.LED, Involvement.CO_DESIGNED)


def designers(case: Case) -> Iterator[PeopleEngaged]:
    """Yield the groups that had a say in the design, and were not only asked or told."""
    return (group for group in case.people if group.role in DESIGNING)
