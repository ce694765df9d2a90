"""Which cases belong to a programme, and what of them is not added up."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Undefined
from civalue_build.model.enums import Perspective
from civalue_build.model.programme_value import CountedOnce, Member
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.programme.base import Known
from civalue_build.present.views import Cell, Column, Row, Table

YES = "Yes"


@record
class Members:
    """The cases as one table, and notes on what is not added up."""

    table: Table | None
    notes: tuple[str, ...]


def members(known: Known) -> Members:
    """Return the cases of a programme, published ones only."""
    return Members(table=_table(known), notes=tuple(_notes(known)))


def _table(known: Known) -> Table | None:
    if not known.value.members:
        return None
    return Table(
        id="programme-members",
        caption="The cases of this programme, in order of title",
        columns=(Column(text="Case"), Column(text="In short"), Column(text="Added up")),
        rows=tuple(_rows(known)),
        stacked=True,
    )


def _rows(known: Known) -> Iterator[Row]:
    for member in known.value.members:
        card = known.cards.get(member.case)
        counted = _added_up(member)
        yield Row(
            cells=(
                known.case_cell(member, note=member.organisation),
                Cell(text=card.summary if card else ""),
                Cell(text=counted, empty=counted != YES),
            )
        )


def _added_up(member: Member) -> str:
    if member.left_out:
        return f"No: {member.left_out}"
    rung = member.rung(Perspective.NHS)
    if rung and isinstance(rung.claimed.npv, Undefined):
        return "Not in full: not all its amounts are stated"
    return YES


NAMED = 5
"""How many of the cases that claim one saving are named."""


def _notes(known: Known) -> Iterator[str]:
    for item in known.value.counted_once:
        yield _once(known, item)
    for member in known.value.counted:
        sides = ((member.before, "before the first"), (member.after, "after the last"))
        for there, side in sides:
            if there:
                yield f"“{member.title}”: amounts {side} year of the programme are left out."
    unknown = [slug for slug in known.programme.cases if slug not in known.cards]
    if unknown:
        names = wording.listed(f"“{slug}”" for slug in unknown)
        yield f"The programme also lists {names}. Nothing of it is published here as its case."


def _once(known: Known, item: CountedOnce) -> str:
    titles = {member.case: member.title for member in known.value.members}
    names = [f"“{titles.get(case, case)}”" for case in item.cases[:NAMED]]
    if more := len(item.cases) - len(names):
        names.append(wording.counted(more, "more case", "more cases"))
    return (
        f"{wording.listed(names)} claim one and the same saving, together "
        f"{wording.part(item.claimed)} of it. It is counted once, and shared out between them."
    )
