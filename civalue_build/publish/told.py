"""What the system refuses, told in words."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from civalue_build.errors import CivalueError

_LONG = 240
"""Letters; Windows takes at most 260 for the path of a file, and 248 for that of a folder."""


@contextmanager
def in_words(what: str, path: Path) -> Iterator[None]:
    """Turn an OSError of the block into a CivalueError: `what` could not be done to `path`."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        hint = on_windows(error) if sys.platform == "win32" else ""
        raise CivalueError(f"cannot {what} {path}: {why}{hint}; the site is as it was") from error


def on_windows(error: OSError) -> str:
    """Return what a person can do about what Windows has refused, where we know."""
    paths = [str(path) for path in (error.filename, error.filename2) if path is not None]
    if isinstance(error, FileNotFoundError) and any(len(path) > _LONG for path in paths):
        return ", perhaps because its path is too long: move the library to a shorter one"
    if isinstance(error, PermissionError):
        return ": close every program and window that shows something in it"
    return ""
