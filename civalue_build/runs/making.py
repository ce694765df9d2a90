"""The parts of a site's making that a build and a served library share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import field, replace
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from civalue_build.model.card import CaseCard
from civalue_build.model.estimate import PartialDate
from civalue_build.model.finding import Finding
from civalue_build.model.programme_value import ValuedProgramme
from civalue_build.model.record import record
from civalue_build.model.site import Asset, Page
from civalue_build.pipeline import Surroundings, all_checks, side_by_side, together, work
from civalue_build.present.addresses import CASES_CSV, case_address
from civalue_build.present.feed import feed
from civalue_build.present.library.data_page import page as data_page
from civalue_build.present.library.data_told import Published
from civalue_build.present.library.indexed import Documents, documents
from civalue_build.present.library.site import framework_pages, pages_of_cases, shell_site
from civalue_build.present.programme.page import programme_page
from civalue_build.present.redirect import redirect
from civalue_build.publish.cache import Cache
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.drawn_page import NOT_FOUND
from civalue_build.publish.engines import Engine
from civalue_build.publish.folder import Staging
from civalue_build.publish.pool import Crew, crew
from civalue_build.publish.search import search_files
from civalue_build.publish.sitemap import sitemap
from civalue_build.runs.data_files import table_files
from civalue_build.runs.drawing import begin
from civalue_build.runs.keys import bare, key_of
from civalue_build.runs.outcome import Outcome
from civalue_build.runs.progress import Progress, silent
from civalue_build.runs.workshop import Prepare, Prepared, Publish
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import PROGRAMMES, SETTINGS, read_settings

CASES, FRAMEWORK = "cases", "framework"
READ = (FRAMEWORK, PROGRAMMES, SETTINGS)
"""What a build reads beside the cases."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@record
class How:
    """How to build: in so many processes, with what earlier builds left in `cache` or without.

    `search` says whether the site gets an index to look words up in, `tables` whether it gets its
    tables as files: both are slow to make, and needed by nobody who is still writing.
    """

    jobs: int = 1
    cache: Cache | None = None
    engine: Engine = Engine.MATERIAL
    search: bool = False
    tables: bool = False
    progress: Progress = field(default=silent)


