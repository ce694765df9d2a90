"""People first: what each case of a programme changed for them."""

from collections.abc import Iterator

from civalue_build.model.contribution import Change
from civalue_build.model.enums import MeasureResult, Who
from civalue_build.model.programme_value import Member
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.addresses import case_address
from civalue_build.present.programme.base import Known
from civalue_build.present.views import Link

SILENT = (
    "No case of this programme says what changed for people.",
    "These cases do not say what changed for people:",
)


@record
class Told:
    """One thing that changed: what, what its measure did, and which case tells it."""

    text: str
    note: str
    case: Link


@record
class Group:
    """What changed for one group of people."""

    head: str
    told: tuple[Told, ...]


@record
class People:
    """What changed, by who it changed for, and which cases are silent."""

    groups: tuple[Group, ...]
    silence: str
    silent: tuple[Link, ...]


def people(known: Known) -> People:
    """Return what the cases changed for people; those that are left out of the sums too."""
    silent = tuple(_link(known, m) for m in known.value.members if not m.changes)
    groups = tuple(_groups(known))
    return People(
        groups=groups,
        silence=SILENT[bool(groups)] if silent or not groups else "",
        silent=silent if groups else (),
    )


def _groups(known: Known) -> Iterator[Group]:
    for who in Who:
        told = tuple(
            Told(text=change.what, note=_result(change), case=_link(known, member))
            for member in known.value.members
            for change in member.changes
            if change.who is who
        )
        if told:
            yield Group(head=wording.label(who), told=told)


def _result(change: Change) -> str:
    if change.result is None:
        return "not quantified"
    if change.result is MeasureResult.NOT_STATED:
        return ""
    return f"measured: {wording.label(change.result)}"


def _link(known: Known, member: Member) -> Link:
    return Link(text=member.title, href=known.to(case_address(member.case)))
