"""The day of a build: an input, never the clock, so that the same input gives the same site."""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from civalue_build.errors import CivalueError

Day = tuple[int, int, int]


def build_day(root: Path, environ: Mapping[str, str]) -> Day | None:
    """Return (year, month, day) from SOURCE_DATE_EPOCH, else of the library's last commit.

    None where there is neither. Raises CivalueError where SOURCE_DATE_EPOCH is not a number.
    """
    stamp = environ.get("SOURCE_DATE_EPOCH") or _last_commit(root)
    if not stamp:
        return None
    try:
        moment = datetime.fromtimestamp(int(stamp), tz=UTC)
    except (ValueError, OverflowError, OSError):
        raise CivalueError(
            f"SOURCE_DATE_EPOCH must be a number of seconds since 1970, not “{stamp}”"
        ) from None
    return moment.year, moment.month, moment.day


def _last_commit(root: Path) -> str:
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return ""
    import subprocess  # noqa: PLC0415 slow to load, and not every library is kept with Git

    command = [_git(root), "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 fixed words
    except OSError:
        return ""
    return done.stdout.decode("ascii", "replace").strip() if done.returncode == 0 else ""


def _git(root: Path) -> str:
    """Return how Git is called. Raises CivalueError where the library brings a program to run.

    Windows would run one that lies in the folder where a person stands before any other.
    """
    if sys.platform != "win32":
        return "git"
    import shutil  # noqa: PLC0415 see above

    found = Path(shutil.which("git") or os.devnull).absolute()
    if found.is_relative_to(root):
        raise CivalueError(f"{found} would be run in place of Git: take it out of the library")
    return str(found)
