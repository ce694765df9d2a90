"""Renames that wait where the system refuses for a moment, as Windows does while a file is open."""

import sys
import time
from pathlib import Path

_PATIENCE = 3.0 if sys.platform == "win32" else 0.0
"""Seconds in which who looks through new files, or shows them, has let go of them."""
_PAUSE = 0.05


def rename(old: Path, new: Path) -> None:
    """Give a file or folder another name, in place of a file that has it. Raises OSError."""
    end = time.monotonic() + _PATIENCE
    while not _renamed(old, new, is_last=time.monotonic() >= end):
        time.sleep(_PAUSE)


def _renamed(old: Path, new: Path, *, is_last: bool) -> bool:
    try:
        old.replace(new)
    except PermissionError:
        if is_last:
            raise
        return False
    return True
