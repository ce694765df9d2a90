"""The site becomes a folder: all of it, or nothing has changed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from civalue_build.errors import CivalueError
from civalue_build.publish.lock import Lock
from civalue_build.publish.paths import Taken
from civalue_build.publish.swap import flush, put_in_place, recover

MARK = ".civalue-site"
_MARK_TEXT = b"Made by civalue, which replaces this whole folder at the next build.\n"


class Staging:
    """A new site beside the old one, that takes its place when the block ends well.

        with Staging(Path("site")) as staging:
            staging.write("index.html", page)

    Killed at any moment, the old site or the new one is there, whole; what is left beside it is
    cleared away by the next build. A file that the new site does not have is gone.
    """

    def __init__(self, target: Path) -> None:
        self._target = target.absolute()
        self._new = self._beside("new")
        self._aside = self._beside("old")
        self._lock = Lock(self._beside("lock"))
        self._taken = Taken()

    def _beside(self, what: str) -> Path:
        return self._target.with_name(f".{self._target.name}.civalue-{what}")

    def __enter__(self) -> Self:
        """Start; raises CivalueError if the target is not ours, in use, or cannot be written."""
        with _in_words("write", self._target):
            self._target.parent.mkdir(parents=True, exist_ok=True)
            self._lock.take()
        try:
            with _in_words("write", self._target):
                self._start()
        except BaseException:
            self._drop()
            raise
        return self

    def _start(self) -> None:
        recover(self._target, self._aside)
        _refuse_strange(self._target)
        for leftover in (self._new, self._aside):
            _clear(leftover)
        self._new.mkdir()
        self.write(MARK, _MARK_TEXT)

    def write(self, path: str, content: bytes) -> None:
        """Write one file of the new site; one that has not changed is shared with the old site.

        Raises CivalueError for a path that is unsafe or taken, or if the disk refuses.
        """
        self._taken.add(path)
        file, old = self._new / path, self._target / path
        with _in_words("write", old):
            file.parent.mkdir(parents=True, exist_ok=True)
            if not (_holds(old, content) and _shared(old, file)):
                file.write_bytes(content)

    def adopt(self, folder: Path) -> None:
        """Copy every file of a folder into the new site; raises CivalueError as `write` does."""
        for source in sorted(folder.rglob("*")):
            if source.is_symlink():
                raise CivalueError(f"{source} is a link, which a site does not hold")
            if not source.is_dir():
                self.write(source.relative_to(folder).as_posix(), source.read_bytes())

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the new site in place, or, if the block failed, take it away."""
        try:
            if kind is None:
                with _in_words("replace", self._target):
                    self._finish()
        finally:
            self._drop()

    def _drop(self) -> None:
        """Leave nothing beside the site: no half of a new one, no lock."""
        shutil.rmtree(self._new, ignore_errors=True)
        self._lock.release()

    def _finish(self) -> None:
        flush(self._new)
        old = put_in_place(self._new, self._target, self._aside)
        flush(self._target.parent)
        if old is not None:
            shutil.rmtree(old, ignore_errors=True)


def _refuse_strange(target: Path) -> None:
    """Raise CivalueError for anything at the target that a build has not made."""
    if target.is_symlink():
        raise CivalueError(f"{target} is a link: name the folder that it leads to")
    if not target.exists():
        return
    if not target.is_dir():
        raise CivalueError(f"{target} is a file: name a folder for the site")
    if not (target / MARK).is_file() and any(target.iterdir()):
        raise CivalueError(
            f"{target} holds files that are not a site made by civalue: "
            "name another folder, or empty this one"
        )


def _holds(old: Path, content: bytes) -> bool:
    """Whether the old site has this file with just this content."""
    try:
        return old.stat().st_size == len(content) and old.read_bytes() == content
    except OSError:
        return False


def _shared(old: Path, file: Path) -> bool:
    """Give an old file a second name in the new site; far cheaper than to write it and delete it.

    Safe because no file of a site is ever changed, only replaced.
    """
    try:
        file.hardlink_to(old)
    except OSError:
        return False  # this file system has no hard links
    return True


def _clear(leftover: Path) -> None:
    if leftover.is_symlink() or leftover.is_file():
        leftover.unlink()
    elif leftover.exists():
        shutil.rmtree(leftover)


@contextmanager
def _in_words(what: str, path: Path) -> Iterator[None]:
    """Turn what the system refuses into words."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise CivalueError(f"cannot {what} {path}: {why}; the site is as it was") from error
