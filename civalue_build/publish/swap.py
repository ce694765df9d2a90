"""Put one folder in the place of another in one step, where the system can."""

import ctypes
import errno
import os
import sys
from pathlib import Path

from civalue_build.publish.renames import rename

_HERE = -100
_EXCHANGE = 2
_NOT_THERE = frozenset((errno.ENOSYS, errno.EINVAL, errno.ENOTSUP))


def put_in_place(new: Path, target: Path, aside: Path) -> Path | None:
    """Make `target` the folder that is `new`; return where the old one is now, if any.

    Linux exchanges two names in one step (renameat2), so that the old site or the new one is
    there at every moment. Elsewhere two renames do it: between them nothing is at `target`, the
    old site is at `aside`, and `recover` brings it back. Raises OSError, and the old site stays.
    """
    if not target.exists():
        rename(new, target)
        return None
    if _exchanged(new, target):
        return new
    rename(target, aside)
    try:
        rename(new, target)
    except OSError:
        recover(target, aside)
        raise
    return aside


def recover(target: Path, aside: Path) -> None:
    """Bring back the old site if a build came to an end between two renames."""
    if aside.is_dir() and not aside.is_symlink() and not os.path.lexists(target):
        rename(aside, target)


def flush(folder: Path) -> None:
    """Make sure that all that was written is on the disk, so that a power cut loses nothing.

    One call for the whole file system where there is one: a call for each of 10,000 pages takes
    longer than to build them.
    """
    if sys.platform == "win32":
        return  # a folder cannot be opened there
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if not _synced(descriptor):
            os.sync()
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _synced(descriptor: int) -> bool:
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        return False
    if library.syncfs(descriptor) != 0:
        raise _error(ctypes.get_errno(), "flush")
    return True


def _exchanged(new: Path, target: Path) -> bool:
    """Exchange two names; False where the system or the file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    done = library.renameat2(_HERE, os.fsencode(new), _HERE, os.fsencode(target), _EXCHANGE)
    code = ctypes.get_errno()
    if done != 0 and code not in _NOT_THERE:
        raise _error(code, str(target))
    return bool(done == 0)


def _error(code: int, what: str) -> OSError:
    return OSError(code, os.strerror(code), what)
