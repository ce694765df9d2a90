"""The site becomes a folder: all of it, or nothing has changed."""

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from civalue_build.errors import CivalueError
from civalue_build.model.site import Asset
from civalue_build.publish.lock import Lock
from civalue_build.publish.paths import Taken
from civalue_build.publish.place import MARK, refuse_place, refuse_strange, settled
from civalue_build.publish.swap import flush, put_in_place, recover
from civalue_build.publish.told import in_words
from civalue_build.publish.writer import Writer

_MARK_TEXT = b"Made by civalue, which replaces this whole folder at the next build.\n"


class Staging:
    """A new site beside the old one, that takes its place when the block ends well.

        with Staging(Path("site"), keep_out=(Path("cases"),)) as staging:
            staging.write("index.html", page)

    Killed at any moment, the old site or the new one is there, whole; what is left beside it is
    cleared away by the next build. A file that the new site does not have is gone. No site is
    made in or around a folder of `keep_out`, the folders that a build reads.
    """

    def __init__(self, target: Path, *, keep_out: tuple[Path, ...] = ()) -> None:
        with in_words("write", target):
            self._target = settled(target)
            refuse_place(self._target, keep_out)
        self._new = self._beside("new")
        self._aside = self._beside("old")
        self._lock = Lock(self._beside("lock"))
        self._taken = Taken()
        self._writer = Writer(new=self._new, old=self._target)
        self._parents: list[Path] = []
        self._scratch: Path | None = None

    def _beside(self, what: str) -> Path:
        return self._target.with_name(f".{self._target.name}.civalue-{what}")

    def __enter__(self) -> Self:
        """Start; raises CivalueError if the target is not ours, in use, or cannot be written."""
        try:
            with in_words("write", self._target):
                self._make_parents()
                self._lock.take()
                self._start()
        except BaseException:
            self._drop()
            raise
        return self

    def _make_parents(self) -> None:
        self._parents = [folder for folder in self._target.parents if not folder.exists()]
        self._target.parent.mkdir(parents=True, exist_ok=True)

    def _start(self) -> None:
        recover(self._target, self._aside)
        refuse_strange(self._target)
        for leftover in (self._new, self._aside):
            _clear(leftover)
        self._clear_scratch()
        self._new.mkdir()
        self.write(MARK, _MARK_TEXT)

    def _clear_scratch(self) -> None:
        """Remove the scratch folders of killed builds.

        Each has a name of its own, because what such a build started may still write in it.
        """
        name = re.compile(re.escape(self._beside("work-").name) + "[a-z0-9_]{8}")
        for leftover in self._target.parent.iterdir():
            if name.fullmatch(leftover.name):
                with suppress(OSError):
                    _clear(leftover)

    @property
    def scratch(self) -> Path:
        """A folder for what the block makes on the way; it goes with the block."""
        if self._scratch is None:
            with in_words("write", self._target):
                name, parent = self._beside("work-").name, self._target.parent
                self._scratch = Path(tempfile.mkdtemp(prefix=name, dir=parent))
        return self._scratch

    def check(self, paths: Iterable[str]) -> None:
        """Raise CivalueError if `write` would refuse one of these paths, taken together.

        Nothing is written and no path is taken.
        """
        trial = self._taken.trial()
        for path in paths:
            trial.add(path)

    def write(self, path: str, content: bytes) -> None:
        """Write one file of the new site; one that has not changed is shared with the old site.

        Raises CivalueError for a path that is unsafe or taken, before anything is written, or if
        the disk refuses.
        """
        self._taken.add(path)
        self._writer(path, content)

    def write_all(self, files: Sequence[Asset]) -> None:
        """Write files, or none if the path of one of them is refused."""
        self.check(file.path for file in files)
        for file in files:
            self.write(file.path, file.content)

    @property
    def writer(self) -> Writer:
        """What other processes write single files with; `claim` is told of them afterwards."""
        return self._writer

    @property
    def folder(self) -> Path:
        """Where the new site is until it is put in place."""
        return self._new

    def claim(self, paths: Iterable[str]) -> None:
        """Note what `writer` has written; raises CivalueError for a path unsafe or taken."""
        for path in paths:
            self._taken.add(path)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the new site in place, or, if the block failed, take it away."""
        try:
            if kind is None:
                with in_words("replace", self._target):
                    self._finish()
        finally:
            self._drop()

    def _drop(self) -> None:
        """Leave nothing beside the site: no half of a new one, no scratch, no lock.

        Nor folders that were made for a site that did not come to be.
        """
        if self._lock.held:
            shutil.rmtree(self._new, ignore_errors=True)
            if self._scratch is not None:
                shutil.rmtree(self._scratch, ignore_errors=True)
        self._lock.release()
        with suppress(OSError):
            for folder in self._parents:
                folder.rmdir()

    def _finish(self) -> None:
        flush(self._new)
        old = put_in_place(self._new, self._target, self._aside)
        flush(self._target.parent)
        if old is not None:
            shutil.rmtree(old, ignore_errors=True)


def files_in(folder: Path) -> Iterator[Asset]:
    """Give every file of a folder, by path below it.

    Raises CivalueError for what is neither a file nor a folder, or cannot be read.
    """
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            raise CivalueError(f"{path} is a link, which a site does not hold")
        if path.is_file():
            with in_words("read", path):
                yield Asset(path=path.relative_to(folder).as_posix(), content=path.read_bytes())
        elif not path.is_dir():
            raise CivalueError(f"{path} is neither a file nor a folder")


def _clear(leftover: Path) -> None:
    if leftover.is_symlink() or leftover.is_file():
        leftover.unlink()
    elif leftover.exists():
        shutil.rmtree(leftover)
