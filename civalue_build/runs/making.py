"""The parts of a site's making that a build and a served library share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from civalue_build.model.card import CaseCard
from civalue_build.model.finding import Finding
from civalue_build.model.record import record
from civalue_build.pipeline import Surroundings, all_checks, work
from civalue_build.present.addresses import CASES_CSV
from civalue_build.present.library.data_told import Published
from civalue_build.present.library.site import framework_pages, shell_site
from civalue_build.publish.cache import Cache
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.folder import Staging
from civalue_build.publish.pool import Crew, crew
from civalue_build.publish.search import search_files
from civalue_build.runs.data_files import table_files
from civalue_build.runs.drawing import begin
from civalue_build.runs.how import How
from civalue_build.runs.keys import bare, key_of
from civalue_build.runs.listing import Frame, Lists, filled, listed, lists_of, pages_in
from civalue_build.runs.outcome import Outcome
from civalue_build.runs.workshop import Prepare, Prepared, Publish
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import read_settings

Item = TypeVar("Item")
Result = TypeVar("Result")


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

        Cases are worked on and written in other processes; meanwhile this one draws the rest.
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
                frames = begun.learn(hands.each)
                prepared = (*done, *working)
                lists = lists_of(self.around, [one.outcome for one in prepared])
                chromes = frames.chromes()
                written = self._written(prepared, chromes, staging, hands)
                fixed = (*frames.files(), *filled(own, chromes))
                staging.write_all(fixed)
                frame = Frame(
                    chromes=chromes,
                    pages=frozenset(pages_in(fixed)),
                    address=str(settings.get("site_url") or ""),
                    title=site.title,
                )
                return self._made(frame, prepared, lists, written, staging)

    def _made(
        self,
        frame: Frame,
        prepared: tuple[Prepared, ...],
        lists: Lists,
        written: Iterator[tuple[str, tuple[str, ...]]],
        staging: Staging,
    ) -> Made:
        """Write what depends on several cases, while their own files are being written.

        The tables are made from these files, and wait for them.
        """
        paths = dict(written) if self.how.tables else {}
        told = self._write_tables(lists.cards, staging) if self.how.tables else Published()
        files = listed(self.around.framework, lists, frame, told)
        staging.write_all(files)
        paths.update(written)
        if self.how.search:
            scratch = staging.scratch / "search"
            found = search_files(staging.folder, scratch, lists.documents, self.cache)
            staging.write_all(found)
        return Made(
            frame=frame,
            prepared=prepared,
            paths=paths,
            listed=frozenset(file.path for file in files),
            findings=lists.findings,
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

    def _write_tables(self, cards: Sequence[CaseCard], staging: Staging) -> Published:
        """Write every table of the library as files; return what is told of them."""
        found, files = table_files(self.around.framework, cards, staging.folder, self.how.jobs)
        staging.write_all([file for file in files if file.path != CASES_CSV])
        return found

    def _written(
        self, prepared: Iterable[Prepared], chromes: Chromes, staging: Staging, hands: Crew
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Begin to write cases; give the slug and the paths of each that is published."""
        publish = Publish.by(staging.writer, chromes, self.cache)
        published = [done for done in prepared if done.outcome.card]
        keys = [done.key for done in published]
        written = self._shown("Writing", hands.each(publish, keys), keys)
        return _claimed(published, written, staging)


def _claimed(
    published: Iterable[Prepared], written: Iterable[tuple[str, ...]], staging: Staging
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for done, files in zip(published, written, strict=True):
        staging.claim(files)
        yield done.outcome.slug, files
