"""Paths of the site: relative, inside it, and different from each other on every computer."""

import re
from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping

from civalue_build.errors import CivalueError
from civalue_build.model.names import is_reserved, same

_BAD = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*\ud800-\udfff]')

_LONGEST = 1000
"""Bytes; systems allow 1,024 to 4,096 for a whole path, the site's own folder included."""


def checked(path: str) -> str:
    """Return a path of the site if every computer can hold it, below the site's folder.

    Raises CivalueError for an absolute path, `..`, a sign or a name that a system refuses.
    """
    for name in path.split("/"):
        if name in ("", ".", "..") or _BAD.search(name) or name != name.rstrip(". "):
            raise CivalueError(f"{path!r} is not a path inside the site")
        if is_reserved(name) or len(name.encode()) > 255:
            raise CivalueError(f"{path!r} cannot be a file's path on every computer")
    if len(path.encode()) > _LONGEST:
        raise CivalueError(f"{path!r} is too long for a file's path")
    return path


class Taken:
    """The paths in use, so that none is used twice, as a file or as a folder."""

    def __init__(self) -> None:
        self._files: MutableMapping[str, str] = {}
        self._folders: MutableMapping[str, str] = {}

    def trial(self) -> "Taken":
        """Return what begins with these paths; what it takes is not taken here."""
        trial = Taken()
        trial._files = ChainMap({}, self._files)
        trial._folders = ChainMap({}, self._folders)
        return trial

    def add(self, path: str) -> None:
        """Take a path; raises CivalueError if it, or what it needs as a folder, is taken.

        A path that is refused leaves nothing taken.
        """
        key = same(checked(path))
        folders = dict(zip(_parents(key), _parents(path), strict=True))
        other = self._files.get(key) or self._folders.get(key) or self._file_among(folders)
        if other is not None:
            raise CivalueError(f"{path} and {other} cannot both be in the site")
        self._check_spelling(path, folders)
        self._folders.update(folders)
        self._files[key] = path

    def _file_among(self, parents: Iterable[str]) -> str | None:
        return next((self._files[key] for key in parents if key in self._files), None)

    def _check_spelling(self, path: str, folders: Mapping[str, str]) -> None:
        for key, folder in folders.items():
            if self._folders.get(key, folder) != folder:
                raise CivalueError(
                    f"{path} and {self._folders[key]} cannot both be in the site: "
                    "some computers take the two spellings for one folder"
                )


def _parents(path: str) -> Iterable[str]:
    names = path.split("/")[:-1]
    return ("/".join(names[: i + 1]) for i in range(len(names)))
