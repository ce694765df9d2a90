"""What earlier builds made, by a key of all that it was made from."""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from civalue_build.errors import CivalueError
from civalue_build.model.record import record
from civalue_build.publish.renames import rename

_SUM = 64
"""Bytes of the checksum before each content: SHA-256 in hexadecimal."""


@record
class Cache:
    """A folder of contents by key; a value, so that processes can share it.

    Each content carries a checksum of its key and itself, and is put there by a rename: whatever
    happens to the folder, `get` gives what `put` was given under that key, or nothing.
    """

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return the content under a key; none where there is none, or it was damaged."""
        try:
            found = self._file(key).read_bytes()
        except OSError:
            return None
        content = found[_SUM:]
        return content if found[:_SUM] == _sum(key, content) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep a content; raises CivalueError if the disk refuses."""
        file = self._file(key)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(file, _sum(key, content) + content)
        except OSError as error:
            raise CivalueError(
                f"cannot write {file.parent}, where work is kept for the next build: "
                f"{error.strerror or error}; --no-cache does without, and the site is as it was"
            ) from error

    def touch(self, key: str) -> None:
        """Note that a content was of use, so that it is kept longer than others."""
        with suppress(OSError):
            os.utime(self._file(key))

    def keep(self, most: int) -> None:
        """Forget the contents that were of use longest ago, until only `most` are left."""
        with suppress(OSError):
            found = sorted(self.folder.glob("*/*"), key=lambda file: -file.stat().st_mtime_ns)
            for file in found[most:]:
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def cache_folder(root: Path, environ: Mapping[str, str]) -> Path:
    """Return where the work on the library at `root` is kept: CIVALUE_CACHE, or the user's own.

    Never in the library: anybody may propose a change of that, and what lies in a cache is
    published without another look.
    """
    name = hashlib.sha256(os.fsencode(root)).hexdigest()[:16]
    chosen = environ.get("CIVALUE_CACHE")
    folder = Path(chosen).absolute() if chosen else user_cache_path("civalue", appauthor=False)
    if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root)):
        raise CivalueError(
            f"CIVALUE_CACHE is {folder}, inside the library, where anybody could put pages into "
            "it: name a folder elsewhere"
        )
    return folder / name


def _sum(key: str, content: bytes) -> bytes:
    found = hashlib.sha256(key.encode())
    found.update(content)
    return found.hexdigest().encode()


def _write_whole(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as half:
            half.write(content)
        rename(Path(name), file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
