"""Where the faults of one file are gathered while it is read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from civalue_build.model.enums import Level
from civalue_build.model.finding import CheckDoc, Finding
from civalue_build.model.place import Place
from civalue_build.source.faults.catalogue import finding
from civalue_build.source.faults.files import TOO_MANY_FAULTS

Mark = tuple[int, int]
"""A line and a column, both from 1."""

MOST_SHOWN = 200


@dataclass(slots=True)
class Log:
    """The faults of one file of one case; `file` is relative to the library."""

    file: str
    case: str = ""
    findings: list[Finding] = field(default_factory=list)

    def add(
        self, doc: CheckDoc, message: str, mark: Mark = (1, 1), level: Level | None = None
    ) -> None:
        """Note one fault at a mark."""
        place = Place(self.file, *mark)
        self.findings.append(finding(doc, message, place, self.case, level))

    def beside(self, name: str) -> "Log":
        """Return an empty log for another file of the same folder."""
        folder = self.file.rpartition("/")[0]
        return Log(f"{folder}/{name}" if folder else name, self.case)


def in_order(findings: Iterable[Finding], case: str = "") -> tuple[Finding, ...]:
    """Return findings by place without repetitions, the first two hundred of them."""
    ordered = sorted(set(findings), key=lambda f: (f.place, f.code, f.message))
    if len(ordered) <= MOST_SHOWN:
        return tuple(ordered)
    rest = len(ordered) - MOST_SHOWN
    place = ordered[MOST_SHOWN].place
    last = finding(TOO_MANY_FAULTS, f"{rest} more faults follow and are not shown", place, case)
    return (*ordered[:MOST_SHOWN], last)