def entries_for(cases: int) -> int:
    """Return how many entries a library's cache keeps: some versions of each case, and frames."""
    return 4 * cases + 1000


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
class Made:
    """A site that was made: its chrome, each case's work, and which files are whose.

    `paths` are the files of each case, `listed` those that depend on several; `findings` are of
    cases beside each other.
    """

    frame: Frame
    prepared: tuple[Prepared, ...]
    paths: Mapping[str, tuple[str, ...]]
    listed: frozenset[str]
    findings: tuple[Finding, ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """How it went with each case."""
        return tuple(done.outcome for done in self.prepared)


@record
class Making:
    """The making of the site of the library at `root`; work on cases is kept in `cache`."""

    root: Path
    around: Surroundings
    how: How
    cache: Cache

    @property
    def prepare(self) -> Prepare:
        """What makes sure that the work of a case lies in the cache."""
        around, key = bare(self.around), key_of(self.around)
        return Prepare(root=self.root, around=around, around_key=key, cache=self.cache)

    def into(self, staging: Staging, cases: Sequence[tuple[str, str]]) -> Made:
        """Make the whole site; `cases` are slugs, each with the key of its files.

        Cases are worked on in other processes while the engine draws the chrome; meanwhile this
        one draws what depends on no case.
        """
        settings = read_settings(self.root)
        site = shell_site(self.around.framework, all_checks(), settings)
        with begin(site, settings, staging.scratch, self.cache, self.how.engine) as begun:
            if begun.under_way:
                self._load(cases)
            prepare = self.prepare
            with crew(prepare, len(cases), jobs=self.how.jobs) as hands:
                working = self._shown("Working on cases", hands.each(prepare, cases), cases)
                done = () if hands.apart else tuple(working)
                own = tuple(framework_pages(self.around.framework, all_checks()))
                drawn = begun.finish(hands.each)
                fixed = (*drawn.files, *_filled(own, drawn.chromes))
                staging.write_all(fixed)
                prepared = (*done, *working)
                paths = self._write_cases(prepared, drawn.chromes, staging, hands)
        frame = Frame(
            chromes=drawn.chromes,
            pages=frozenset(_pages(fixed)),
            address=str(settings.get("site_url") or ""),
            title=site.title,
        )
        outcomes = [done.outcome for done in prepared]
        told = self._write_tables(outcomes, staging) if self.how.tables else Published()
        made = listed(self.around, outcomes, frame, told)
        staging.write_all(made.files)
        if self.how.search:
            scratch = staging.scratch / "search"
            staging.write_all(search_files(staging.folder, scratch, made.documents, self.cache))
        return Made(
            frame=frame,
            prepared=prepared,
            paths=paths,
            listed=made.paths,
            findings=made.findings,
        )

    def _shown(
        self, what: str, results: Iterator[Result], items: Sequence[object]
    ) -> Iterator[Result]:
        return self.how.progress(results, len(items), what)

    def _load(self, cases: Sequence[tuple[str, str]]) -> None:
        """Load what work on a case is slow to load: once, before processes are copied.

        No PDF is set here: that starts threads, which a copy would wait for in vain.
        """
        for name in ("appraise.pert", "present.workbook.book"):
            import_module(f"civalue_build.{name}")
        around = replace(self.around, downloads=False)
        for slug, _ in cases[:1]:
            with suppress(Exception):  # told of once it is worked on
                work(load_case(self.root, slug), around)

    def _write_tables(self, outcomes: Iterable[Outcome], staging: Staging) -> Published:
        """Write every table of the library as files; return what is told of them."""
        cards = [outcome.card for outcome in outcomes if outcome.card]
        found, files = table_files(self.around.framework, cards, staging.folder, self.how.jobs)
        staging.write_all([file for file in files if file.path != CASES_CSV])
        return found

    def _write_cases(
        self, prepared: Iterable[Prepared], chromes: Chromes, staging: Staging, hands: Crew
    ) -> dict[str, tuple[str, ...]]:
        publish = Publish.by(staging.writer, chromes, self.cache)
        published = [done for done in prepared if done.outcome.card]
        keys = [done.key for done in published]
        written = self._shown("Writing", hands.each(publish, keys), keys)
        paths = {}
        for done, files in zip(published, written, strict=True):
            staging.claim(files)
            paths[done.outcome.slug] = files
        return paths


@record
class Listed:
    """The files that depend on several cases, and what was found of cases beside each other.

    `documents` makes what search looks at of each page.
    """

    files: tuple[Asset, ...]
    findings: tuple[Finding, ...]
    documents: Documents

    @property
    def paths(self) -> frozenset[str]:
        """Where the files are."""
        return frozenset(file.path for file in self.files)


def listed(
    around: Surroundings,
    outcomes: Sequence[Outcome],
    frame: Frame,
    published: Published | None = None,
) -> Listed:
    """Make what depends on several cases: lists, programmes, earlier names, data, sitemap.

    `published` is what is told of the tables that were made.
    """
    cards = [outcome.card for outcome in outcomes if outcome.card]
    found = together(around, [outcome.slug for outcome in outcomes], cards)
    titles = {card.slug: card.title for card in cards}
    own = (
        *pages_of_cases(
            around.framework,
            all_checks(),
            cards,
            found.valued,
            side_by_side(around, cards),
        ),
        data_page(around.framework, published),
        *_programmes(around, cards, found.valued),
    )
    files = (
        *_filled(own, frame.chromes),
        *(redirect(old, slug, titles[slug]) for old, slug in found.former),
        *_sitemap(frame, own, cards),
        *feed(frame.address, frame.title, cards),
    )
    indexed = documents(around.framework, cards, found.valued)
    return Listed(files=files, findings=found.findings, documents=indexed)


def _sitemap(
    frame: Frame, own: Iterable[Page | Asset], cards: Iterable[CaseCard]
) -> Iterator[Asset]:
    """Make the list of all pages for search engines, if the site has an address."""
    if frame.address:
        dates = {case_address(card.slug): _day(card.reviewed) for card in cards}
        pages = (item.path for item in own if isinstance(item, Page))
        content = sitemap(frame.address, (*frame.pages, *pages, *dates), dates)
        yield Asset(path="sitemap.xml", content=content)


def _day(day: PartialDate | None) -> str:
    """Return a date as a list of pages may hold it, which knows no weeks."""
    return "" if day is None or day.is_week else str(day)


def _pages(files: Iterable[Asset]) -> Iterator[str]:
    """Give the addresses of the pages among files."""
    names = (file.path for file in files)
    return (path for path in names if path.endswith(".html") and path != NOT_FOUND)


def _programmes(
    around: Surroundings, cards: Sequence[CaseCard], valued: Iterable[ValuedProgramme]
) -> Iterator[Page | Asset]:
    for programme in valued:
        made = programme_page(programme, cards, around.framework)
        yield made.page
        yield from made.assets


def _filled(items: Iterable[Page | Asset], chromes: Chromes) -> Iterator[Asset]:
    for item in items:
        if isinstance(item, Asset):
            yield item
        else:
            html = chromes.chrome_for(item.path).fill(item)
            yield Asset(path=item.path, content=html.encode())
