"""What the system refuses, told in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from civalue_build.errors import CivalueError


@contextmanager
def in_words(what: str, path: Path) -> Iterator[None]:
    """Turn an OSError of the block into a CivalueError: `what` could not be done to `path`."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise CivalueError(f"cannot {what} {path}: {why}; the site is as it was") from error
