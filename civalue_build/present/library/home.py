"""The front page: what this is, the library at a glance, and ways in."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework, Term
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    FRAMEWORK,
    HOME,
    INSIGHTS,
    LENSES,
    approach_address,
    case_address,
    relative,
)
from civalue_build.present.library.base import Library, draw
from civalue_build.present.library.cases import cases_in_words
from civalue_build.present.library.glance import glance_tables, key_facts
from civalue_build.present.library.views import prose_link
from civalue_build.present.views import CardView, Fact, Link

NEWEST = 4
"""How many of the newest cases the front page shows."""

STARTS = (
    ("about", "What this library is, and what it is not"),
    ("methods/index", "How the figures are worked out"),
    ("contribute/index", "Add a case of your own"),
)
"""Pages of prose to begin with, and what a reader finds there."""

WHAT = (
    "A library of improvements in health and care, each with its value: what changed for "
    "people, what was freed, what it took and what came back."
)


def pages(library: Library) -> Iterator[Page]:
    """Draw the front page."""
    framework = library.framework
    count = cases_in_words(len(library.counted), library.invented, library.archived)
    yield draw(
        HOME,
        "library_home.html",
        title=framework.title,
        lead=WHAT,
        count=_count(library),
        invented=library.invented,
        archived=library.archived,
        facts=key_facts(library),
        tables=glance_tables(library),
        by_setting=_ways(library, framework.settings, "setting", lambda card: (card.setting,)),
        by_priority=_ways(library, framework.priorities, "priority", lambda c: c.priorities),
        by_approach=_approaches(framework),
        newest=_newest(library),
        starts=_starts(framework),
        insights=Link(
            text="More in Insights: how returns are spread, and which cases have none",
            href=relative(HOME, INSIGHTS),
        ),
        cases=Link(
            text=f"All {count}" if len(library.cards) > 1 else "The list of cases",
            href=relative(HOME, CASES),
        ),
        lenses=_lenses(framework),
        contribute=prose_link(framework, "contribute/index", "How to add a case"),
    )


def _starts(framework: Framework) -> list[Link]:
    """Return where to begin: what value means here, and the pages of prose that are there."""
    first = Link(text="What value means here", href=FRAMEWORK)
    links = (prose_link(framework, page, text) for page, text in STARTS)
    return [first, *(link for link in links if link)]


def _newest(library: Library) -> list[CardView]:
    """Return the real cases that began last as stories without figures, the newest first."""
    dated = [(card.started, card) for card in library.counted if card.started]
    latest = sorted(dated, key=lambda pair: (pair[0].first_day, pair[1].slug), reverse=True)
    return [
        CardView(
            title=card.title,
            href=relative(HOME, case_address(card.slug)),
            text=card.summary,
            facts=(Fact(term="Where", value=f"{card.organisation}, from {wording.date(started)}"),),
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
    facet: str,
    of: Callable[[CaseCard], tuple[str, ...]],
) -> list[Link]:
    """Return a link to the cases under each term, by its facet in the list, with how many."""
    real, others = Counter[str](), Counter[str]()
    for card in library.cards:
        if card.is_current:
            (others if card.illustrative else real).update(set(of(card)))
    return [
        Link(
            text=term.title,
            href=relative(HOME, f"{CASES}?{facet}={key}"),
            note=cases_in_words(real[key], others[key]),
        )
        for key, term in terms.items()
        if real[key] or others[key]
    ]


def _approaches(framework: Framework) -> list[Link]:
    """Return the way to each other approach to value, by which all cases can be read."""
    return [
        Link(text=approach.short, href=relative(HOME, approach_address(name)))
        for name, approach in framework.approaches.items()
    ]


def _lenses(framework: Framework) -> list[CardView]:
    return [
        CardView(title=lens.title, href=relative(HOME, f"{LENSES}#{lens.id}"), text=lens.question)
        for lens in sorted(framework.lenses, key=lambda lens: lens.number)
    ]
