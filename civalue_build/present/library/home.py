"""The front page: what this is, the library at a glance, and ways in."""

from collections.abc import Callable, Iterator, Mapping

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework, Term
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    HOME,
    LENSES,
    PRIORITIES,
    SETTINGS,
    case_address,
    prose_address,
    relative,
)
from civalue_build.present.library.base import Library, draw
from civalue_build.present.library.cases import cases_in_words
from civalue_build.present.library.glance import glance_tables
from civalue_build.present.views import CardView, Link

NEWEST = 4
"""How many of the newest cases the front page names."""

WHAT = (
    "A library of improvements in health and care, each with its value: what changed for "
    "people, what was freed, what it took and what came back."
)


def pages(library: Library) -> Iterator[Page]:
    """Draw the front page."""
    framework = library.framework
    yield draw(
        HOME,
        "library_home.html",
        title=framework.title,
        lead=WHAT,
        count=_count(library),
        invented=library.invented,
        tables=glance_tables(library),
        by_setting=_ways(library, framework.settings, SETTINGS, lambda card: (card.setting,)),
        by_priority=_ways(library, framework.priorities, PRIORITIES, lambda c: c.priorities),
        newest=_newest(library),
        cases=Link(text="All cases", href=relative(HOME, CASES)),
        lenses=_lenses(framework),
        contribute=_prose(framework, "contribute/index"),
        about=_prose(framework, "about"),
    )


def _newest(library: Library) -> list[Link]:
    """Return links to the real cases that began last, the newest first."""
    dated = [(card.started, card) for card in library.counted if card.started]
    latest = sorted(dated, key=lambda pair: (pair[0].first_day, pair[1].slug), reverse=True)
    return [
        Link(
            text=card.title,
            href=relative(HOME, case_address(card.slug)),
            note=f"{card.organisation}, from {wording.date(started)}",
        )
        for started, card in latest[:NEWEST]
    ]


def _count(library: Library) -> str:
    """Return how many cases there are, and from how many settings, the invented apart."""
    settings = {card.setting for card in library.counted}
    where = wording.counted(len(settings), "setting", "settings")
    return f"{cases_in_words(len(library.counted))} from {where}"


def _ways(
    library: Library,
    terms: Mapping[str, Term],
    page: str,
    of: Callable[[CaseCard], tuple[str, ...]],
) -> list[Link]:
    """Return a link to each term under which there are cases, with how many."""
    links = []
    for key, term in terms.items():
        cards = [card for card in library.cards if key in of(card)]
        real = sum(not card.illustrative for card in cards)
        if cards:
            note = cases_in_words(real, len(cards) - real)
            links.append(Link(text=term.title, href=relative(HOME, f"{page}#{key}"), note=note))
    return links


def _lenses(framework: Framework) -> list[CardView]:
    return [
        CardView(title=lens.title, href=relative(HOME, f"{LENSES}#{lens.id}"), text=lens.question)
        for lens in sorted(framework.lenses, key=lambda lens: lens.number)
    ]


def _prose(framework: Framework, path: str) -> Link | None:
    """Return a link to a page of prose, none where the framework has no such page."""
    return next(
        (
            Link(text=page.title, href=relative(HOME, prose_address(path)))
            for page in framework.pages
            if page.path == path
        ),
        None,
    )
