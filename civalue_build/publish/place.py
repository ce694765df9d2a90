"""Where a site may stand: not where a build reads, nor where another one replaces everything."""

import os
from collections.abc import Iterable
from pathlib import Path

from civalue_build.errors import CivalueError

MARK = ".civalue-site"
"""The file by which a build knows that a folder is a site, and its own to replace."""


def settled(target: Path) -> Path:
    """Return the one absolute path of a target, free of `..` and of links on the way to it.

    The last name is left as it is, so that a link there can still be refused. Raises OSError.
    """
    path = target.absolute()
    if path.name in ("", ".."):
        return Path(os.path.realpath(path))
    return Path(os.path.realpath(path.parent)) / path.name


def refuse_place(target: Path, keep_out: Iterable[Path]) -> None:
    """Raise CivalueError if no site may stand at a settled target.

    Such are the root of a disk, a folder in or around one of `keep_out`, and the inside of
    another site. Raises OSError where a folder on the way cannot be looked into.
    """
    if target.parent == target:
        raise CivalueError(f"{target} is the root of the disk: name a folder for the site")
    for folder in keep_out:
        if _within(target, folder):
            raise CivalueError(
                f"{target} is inside {folder}, which a build reads: name a folder outside it"
            )
        if _within(folder.absolute(), target):
            raise CivalueError(
                f"{target} holds {folder}, which a build reads: name a folder of its own"
            )
    for parent in target.parents:
        if os.path.lexists(parent / MARK):
            raise CivalueError(
                f"{target} is inside the site {parent}, whose next build takes everything in it "
                "away: name a folder outside it"
            )


def refuse_strange(target: Path) -> None:
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


def _within(path: Path, folder: Path) -> bool:
    """Whether a path is the folder or below it, whatever the spelling of either."""
    if not folder.exists():
        return path.is_relative_to(folder.absolute())
    return any(place.samefile(folder) for place in (path, *path.parents) if place.exists())
