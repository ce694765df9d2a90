"""How fully a case is reported: a profile by guideline and item, never a score."""

import posixpath
from collections import Counter
from dataclasses import field, replace
from functools import lru_cache

from markupsafe import Markup

from civalue_build.model.enums import Record
from civalue_build.model.record import record
from civalue_build.model.reported import Answer, Profile
from civalue_build.model.reporting import Guideline, Reported
from civalue_build.present import wording
from civalue_build.present.addresses import REPORTING, view_as_address
from civalue_build.present.case.approach_facts import facts_id
from civalue_build.present.case.base import Material
from civalue_build.present.library.views import checked_tag
from civalue_build.present.rendering import render
from civalue_build.present.views import Link, Tag

TONES = {
    Reported.MET: "green",
    Reported.PARTLY: "yellow",
    Reported.NOT_MET: "grey",
    Reported.NOT_VISIBLE: "white",
}
_PLACES = {
    "money": ("costs", "benefits", "volumes"),
    "people": ("outcomes", "measures", "people", "population", "readiness", "aim"),
    "story": ("text", "learning"),
    "basis": ("appraisal", "evaluation", "sign_off", "follow_up"),
    "sources": ("sources",),
}
"""By anchor on the page of a case, the keys that are shown there."""


@record
class ItemView:
    """One item: how the case stands on it, what was found and where, and what was not.

    `html` is the item as it stands on the page.
    """

    title: str
    answer: Tag
    found: tuple[Link, ...] = ()
    missing: str = ""
    note: str = ""
    html: Markup = field(default_factory=Markup)


@record
class GuidelineView:
    """A guideline with its items; `tally` says how many items stand how."""

    anchor: str
    title: Link
    about: str
    is_open: bool
    tally: str
    checked: Tag
    items: tuple[ItemView, ...]


@record
class ReportingView:
    """The part of a case's page on how fully it is reported."""

    lead: str
    guidelines: tuple[GuidelineView, ...]


def reporting(known: Material) -> ReportingView | None:
    """Return how fully a case is reported; none where no guideline was asked about."""
    profiles = known.appraisal.reporting
    if not profiles:
        return None
    return ReportingView(
        lead=_lead(known), guidelines=tuple(_guideline(known, profile) for profile in profiles)
    )


def _lead(known: Material) -> str:
    told = "This says what can be found in the data of the case. It is not a mark for the team."
    return f"{told} {sources_say_more(known)}".rstrip()


def sources_say_more(known: Material) -> str:
    """Return that a case that its team did not write may leave things out; empty for others."""
    if known.case.record is Record.TEAM:
        return ""
    return "The case was written from published sources, and those may say more."


def _guideline(known: Material, profile: Profile) -> GuidelineView:
    guideline = known.framework.guidelines[profile.guideline]
    items = {item.id: item for item in guideline.items}
    words = dict(zip(Reported, guideline.answers, strict=True))
    return GuidelineView(
        anchor=f"reporting-{profile.guideline}",
        title=Link(text=guideline.title, href=known.to(f"{REPORTING}#{profile.guideline}")),
        about=guideline.about,
        is_open=guideline.is_open,
        tally=tally(guideline, profile),
        checked=checked_tag(guideline.source.checked),
        items=tuple(
            drawn_item(
                items[answer.item].title,
                items[answer.item].note or "",
                words[answer.standing],
                answer,
            )
            for answer in profile.answers
        ),
    )


@lru_cache(maxsize=4096)
def drawn_item(title: str, note: str, word: str, answer: Answer, page: str = "") -> ItemView:
    """Return an item, drawn once for all cases that give it the same answer: most do.

    `page` is the way to the page of the case, empty on that page itself.
    """
    item = ItemView(
        title=title,
        answer=Tag(text=word, tone=TONES[answer.standing]),
        found=_found(answer, page),
        missing=wording.listed(answer.missing),
        note=note,
    )
    return replace(item, html=render("case_reporting_item.html", item=item))


def tally(guideline: Guideline, profile: Profile) -> str:
    """Return how many items stand how, as in `Met: 3. Not met: 1`, each with a full stop."""
    counts = Counter(answer.standing for answer in profile.answers)
    return " ".join(
        f"{wording.capital(guideline.answer(standing))}: {counts[standing]}."
        for standing in Reported
        if counts[standing]
    )


def _found(answer: Answer, page: str) -> tuple[Link, ...]:
    return tuple(
        Link(text=part.says, href=_place(part.key, page), note=_in_file(part.key))
        for part in answer.found
    )


def _place(key: str, page: str) -> str:
    """Return the way to the part of the page that shows a key; `page` for the top of the page."""
    first, _, rest = key.partition(".")
    if first == "approaches":
        return f"{posixpath.basename(view_as_address(''))}#{facts_id(rest.partition('.')[0])}"
    return next((f"{page}#{anchor}" for anchor, keys in _PLACES.items() if first in keys), page)


def _in_file(key: str) -> str:
    """Return a key as a reader finds it in the file: `costs`, `aim.value`, a heading."""
    if key.startswith("text."):
        return f"“{key.removeprefix('text.')}”"
    return key.partition(".*")[0]
