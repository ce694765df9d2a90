"""Keys that change whenever what they were made from does, and only then."""

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = (
    "jinja2",
    "markupsafe",
    "nh3",
    "numpy",
    "pillow",
    "pydantic",
    "pyromark",
    "pyyaml",
    "typst",
    "xlsxwriter",
)
"""The libraries that have a part in a page."""


def fingerprint(*parts: str | bytes) -> str:
    """Return one key of several texts; which text ends where is a part of it."""
    found = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(b"%d:" % len(content))
        found.update(content)
    return found.hexdigest()


@cache
def of_program() -> str:
    """Return the key of this program: its own files, and the libraries that it draws with."""
    files = sorted(path for path in walk(_PACKAGE) if "__pycache__" not in path)
    return fingerprint(
        sys.version,
        *versions_of(_LIBRARIES),
        *_named(_PACKAGE, files),
    )


def of_files(root: Path, names: Iterable[str]) -> str:
    """Return the key of the files and folders `names` below `root`, by path and content."""
    files = sorted(file for name in names for file in _below(root, name))
    return fingerprint(*_named(root, files))


def walk(folder: Path) -> Iterator[str]:
    """Give the paths of all files below a folder, relative to it, with slashes, in no order."""
    start = os.fspath(folder)
    for place, _, names in os.walk(start):
        below = os.path.relpath(place, start).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in names)


def _below(root: Path, name: str) -> Iterator[str]:
    if (root / name).is_dir():
        yield from (f"{name}/{path}" for path in walk(root / name))
    else:
        yield name


def _named(root: Path, files: Iterable[str]) -> Iterator[str | bytes]:
    for name in files:
        yield name
        yield _content(root / name)


def _content(file: Path) -> str | bytes:
    """Return what a plain file holds; a link is not followed, a device not opened."""
    try:
        if stat.S_ISREG(file.lstat().st_mode):
            return file.read_bytes()
    except OSError as error:
        return f"unreadable: {error.errno}"
    return "no plain file"


def versions_of(libraries: Iterable[str]) -> tuple[str, ...]:
    """Return the names of libraries, each with the version that is installed."""
    return tuple(f"{name} {_version(name)}" for name in libraries)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
