"""A lock that dies with the process that holds it, so that a killed build blocks nobody."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from civalue_build.errors import CivalueError

_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
"""Should a link be put there in the last moment, the system refuses to follow it."""


class Lock:
    """One build at a time writes beside a site; the second is told so and changes nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this lock has been taken and not been given back."""
        return self._descriptor is not None

    def take(self) -> None:
        """Take the lock; raises CivalueError if another build holds it.

        Also if something that is no file stands in its place; OSError if it cannot be made.
        """
        while self._descriptor is None:
            self._refuse_strange()
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o644)
            if not _locked(descriptor):
                os.close(descriptor)
                raise CivalueError(
                    f"another build is writing this site (it holds {self._path}): "
                    "wait until it is done, then build again"
                )
            if sys.platform == "win32" or self._is_current(descriptor):
                self._descriptor = descriptor
            else:
                os.close(descriptor)

    def release(self) -> None:
        """Give the lock back and leave no file behind.

        Windows takes no file away that is open: not ours before it is closed, and then not one
        that the next build has opened. Elsewhere the order keeps two builds from a lock each.
        """
        if self._descriptor is None:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = None
        if sys.platform == "win32":
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _refuse_strange(self) -> None:
        try:
            mode = self._path.lstat().st_mode
        except FileNotFoundError:
            return
        if not stat.S_ISREG(mode):
            what = "a link" if stat.S_ISLNK(mode) else "no file"
            raise CivalueError(
                f"{self._path}, by which builds keep out of each other's way, is {what}: "
                "take it away, then build again"
            )

    def _is_current(self, descriptor: int) -> bool:
        """Whether the file that was locked is still the one of that name."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.lstat())
        except FileNotFoundError:
            return False


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
