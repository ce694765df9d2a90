"""Steps of a build that run in several processes: each takes one case by its slug."""

from collections.abc import Callable
from pathlib import Path
from traceback import format_exc

from civalue_build.errors import CivalueError
from civalue_build.model.finding import Judgement
from civalue_build.model.record import record
from civalue_build.pipeline import Surroundings, work
from civalue_build.present.addresses import case_address
from civalue_build.publish.cache import Cache
from civalue_build.publish.chrome import Chrome
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.fingerprint import fingerprint
from civalue_build.publish.paths import Taken
from civalue_build.runs.entries import Head, contents_of, head_of, pack
from civalue_build.runs.keys import key_of_files
from civalue_build.runs.outcome import Outcome, outcome_of
from civalue_build.source.folder.files import load_case

Write = Callable[[str, bytes], None]


@record
class Prepared:
    """A case whose work lies in the cache under `key`, which is empty if there is no work."""

    key: str
    outcome: Outcome


@record
class Prepare:
    """Makes sure that the work of a case lies in the cache.

    `around_key` is the key of `around` without its day.
    """

    root: Path
    around: Surroundings
    around_key: str
    cache: Cache

    def __call__(self, case: tuple[str, str]) -> Prepared:
        """Return where the work of a case is; `case` is its slug and the key of its files."""
        slug, files = case
        key = fingerprint(self.around_key, files)
        if (head := self._known(key)) is not None:
            self.cache.touch(key)
            return Prepared(key=key, outcome=head.outcome)
        return self._made(slug)

    def _known(self, key: str) -> Head | None:
        entry = self.cache.get(key)
        head = head_of(entry) if entry is not None else None
        return head if head and head.holds_on(self.around.today) else None

    def _made(self, slug: str) -> Prepared:
        try:
            raw = load_case(self.root, slug)
            worked = work(raw, self.around)
            entry = pack(worked, self.around.today)
        except Exception:  # noqa: BLE001 one case never stops the others
            crashed = Outcome(slug=slug, judgement=Judgement(), crash=format_exc())
            return Prepared(key="", outcome=crashed)
        key = fingerprint(self.around_key, key_of_files(raw))
        self.cache.put(key, entry)
        return Prepared(key=key, outcome=outcome_of(worked))


@record
class Publish:
    """Puts the page of a case into the chrome, and its files where they belong."""

    cache: Cache
    chrome: Chrome
    write: Write

    @classmethod
    def by(cls, write: Write, chromes: Chromes, cache: Cache) -> "Publish":
        """Return what publishes cases by a way to write files."""
        return cls(cache=cache, chrome=chromes.chrome_for(case_address("x")), write=write)

    def __call__(self, key: str) -> tuple[str, ...]:
        """Return the paths that were written for the case whose work has this key.

        Raises CivalueError if a path is unsafe or twice there, before anything is written.
        """
        entry = self.cache.get(key)
        if entry is None:
            raise CivalueError("the cache was emptied during the build: build again")
        page, assets = contents_of(entry)
        if page is None:
            return ()
        taken = Taken()
        for path in (page.path, *(asset.path for asset in assets)):
            taken.add(path)
        self.write(page.path, self.chrome.fill(page).encode())
        for asset in assets:
            self.write(asset.path, asset.content)
        return (page.path, *(asset.path for asset in assets))
