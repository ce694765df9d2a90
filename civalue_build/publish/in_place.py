"""A served site that is changed file by file: a reader meets each file old or new, never half."""

from collections.abc import Iterable
from pathlib import Path

from civalue_build.publish.paths import checked
from civalue_build.publish.renames import rename
from civalue_build.publish.told import in_words

_HALF = ".civalue-half"


class InPlace:
    """Writes and removes single files of a folder that nobody else writes.

    `changed` are the paths of those that are not what they were.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.changed: list[str] = []

    def __call__(self, path: str, content: bytes) -> None:
        """Write one file, unless it holds just this; raises CivalueError if the disk refuses."""
        file = self._folder / checked(path)
        with in_words("write", file):
            if _holds(file, content):
                return
            file.parent.mkdir(parents=True, exist_ok=True)
            half = file.with_name(file.name + _HALF)
            half.write_bytes(content)
            rename(half, file)
        self.changed.append(path)

    def remove(self, paths: Iterable[str]) -> None:
        """Remove files, and the folders that they leave empty."""
        for path in paths:
            file = self._folder / checked(path)
            with in_words("remove", file):
                self.changed += [path] if file.exists() else []
                file.unlink(missing_ok=True)
            for folder in file.parents:
                if folder == self._folder or not _removed(folder):
                    break


def _removed(folder: Path) -> bool:
    """Remove a folder if it is empty."""
    try:
        folder.rmdir()
    except OSError:
        return False
    return True


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except FileNotFoundError:
        return False
