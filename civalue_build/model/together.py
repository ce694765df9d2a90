"""What ties the cases of a library together: programmes, and names that cases had before."""

from civalue_build.model.finding import Finding
from civalue_build.model.place import SourceMap
from civalue_build.model.programme import Programme
from civalue_build.model.programme_value import ValuedProgramme
from civalue_build.model.record import record


@record
class AssessedProgramme:
    """A programme as read and judged; `programme` is none where it has an error."""

    id: str
    programme: Programme | None
    places: SourceMap
    findings: tuple[Finding, ...] = ()


@record
class Together:
    """What can be said only of all cases together.

    `former` leads from each earlier name of a case to the case; `valued` are the programmes with
    what their cases add up to.
    """

    findings: tuple[Finding, ...] = ()
    former: tuple[tuple[str, str], ...] = ()
    valued: tuple[ValuedProgramme, ...] = ()
