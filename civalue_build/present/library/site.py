"""Everything of the site that is not a case: its frame, and the pages of the library."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from civalue_build.model.card import CaseCard
from civalue_build.model.finding import CheckDoc
from civalue_build.model.framework import Framework
from civalue_build.model.site import Asset, Page, Site
from civalue_build.present.library import (
    cases,
    check_list,
    data,
    home,
    numbers,
    overview,
    principles,
    terms,
    texts,
    unit_values,
)
from civalue_build.present.library.base import Library, library_of
from civalue_build.present.library.nav import navigation
from civalue_build.present.library.prose import prose_pages
from civalue_build.present.static_files import static_assets

FAMILIES = (
    home,
    cases,
    overview,
    texts,
    principles,
    terms,
    numbers,
    unit_values,
    check_list,
)


def shell_site(
    framework: Framework, checks: Sequence[CheckDoc], settings: Mapping[str, object]
) -> Site:
    """Return the frame of the site: navigation, pages to be filled, prose, styles and scripts.

    `settings` is what mkdocs.yml says; its site_name and site_description go before the
    framework's title and purpose. Raises CivalueError for a link in the prose to no page.
    """
    shells = tuple(page.path for page in _pages(library_of(framework, checks)))
    return Site(
        title=str(settings.get("site_name") or framework.title),
        description=str(settings.get("site_description") or framework.purpose),
        nav=navigation(framework),
        shells=shells,
        prose=tuple(prose_pages(framework, shells)),
        assets=static_assets(),
    )


def library_pages(
    framework: Framework, checks: Iterable[CheckDoc], cards: Iterable[CaseCard]
) -> Iterator[Page | Asset]:
    """Give each page of `shell_site(…).shells` once, filled, and the data of the library."""
    library = library_of(framework, checks, cards)
    yield from _pages(library)
    yield from data.assets(library)


def _pages(library: Library) -> Iterator[Page]:
    for family in FAMILIES:
        yield from family.pages(library)
