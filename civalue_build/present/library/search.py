"""Search: the form in the header of every page, and the page that shows what was found."""

from collections.abc import Iterator

from civalue_build.model.framework import Framework
from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    CHECKS,
    GLOSSARY,
    PROGRAMMES,
    SEARCH,
    UNIT_VALUES,
    relative,
)
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.indexed import SORTS
from civalue_build.present.rendering import render
from civalue_build.present.views import Link

SCRIPT = "assets/search.js"

LISTS = (
    Link(text="All cases", href=CASES),
    Link(text="All programmes", href=PROGRAMMES),
    Link(text="All unit values", href=UNIT_VALUES),
    Link(text="All checks", href=CHECKS),
    Link(text="Glossary", href=GLOSSARY),
)
"""Ways to a page for readers to whom search is of no use."""


@record
class Choice:
    """One of the ways to narrow a search: its value in the address, and its words.

    `weight` is how much it counts where results of several kinds are put in order.
    """

    value: str
    text: str
    weight: float = 1


def search_form() -> str:
    """Return the form for the header of every page, its address as from the home page."""
    return str(render("search_form.html", action=SEARCH))


def not_found() -> str:
    """Return what stands at an address without a page, its links as from the home page."""
    return str(render("not_found.html", lists=LISTS))


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of search."""
    yield draw(
        SEARCH,
        "library_search.html",
        title="Search",
        lead="Look for words in every case, unit value, method and check of this library.",
        kinds=tuple(_kinds()),
        settings=tuple(_settings(library.framework, {card.setting for card in library.cards})),
        lists=ways(SEARCH, *LISTS),
        cases=relative(SEARCH, CASES),
        script=relative(SEARCH, SCRIPT),
    )


def _kinds() -> Iterator[Choice]:
    for sort, shown in SORTS.items():
        yield Choice(value=sort, text=shown.several, weight=shown.weight)


def _settings(framework: Framework, used: set[str]) -> Iterator[Choice]:
    """Give the settings that have a case, in order of title."""
    named = ((wording.title(framework.settings, setting), setting) for setting in used)
    for title, setting in sorted(named):
        yield Choice(value=setting, text=title)
