"""What goes into reading a case, and what comes out."""

from collections.abc import Mapping
from dataclasses import field

from civalue_build.model.case import Case
from civalue_build.model.finding import Finding
from civalue_build.model.place import SourceMap
from civalue_build.model.record import record


@record
class RawCase:
    """The files of one case as bytes.

    `text` is case.md, none where it cannot be read; `others` are tables and pictures by name;
    `findings` say what could not be read, or was not.
    """

    slug: str
    file: str
    text: bytes | None
    others: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@record
class Reading:
    """A case as read: `case` is none where a value of it was lost to a fault.

    `not_judged` says in words what could not be looked at, and is empty where all was.
    """

    case: Case | None
    places: SourceMap
    findings: tuple[Finding, ...] = ()
    not_judged: str = ""
