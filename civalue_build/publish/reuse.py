"""Files of the old site that the new one needs not write again."""

import os
import stat
from pathlib import Path


class OldSite:
    """The site that is about to be replaced; links in it are never followed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._plain = {folder: True}

    def gives(self, path: str, content: bytes, file: Path) -> bool:
        """Give the old file at `path` a second name, `file`, if it holds just this content.

        Far cheaper than to write it and delete it, and safe because no file of a site is ever
        changed, only replaced.
        """
        old = self._folder / path
        if not (self._is_plain(old.parent) and _holds(old, content)):
            return False
        try:
            file.hardlink_to(old)
        except OSError:
            return False  # this file system has no hard links
        return True

    def _is_plain(self, folder: Path) -> bool:
        """Whether a folder is one, and so are those between it and the site."""
        if folder not in self._plain:
            self._plain[folder] = self._is_plain(folder.parent) and _is(folder, stat.S_IFDIR)
        return self._plain[folder]


def _is(path: Path, kind: int) -> bool:
    try:
        return stat.S_IFMT(path.lstat().st_mode) == kind
    except OSError:
        return False


def _holds(old: Path, content: bytes) -> bool:
    try:
        found = os.lstat(old)
        return (
            stat.S_ISREG(found.st_mode)
            and found.st_size == len(content)
            and old.read_bytes() == content
        )
    except OSError:
        return False
