"""Everything of the site that is not a case: its frame, and the pages of the library."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from civalue_build.model.card import CaseCard
from civalue_build.model.finding import CheckDoc
from civalue_build.model.framework import Framework
from civalue_build.model.portfolio import Portfolio
from civalue_build.model.programme_value import ValuedProgramme
from civalue_build.model.site import Asset, NavEntry, Page, Site
from civalue_build.present.addresses import approach_address, principle_address
from civalue_build.present.library import (
    approaches,
    cases,
    changes,
    check_list,
    compare,
    data,
    data_page,
    grades,
    home,
    insights,
    insights_alignment,
    insights_editions,
    insights_principles,
    insights_python,
    insights_savings,
    insights_tracker,
    intake,
    numbers,
    overview,
    principles,
    programmes,
    reading,
    reporting,
    search,
    terms,
    texts,
    unit_values,
    words,
    worked,
)
from civalue_build.present.library.base import Library, library_of
from civalue_build.present.library.footer import footer
from civalue_build.present.library.nav import navigation
from civalue_build.present.library.prose import prose_pages
from civalue_build.present.static_files import static_assets

OF_THE_FRAMEWORK = (
    overview.pages,
    texts.pages,
    words.pages,
    numbers.pages,
    changes.pages,
    check_list.pages,
    intake.pages,
)
OF_THE_CASES = (
    home.pages,
    cases.pages,
    compare.pages,
    programmes.pages,
    insights.pages,
    insights_principles.pages,
    insights_alignment.pages,
    insights_savings.pages,
    insights_tracker.pages,
    insights_editions.pages,
    insights_python.pages,
    principles.pages,
    terms.pages,
    unit_values.pages,
    reading.pages,
    reporting.pages,
    approaches.pages,
    grades.pages,
    worked.pages,
    search.pages,
)

Pages = Callable[[Library], Iterator[Page]]

OF_CONTRIBUTORS = ("cases", "programmes")
"""Folders of pages that the framework does not know."""


def shell_site(
    framework: Framework, checks: Sequence[CheckDoc], settings: Mapping[str, object]
) -> Site:
    """Return the frame of the site: navigation, pages to be filled, prose, styles and scripts.

    `settings` is what mkdocs.yml says; its site_name and site_description go before the
    framework's title and purpose. Raises CivalueError for a link in the prose to no page.
    """
    bare = library_of(framework, checks)
    drawn = (*_pages(bare, (*OF_THE_FRAMEWORK, *OF_THE_CASES)), data_page.page(framework))
    paths = tuple(page.path for page in drawn)
    nav = navigation(framework)
    listed = frozenset(_listed(nav))
    families = _families(path for path in paths if path not in listed)
    return Site(
        title=str(settings.get("site_name") or framework.title),
        description=str(settings.get("site_description") or framework.purpose),
        nav=nav,
        shells=tuple(path for path in paths if _family(path) not in families or path in listed),
        families=families,
        header=search.search_form(),
        footer=footer(framework),
        not_found=search.not_found(),
        prose=tuple(prose_pages(framework, paths)),
        assets=static_assets(),
    )


def framework_pages(framework: Framework, checks: Iterable[CheckDoc]) -> Iterator[Page | Asset]:
    """Give what stays as it is whatever the cases: words, numbers, every check, the spreadsheet."""
    yield from _pages(library_of(framework, checks), OF_THE_FRAMEWORK)
    yield from intake.assets(framework)


def pages_of_cases(
    framework: Framework,
    checks: Iterable[CheckDoc],
    cards: Iterable[CaseCard],
    valued: Iterable[ValuedProgramme] = (),
    portfolio: Portfolio | None = None,
) -> Iterator[Page | Asset]:
    """Give the pages that list or count cases, and the data of the library.

    `portfolio` is what the cases come to side by side; without it no page adds anything up.

    Only these are drawn anew when a case or a programme changes and the framework does not.
    """
    library = library_of(framework, checks, cards, valued, portfolio)
    yield from _pages(library, OF_THE_CASES)
    yield from data.assets(library)
    yield from approaches.assets(library)


def _families(unlisted: Iterable[str]) -> tuple[str, ...]:
    """Return the folders whose pages are reached from their list and not from the menu."""
    found = {_family(path) for path in unlisted}
    return tuple(sorted({*OF_CONTRIBUTORS, *found} - {""}))


def _family(path: str) -> str:
    return posixpath.dirname(posixpath.dirname(path))


def _listed(nav: Iterable[NavEntry]) -> Iterator[str]:
    for entry in nav:
        yield entry.path
        yield from _listed(entry.children)


def _pages(library: Library, families: Iterable[Pages]) -> Iterator[Page]:
    sources = {
        principle_address(item.id): f"framework/principles/{item.id}.md"
        for item in library.framework.principles
    } | {
        approach_address(name): f"framework/approaches/{name}.yml"
        for name in library.framework.approaches
    }
    for family in families:
        for page in family(library):
            yield replace(page, source=sources.get(page.path, page.source))
