"""What the ledger of a case tracks: its months by line, as they were booked."""

from collections import defaultdict
from collections.abc import Iterable

from civalue_build.model.case import Case
from civalue_build.model.enums import Claim
from civalue_build.model.line_value import LineValue
from civalue_build.model.lines import SELF, BenefitLine, Line
from civalue_build.model.measures import LedgerEntry
from civalue_build.model.tracked import Booked, TrackedLine

MONTHS = 12


def tracked(case: Case, valued: Iterable[LineValue]) -> tuple[TrackedLine, ...]:
    """Return the lines that the ledger of a case speaks of, in the order of the case.

    `valued` are its lines with the claim that the checks leave them.
    """
    if not case.entries:
        return ()
    months: dict[str, list[Booked]] = defaultdict(list)
    for entry in case.entries:
        if entry.plan is not None or entry.actual is not None:
            months[entry.line].append(_booked(entry))
    claims = {line.id: line.claim for line in valued}
    return tuple(
        _line(case, line, tuple(sorted(months[line.id])), claims.get(line.id))
        for line in case.lines
        if line.id in months
    )


def _booked(entry: LedgerEntry) -> Booked:
    year, month, _ = entry.month.first_day
    return Booked(year * MONTHS + month - 1, entry.plan, entry.actual)


def _line(case: Case, line: Line, months: tuple[Booked, ...], claim: Claim | None) -> TrackedLine:
    if not isinstance(line, BenefitLine):
        party = _name(case, line.paid_by)
        return TrackedLine(id=line.id, label=line.label, party=party, months=months)
    return TrackedLine(
        id=line.id,
        label=line.label,
        party=_name(case, line.gained_by),
        months=months,
        kind=line.kind,
        claim=claim or line.claim or case.claim or Claim.PLANNED,
        saving=line.saving_key,
    )


def _name(case: Case, party: str) -> str:
    if party == SELF:
        return case.organisation.name
    return next((partner.name for partner in case.partners if partner.id == party), party)
