"""Ledgers are written beside their cases: every file is whole, and all are written or none."""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from civalue_build.errors import CivalueError

_FENCE = re.compile(rb"^---[ \t]*\r?$", re.MULTILINE)
_HALF = ".civalue-half"


def with_key(text: bytes, key: str, value: str) -> bytes:
    """Return the text of a case with one more key at the end of its front matter."""
    fences = list(_FENCE.finditer(text))
    if len(fences) < 2:
        return text
    end = fences[1].start()
    line_end = b"\r\n" if text[:end].endswith(b"\r\n") else b"\n"
    return text[:end] + f"{key}: {value}".encode() + line_end + text[end:]


def write_all(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files of a library, in the place of those that are there.

    Raises CivalueError where one cannot be written: then all are as they were.
    """
    halves = {path: (root / path).with_name(Path(path).name + _HALF) for path in files}
    old: dict[str, bytes | None] = {}
    done: list[str] = []
    try:
        old |= {path: _content(root / path) for path in files}
        for path, half in halves.items():
            half.write_bytes(files[path])
        for path, half in halves.items():
            half.replace(root / path)
            done.append(path)
    except BaseException as fault:
        for half in halves.values():
            half.unlink(missing_ok=True)
        for path in done:
            _put_back(root / path, old[path])
        if isinstance(fault, OSError):
            message = f"cannot write into {root / 'cases'}: {fault.strerror}; nothing was changed"
            raise CivalueError(message) from fault
        raise


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _put_back(path: Path, content: bytes | None) -> None:
    with suppress(OSError):
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises CivalueError where it is, or cannot be."""
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise CivalueError(
            f"{path} is there already, and was left as it is; give the new file another name"
        ) from None
    except OSError as fault:
        raise CivalueError(f"{path} cannot be written: {fault.strerror}") from fault
