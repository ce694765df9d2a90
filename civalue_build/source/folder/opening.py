"""Opening a file that somebody else wrote: never through a link, never more than its limit."""

import os
import stat
from pathlib import Path

from civalue_build.source.words import clean

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_FLAGS |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def is_plain(path: Path, kind: int = stat.S_IFREG) -> bool:
    """Whether `path` itself is a file, or what `kind` says, and no link to one."""
    try:
        return stat.S_IFMT(path.lstat().st_mode) == kind
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether `path` itself is a folder and no link to one."""
    return is_plain(path, stat.S_IFDIR)


def read_bytes(path: Path, most: int) -> bytes | None:
    """Return a file's bytes, at most one more than `most`; none where it is no plain file.

    One byte too many tells the caller that the file is too large, whatever its true size.
    """
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError):
        return None
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        try:
            return file.read(most + 1)
        except OSError:
            return None


def printable(name: str) -> str:
    """Return a file's name as it can be shown, whatever bytes it has."""
    return clean(name.encode("utf-8", "backslashreplace").decode(), 120)
