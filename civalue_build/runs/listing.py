"""What depends on several cases: lists, programmes, earlier names, data, sitemap, feed."""

from collections.abc import Iterable, Iterator, Sequence

from civalue_build.model.card import CaseCard
from civalue_build.model.estimate import PartialDate
from civalue_build.model.finding import Finding
from civalue_build.model.framework import Framework
from civalue_build.model.programme_value import ValuedProgramme
from civalue_build.model.record import record
from civalue_build.model.site import Asset, Page
from civalue_build.pipeline import Surroundings, all_checks, side_by_side, together
from civalue_build.present.addresses import case_address
from civalue_build.present.feed import feed
from civalue_build.present.library.data_page import page as data_page
from civalue_build.present.library.data_told import Published
from civalue_build.present.library.indexed import Documents, documents
from civalue_build.present.library.site import pages_of_cases
from civalue_build.present.programme.page import programme_page
from civalue_build.present.redirect import redirect
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.drawn_page import NOT_FOUND
from civalue_build.publish.sitemap import sitemap
from civalue_build.runs.outcome import Outcome


@record
class Frame:
    """What stays of a site while cases change: its chrome, its other pages, and its address.

    `address` is site_url of the settings, empty where the site has none yet; `title` its name.
    """

    chromes: Chromes
    pages: frozenset[str]
    address: str
    title: str = ""


@record
class Lists:
    """What depends on several cases, before it is put into the frame.

    `pages` list or count cases, or tell of programmes; `cards` are those of the published cases;
    `former` the earlier names of cases, each with the slug of now; `findings` are of cases beside
    each other; `documents` makes what search looks at of each page.
    """

    pages: tuple[Page | Asset, ...]
    cards: tuple[CaseCard, ...]
    former: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    documents: Documents


def lists_of(around: Surroundings, outcomes: Sequence[Outcome]) -> Lists:
    """Draw what depends on several cases: lists, insights, programmes, data."""
    cards = tuple(outcome.card for outcome in outcomes if outcome.card)
    found = together(around, [outcome.slug for outcome in outcomes], cards)
    framework, checks, portfolio = around.framework, all_checks(), side_by_side(around, cards)
    return Lists(
        pages=(
            *pages_of_cases(framework, checks, cards, found.valued, portfolio),
            *_programmes(around, cards, found.valued),
        ),
        cards=cards,
        former=tuple(found.former),
        findings=found.findings,
        documents=documents(framework, cards, found.valued),
    )


def listed(
    framework: Framework, lists: Lists, frame: Frame, published: Published | None = None
) -> tuple[Asset, ...]:
    """Return the files that depend on several cases: also earlier names, sitemap and feed.

    `published` is what is told of the tables that were made.
    """
    titles = {card.slug: card.title for card in lists.cards}
    own = (*lists.pages, data_page(framework, published, frame.address))
    return (
        *filled(own, frame.chromes),
        *(redirect(old, slug, titles[slug]) for old, slug in lists.former),
        *_sitemap(frame, own, lists.cards),
        *feed(frame.address, frame.title, lists.cards),
    )


def _sitemap(
    frame: Frame, own: Iterable[Page | Asset], cards: Iterable[CaseCard]
) -> Iterator[Asset]:
    """Make the list of all pages for search engines, if the site has an address."""
    if frame.address:
        dates = {case_address(card.slug): _day(card.updated) for card in cards}
        pages = (item.path for item in own if isinstance(item, Page))
        content = sitemap(frame.address, (*frame.pages, *pages, *dates), dates)
        yield Asset(path="sitemap.xml", content=content)


def _day(day: PartialDate | None) -> str:
    """Return a date as a list of pages may hold it, which knows no weeks."""
    return "" if day is None or day.is_week else str(day)


def pages_in(files: Iterable[Asset]) -> Iterator[str]:
    """Give the addresses of the pages among files."""
    names = (file.path for file in files)
    return (path for path in names if path.endswith(".html") and path != NOT_FOUND)


def _programmes(
    around: Surroundings, cards: Sequence[CaseCard], valued: Iterable[ValuedProgramme]
) -> Iterator[Page | Asset]:
    for programme in valued:
        made = programme_page(programme, cards, around.framework, around.site)
        yield made.page
        yield from made.assets


def filled(items: Iterable[Page | Asset], chromes: Chromes) -> Iterator[Asset]:
    """Give pages in their chrome, and files as they are."""
    for item in items:
        if isinstance(item, Asset):
            yield item
        else:
            html = chromes.chrome_for(item.path).fill(item)
            yield Asset(path=item.path, content=html.encode())
