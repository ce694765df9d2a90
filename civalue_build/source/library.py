"""Where a library is, and what it holds."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from civalue_build.errors import CivalueError
from civalue_build.model.names import is_hidden
from civalue_build.source.folder.opening import read_bytes
from civalue_build.source.log import Log
from civalue_build.source.text import CASE_BYTES, read_text
from civalue_build.source.yaml.nodes import plain
from civalue_build.source.yaml.strict import read_tree

PROGRAMMES = "programmes"
SETTINGS = "mkdocs.yml"


def find_library(start: Path, explicit: Path | None = None) -> Path:
    """Return the folder of the library: `explicit`, or the nearest one at or above `start`.

    A library is a folder that holds framework/ and cases/. Raises CivalueError where there is
    none.
    """
    if explicit is not None:
        if _is_library(explicit):
            return explicit.resolve()
        raise CivalueError(f"{explicit} is no library: it needs the folders framework and cases")
    folder = start.resolve()
    for place in (folder, *folder.parents):
        if _is_library(place):
            return place
    raise CivalueError(
        f"no library here: neither {folder} nor a folder above it holds framework and cases"
    )


def _is_library(folder: Path) -> bool:
    return (folder / "framework").is_dir() and (folder / "cases").is_dir()


def case_slugs(root: Path) -> tuple[str, ...]:
    """Return the names of all folders of cases, sorted; names that begin with a dot are not.

    A link is listed too, so that reading it says that links are not followed.
    """
    with os.scandir(root / "cases") as found:
        return tuple(
            sorted(
                entry.name
                for entry in found
                if not is_hidden(entry.name) and (entry.is_symlink() or entry.is_dir())
            )
        )


def read_settings(root: Path) -> Mapping[str, Any]:
    """Return the settings of the site, mkdocs.yml, as plain values.

    Raises CivalueError with every located fault where they cannot be read.
    """
    data = read_bytes(root / SETTINGS, CASE_BYTES)
    if data is None:
        raise CivalueError(f"{root / SETTINGS} is missing or cannot be read")
    log = Log(SETTINGS)
    text = read_text(data, log)
    tree = read_tree(text, log) if text is not None else None
    settings = plain(tree) if tree is not None else None
    refuse_broken(log, "the settings of the site")
    if not isinstance(settings, dict):
        raise CivalueError(f"{SETTINGS}: expected keys with values")
    return settings


def refuse_broken(log: Log, what: str) -> None:
    """Raise CivalueError with every fault of `log`, if it holds any."""
    if log.findings:
        ordered = sorted(set(log.findings), key=lambda f: (f.place, f.code, f.message))
        lines = "\n".join(f"{f.place}: {f.code} {f.message}" for f in ordered)
        raise CivalueError(f"{what} cannot be read:\n{lines}")
