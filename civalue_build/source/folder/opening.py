"""Opening a file that somebody else wrote: never through a link, never more than its limit."""

import os
import stat
from pathlib import Path

from civalue_build.source.words import clean

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_FLAGS |= getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_PIECE = 1_000_000


def is_plain(path: Path, kind: int = stat.S_IFREG) -> bool:
    """Whether `path` itself is a file, or what `kind` says, and no link to one."""
    try:
        return stat.S_IFMT(path.lstat().st_mode) == kind
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether `path` itself is a folder and no link to one."""
    return is_plain(path, stat.S_IFDIR)


def read_bytes(path: Path | str, most: int) -> bytes | None:
    """Return a file's bytes, at most one more than `most`; none where it is no plain file.

    One byte too many tells the caller that the file is too large, whatever its true size.
    """
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError):
        return None
    try:
        return _content(handle, most)
    except OSError:
        return None
    finally:
        os.close(handle)


def _content(handle: int, most: int) -> bytes | None:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        return None
    data = os.read(handle, min(status.st_size, most) + 1)
    while len(data) <= most and (more := os.read(handle, _PIECE)):
        data += more
    return data[: most + 1]


def printable(name: str) -> str:
    """Return a file's name as it can be shown, whatever bytes it has."""
    return clean(name.encode("utf-8", "backslashreplace").decode(), 120)
