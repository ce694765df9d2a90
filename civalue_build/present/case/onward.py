"""Where a reader goes from the page of a case."""

from collections.abc import Iterator

from civalue_build.model.enums import Status
from civalue_build.present import wording
from civalue_build.present.addresses import (
    INSIGHTS_TRACKER,
    PRIORITIES,
    SETTINGS,
    programme_address,
)
from civalue_build.present.case.background import mail
from civalue_build.present.case.base import Material
from civalue_build.present.library.views import prose_link
from civalue_build.present.views import Link


def onward(known: Material) -> tuple[Link, ...]:
    """Return what to do next: ask, look for cases like this one, follow the sums, add a case."""
    return tuple(_onward(known))


def _onward(known: Material) -> Iterator[Link]:
    contact, address = known.case.contact, mail(known)
    if contact and address:
        yield Link(
            text=f"Ask the {wording.lower_first(contact.role)} about this case", href=address
        )
    if found := known.programme:
        text = f"See what its programme adds up to: {wording.lower_first(found.title)}"
        yield Link(text=text, href=programme_address(found.id))
    if known.appraisal.tracked and known.case.status is not Status.ARCHIVED:
        yield Link(text="See its plan against actual, month by month", href=INSIGHTS_TRACKER)
    yield from _alike(known)
    pages = (
        ("methods/index", "See how the figures are worked out"),
        ("contribute/correcting-a-case", "Ask for a correction to this case, or its withdrawal"),
        ("contribute/index", "Add a case of your own"),
    )
    for page, text in pages:
        if link := prose_link(known.framework, page, text):
            yield link


def _alike(known: Material) -> Iterator[Link]:
    terms, setting = known.framework, known.case.setting
    if setting in terms.settings:
        name = wording.lower_first(terms.settings[setting].title)
        yield Link(text=f"More cases from this setting: {name}", href=f"{SETTINGS}#{setting}")
    for link in known.case.strategy:
        if link.priority in terms.priorities:
            name = wording.lower_first(terms.priorities[link.priority].title)
            href = f"{PRIORITIES}#{link.priority}"
            yield Link(text=f"More cases with this priority: {name}", href=href)
