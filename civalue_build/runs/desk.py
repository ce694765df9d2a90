"""A library on the desk of its writer: each change is taken up at once, and only what it needs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from civalue_build.model.site import Page
from civalue_build.pipeline import Surroundings
from civalue_build.publish.cache import Cache
from civalue_build.publish.fingerprint import fingerprint, of_files
from civalue_build.publish.folder import Staging
from civalue_build.publish.in_place import InPlace
from civalue_build.runs.how import READ, How, entries_for
from civalue_build.runs.keys import Identify
from civalue_build.runs.listing import Frame, listed, lists_of
from civalue_build.runs.making import Making
from civalue_build.runs.outcome import Outcome
from civalue_build.runs.refreshed import Refreshed
from civalue_build.runs.workshop import Prepare, Prepared, Publish
from civalue_build.source.library import case_slugs

Shown = Callable[[Sequence[str]], None]


class Desk:
    """The site of a library in a folder, kept as a build would make it.

    `around` reads what the cases are judged against. `folder` is the desk's own; work is
    kept beside it where there is no cache.
    """

    def __init__(
        self, root: Path, folder: Path, around: Callable[[], Surroundings], how: How
    ) -> None:
        self.root, self.folder = root, folder
        self.outcomes: dict[str, Outcome] = {}
        self._read, self._how = around, how
        self._cache = how.cache or Cache(folder=folder.with_name(f".{folder.name}.civalue-cache"))
        self._seen = ""
        self._making: Making
        self._prepare: Prepare
        self._frame: Frame
        self._paths: dict[str, tuple[str, ...]]
        self._listed: frozenset[str]

    def all_anew(self) -> Refreshed:
        """Take up everything. Raises CivalueError, and the site stays as it was."""
        self._seen = ""
        inputs = self._inputs()
        making = Making(root=self.root, around=self._read(), how=self._how, cache=self._cache)
        with Staging(self.folder) as staging:
            made = making.into(staging, self._named())
        self._seen, self._making, self._prepare = inputs, making, making.prepare
        self._frame = made.frame
        self._paths, self._listed = dict(made.paths), made.listed
        self.outcomes = {outcome.slug: outcome for outcome in made.outcomes}
        self._cache.keep(entries_for(len(made.outcomes)))
        return Refreshed(outcomes=made.outcomes, together=made.findings, whole=True)

    def is_current(self) -> bool:
        """Whether the library is still what everything was last taken up from."""
        try:
            return self._inputs() == self._seen
        except OSError:
            return False

    def _inputs(self) -> str:
        return fingerprint(of_files(self.root, READ), repr(self._named()))

    def _named(self) -> list[tuple[str, str]]:
        identify = Identify(root=self.root)
        return [(slug, identify(slug)) for slug in case_slugs(self.root)]

    def cases_anew(self, slugs: Iterable[str], shown: Shown = lambda _: None) -> Refreshed:
        """Take up what has changed in the folders of some cases.

        `shown` hears of the slugs of those that are not what they were, once their own pages are
        fresh, before lists of cases are.
        """
        there = frozenset(case_slugs(self.root))
        before, write = dict(self.outcomes), InPlace(self.folder)
        wanted = sorted(frozenset(slugs))
        self._take_away([slug for slug in wanted if slug not in there], write)
        done = tuple(self._one_anew(slug, write) for slug in wanted if slug in there)
        if changed := self._changed(wanted, before, write):
            shown(changed)
        if self._cards(self.outcomes) == self._cards(before):
            return Refreshed(outcomes=done)
        return self._list_anew(done)

    def _changed(
        self, slugs: Iterable[str], before: Mapping[str, Outcome], write: InPlace
    ) -> list[str]:
        """Return which cases have other pages than before, or other things said above them."""
        written = {path.split("/")[1] for path in write.changed}
        return [
            slug for slug in slugs if slug in written or self.outcomes.get(slug) != before.get(slug)
        ]

    def filled(self, page: Page) -> str:
        """Return a page in the chrome of the site."""
        return self._frame.chromes.chrome_for(page.path).fill(page)

    @staticmethod
    def _cards(outcomes: Mapping[str, Outcome]) -> dict[str, object]:
        return {slug: outcome.card for slug, outcome in outcomes.items()}

    def _take_away(self, slugs: Sequence[str], write: InPlace) -> None:
        for slug in slugs:
            write.remove(self._paths.pop(slug, ()))
            self.outcomes = {key: kept for key, kept in self.outcomes.items() if key != slug}

    def _one_anew(self, slug: str, write: InPlace) -> Outcome:
        prepared = self._prepare((slug, Identify(root=self.root)(slug)))
        paths = _published(prepared, Publish.by(write, self._frame.chromes, self._cache))
        write.remove(frozenset(self._paths.get(slug, ())) - frozenset(paths))
        self._paths[slug] = paths
        self.outcomes = {**self.outcomes, slug: prepared.outcome}
        return prepared.outcome

    def _list_anew(self, done: tuple[Outcome, ...]) -> Refreshed:
        write = InPlace(self.folder)
        in_order = [self.outcomes[slug] for slug in sorted(self.outcomes)]
        around = self._making.around
        lists = lists_of(around, in_order)
        files = listed(around.framework, lists, self._frame)
        paths = frozenset(file.path for file in files)
        write.remove(self._listed - paths.union(*self._paths.values()))
        for file in files:
            write(file.path, file.content)
        self._listed = paths
        return Refreshed(outcomes=done, together=lists.findings, listed=tuple(write.changed))


def _published(prepared: Prepared, publish: Publish) -> tuple[str, ...]:
    return publish(prepared.key) if prepared.outcome.card else ()
