"""Paths of the site: relative, inside it, and different from each other on every computer."""

import re
import unicodedata
from collections.abc import Iterable

from civalue_build.errors import CivalueError

_BAD = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def checked(path: str) -> str:
    """Return a path of the site if every computer can hold it, below the site's folder.

    Raises CivalueError for an absolute path, `..`, a sign or a name that a system refuses.
    """
    for name in path.split("/"):
        if name in ("", ".", "..") or _BAD.search(name) or name != name.rstrip(". "):
            raise CivalueError(f"{path!r} is not a path inside the site")
        if _RESERVED.fullmatch(name) or len(name.encode()) > 255:
            raise CivalueError(f"{path!r} cannot be a file's path on every computer")
    return path


def same(path: str) -> str:
    """Return what two paths share if some computer takes them for one: case, Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


class Taken:
    """The paths in use, so that none is used twice, as a file or as a folder."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def add(self, path: str) -> None:
        """Take a path; raises CivalueError if it, or what it needs as a folder, is taken."""
        key = same(checked(path))
        parents = list(_parents(key))
        other = self._files.get(key) or self._folders.get(key) or self._file_among(parents)
        if other is not None:
            raise CivalueError(f"{path} and {other} cannot both be in the site")
        self._check_spelling(path, parents)
        self._files[key] = path

    def _file_among(self, parents: Iterable[str]) -> str | None:
        return next((self._files[key] for key in parents if key in self._files), None)

    def _check_spelling(self, path: str, parents: list[str]) -> None:
        spelt = list(_parents(path))
        for key, folder in zip(parents, spelt, strict=True):
            if self._folders.setdefault(key, folder) != folder:
                raise CivalueError(
                    f"{path} and {self._folders[key]} cannot both be in the site: "
                    "some computers take the two spellings for one folder"
                )


def _parents(path: str) -> Iterable[str]:
    names = path.split("/")[:-1]
    return ("/".join(names[: i + 1]) for i in range(len(names)))
