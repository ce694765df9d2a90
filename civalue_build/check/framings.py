"""The lenses through which a case gives something to read."""

from civalue_build.model.case import Case
from civalue_build.model.enums import Kind, Lens
from civalue_build.model.subject import Subject

SOCIAL_KINDS = (Kind.HEALTH, Kind.EXPERIENCE, Kind.WIDER)


def framings(subject: Subject) -> list[Lens]:
    """Return the lenses for which the case holds something, by its own facts."""
    case = subject.case
    known = subject.framework.priorities
    holds = {
        Lens.SOCIAL: _is_social(case),
        Lens.ECONOMIC: case.costs is not None and bool(case.benefits),
        Lens.BUSINESS: any(link.priority in known for link in case.strategy),
    }
    return [lens for lens, held in holds.items() if held]


def _is_social(case: Case) -> bool:
    return bool(case.outcomes) or any(line.kind in SOCIAL_KINDS for line in case.benefits or ())
