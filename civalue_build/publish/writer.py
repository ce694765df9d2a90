"""Files of a new site, written by any process."""

from functools import partial
from pathlib import Path

from civalue_build.publish.reuse import OldSite
from civalue_build.publish.told import in_words


class Writer:
    """Writes into the folder of a new site; a file that has not changed is shared with the old.

    It can be pickled, so that several processes write the same site. Nobody else's path is looked
    at: that no path is unsafe or written twice is for the caller to see to.
    """

    def __init__(self, *, new: Path, old: Path) -> None:
        self._new = new
        self._target = old
        self._old = OldSite(old)
        self._there: set[Path] = {new}

    def __reduce__(self) -> "tuple[partial[Writer], tuple[()]]":
        """Leave out which folders are known: they grow while another thread pickles this."""
        return partial(Writer, new=self._new, old=self._target), ()

    def __call__(self, path: str, content: bytes) -> None:
        """Write one file. Raises CivalueError if the disk refuses."""
        file = self._new / path
        with in_words("write", self._target / path):
            if file.parent not in self._there:
                file.parent.mkdir(parents=True, exist_ok=True)
                self._there.add(file.parent)
            if not self._old.gives(path, content, file):
                file.write_bytes(content)
