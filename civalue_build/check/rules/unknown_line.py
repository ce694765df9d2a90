"""Lines that other parts of a case name."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.place import FILES, KeyPath
from civalue_build.model.subject import Subject


@rule(code="CV063", level=Level.ERROR)
def unknown_line(subject: Subject) -> Iterator[Fault]:
    """No cost or benefit line of the case has this name.

    A printed figure, a sign-off and a ledger name the lines that they speak of.

    *Fails:* at sign_off.covers.0

        sign_off: {by: Deputy director of finance, date: 2026-05-12, covers: [bed-day]}

    *Passes:*

        sign_off: {by: Deputy director of finance, date: 2026-05-12, covers: [bed-days]}
    """
    known = {line.id for line in subject.case.lines}
    yield from strangers("line", _named(subject.case), known)


def _named(case: Case) -> Iterator[tuple[KeyPath, str | None]]:
    for at, printed in enumerate(case.printed):
        for place, line in enumerate(printed.lines):
            yield ("printed", at, "lines", place), line
    for place, line in enumerate(case.sign_off.covers if case.sign_off else ()):
        yield ("sign_off", "covers", place), line
    for entry in case.entries:
        yield (FILES, case.ledger or "", entry.row, 1), entry.line
