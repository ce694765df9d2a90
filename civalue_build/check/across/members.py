"""A programme and its cases: who belongs, and what cannot be added up."""

from collections.abc import Collection, Iterator, Sequence

from civalue_build.check.across.catalogue import (
    MEMBER_NOT_ADDED_UP,
    MEMBER_NOT_LISTED,
    MEMBER_NOT_PUBLISHED,
    MEMBER_OUTSIDE_THE_YEARS,
    PROGRAMME_LISTS_A_STRANGER,
    PROGRAMME_NOT_VALUED,
    PROGRAMME_WITHOUT_CASES,
    SAVING_CLAIMED_BY_SEVERAL,
    finding,
)
from civalue_build.check.near import unknown
from civalue_build.model.card import CaseCard
from civalue_build.model.finding import Finding
from civalue_build.model.place import Place, SourceMap
from civalue_build.model.programme import Programme
from civalue_build.model.programme_value import Member, ProgrammeAppraisal
from civalue_build.model.record import record


@record
class Roll:
    """A programme with its value and places, beside the library's cases.

    `cards` are the published cases, `slugs` the names of all folders of cases; `told` are savings
    of which it is already said that cases claim too much.
    """

    programme: Programme
    value: ProgrammeAppraisal
    places: SourceMap
    cards: Sequence[CaseCard]
    slugs: Collection[str]
    told: Collection[str] = ()

    @property
    def members(self) -> dict[str, CaseCard]:
        """The published cases that name the programme, by slug."""
        return {card.slug: card for card in self.cards if card.programme == self.programme.id}

    @property
    def top(self) -> Place:
        """Where a finding about the whole programme stands."""
        return self.places.place(("title",))


def judge_members(roll: Roll) -> tuple[Finding, ...]:
    """Return what a programme and the cases of its library do not agree on, by place.

    Every finding is a gap: the programme's page is published, and says the same.
    """
    found = (
        *_listed(roll),
        *_unlisted(roll),
        *_basis(roll),
        *_members(roll),
        *_counted_once(roll),
    )
    return tuple(sorted(found, key=lambda item: (item.place, item.code, item.message)))


def _listed(roll: Roll) -> Iterator[Finding]:
    members, published = roll.members, {card.slug for card in roll.cards}
    for at, slug in enumerate(roll.programme.cases):
        place = roll.places.place(("cases", at))
        if slug in members:
            continue
        if slug in published:
            message = f"the case “{slug}” does not name this programme"
            yield finding(PROGRAMME_LISTS_A_STRANGER, message, place)
        elif slug in roll.slugs:
            message = f"the case “{slug}” is not published, so it is not counted"
            yield finding(MEMBER_NOT_PUBLISHED, message, place)
        else:
            message = unknown("case", slug, roll.slugs)
            yield finding(PROGRAMME_LISTS_A_STRANGER, message, place)


def _unlisted(roll: Roll) -> Iterator[Finding]:
    """Find members that a list leaves out; a programme without a list leaves nobody out."""
    listed = roll.programme.cases
    for slug, card in roll.members.items() if listed else ():
        if slug not in listed:
            message = f"the programme “{roll.programme.id}” does not list this case"
            yield finding(MEMBER_NOT_LISTED, message, _place(roll, card), slug)


def _basis(roll: Roll) -> Iterator[Finding]:
    if not roll.members:
        yield finding(PROGRAMME_WITHOUT_CASES, "no published case names this programme", roll.top)
    if roll.value.vintage is None:
        message = "nothing is added up: the programme states no price year and horizon"
        yield finding(PROGRAMME_NOT_VALUED, message, roll.top)


def _members(roll: Roll) -> Iterator[Finding]:
    members = roll.members
    for member in roll.value.members if roll.value.vintage else ():
        card = members.get(member.case)
        if card is None:
            continue
        place = _place(roll, card)
        if member.left_out:
            message = f"the case is not added up in its programme: {member.left_out}"
            yield finding(MEMBER_NOT_ADDED_UP, message, place, card.slug)
        elif words := outside(member):
            message = f"amounts of the case fall {words}, and are left out there"
            yield finding(MEMBER_OUTSIDE_THE_YEARS, message, place, card.slug)


def outside(member: Member) -> str:
    """Return in words where amounts of a member fall outside its programme; else nothing."""
    sides = (
        (member.before, "before the first year of its programme"),
        (member.after, "after the last year of its programme"),
    )
    return " and ".join(words for is_there, words in sides if is_there)


def _counted_once(roll: Roll) -> Iterator[Finding]:
    for item in roll.value.counted_once:
        if item.saving in roll.told:
            continue
        names = ", ".join(item.cases)
        message = f"{item.claimed:.0%} of the saving “{item.saving}” is claimed by {names}"
        yield finding(SAVING_CLAIMED_BY_SEVERAL, f"{message}; it counts once", roll.top)


def _place(roll: Roll, card: CaseCard) -> Place:
    return card.programme_at or roll.top
