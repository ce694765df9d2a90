"""The files of a case's folder: the only place where they are opened."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from civalue_build.model.names import is_reserved, is_slug, same
from civalue_build.source.faults.files import (
    CASE_FILE_MISSING,
    FILE_NOT_USED,
    FILE_TOO_LARGE,
    FOLDER_NAME_NOT_USABLE,
    NAMES_COLLIDE,
    NOT_A_PLAIN_FILE,
)
from civalue_build.source.folder.opening import is_folder, is_plain, printable, read_bytes
from civalue_build.source.folder.pictures import ENDINGS, PICTURE_BYTES
from civalue_build.source.log import Log
from civalue_build.source.reading import RawCase
from civalue_build.source.text import CASE_BYTES, TABLE_BYTES
from civalue_build.source.words import show

__all__ = ["RawCase", "load_case"]

CASES, CASE = "cases", "case.md"
FILES = 100
FOLDER_BYTES = 20_000_000
_LIMITS = {
    CASE: CASE_BYTES,
    ".csv": TABLE_BYTES,
    **{ending: PICTURE_BYTES for endings in ENDINGS.values() for ending in endings},
}


def load_case(root: Path, slug: str) -> RawCase:
    """Return the files of the case `slug` of the library at `root`, as bytes.

    Links are not followed, nothing outside the case's folder is opened, and no file is read
    beyond its limit. What is wrong with the files is in the findings.
    """
    log = Log(f"{CASES}/{printable(slug)}/{CASE}", printable(slug))
    if not is_slug(slug):
        log.add(FOLDER_NAME_NOT_USABLE, _no_address(slug))
        return RawCase(slug=log.case, file=log.file, text=None, findings=tuple(log.findings))
    files = dict(_files(root / CASES / slug, log)) if _is_there(root, slug, log) else {}
    text = files.pop(CASE, None)
    if text is None and not any(found.place.file == log.file for found in log.findings):
        log.add(CASE_FILE_MISSING, f"the folder has no {CASE}")
    return RawCase(slug=slug, file=log.file, text=text, others=files, findings=tuple(log.findings))


def _no_address(slug: str) -> str:
    why = ": Windows keeps it for a device" if is_reserved(slug) else ""
    return f"the folder's name {show(slug)} cannot be an address{why}"


def _is_there(root: Path, slug: str, log: Log) -> bool:
    folder = root / CASES / slug
    if is_folder(root / CASES) and is_folder(folder):
        return True
    if os.path.lexists(folder):
        log.add(NOT_A_PLAIN_FILE, "the folder of the case is a link or a file, and is not read")
    else:
        log.add(CASE_FILE_MISSING, f"there is no folder {CASES}/{slug}")
    return False


def _files(folder: Path, log: Log) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file that is read; names in composed Unicode form."""
    left = FOLDER_BYTES
    names = sorted(_names(folder, log), key=lambda name: (name != CASE, name))
    taken: dict[str, str] = {}
    for name in names:
        shown = printable(name)
        own = log.beside(shown)
        own.findings = log.findings
        composed = unicodedata.normalize("NFC", name)
        if (other := taken.setdefault(same(name), shown)) is not shown:
            own.add(NAMES_COLLIDE, f"on many computers {shown} and {other} are the same file")
        elif (data := _read(folder / name, own)) is not None:
            left -= len(data)
            if left < 0:
                message = f"the files have more than {FOLDER_BYTES:,} bytes together"
                own.add(FILE_TOO_LARGE, message)
                return
            yield composed, data


def _names(folder: Path, log: Log) -> list[str]:
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        log.add(CASE_FILE_MISSING, "the folder cannot be opened")
        return []
    if len(names) > FILES:
        log.add(FILE_TOO_LARGE, f"the folder has {len(names):,} files; at most {FILES} are read")
        return [CASE] if CASE in names else []
    return names


def _read(path: Path, log: Log) -> bytes | None:
    name = printable(path.name)
    if not is_plain(path):
        log.add(NOT_A_PLAIN_FILE, f"{name} is a link, a folder or a device, and is not read")
        return None
    limit = _LIMITS.get(path.name, _LIMITS.get(path.suffix.casefold()))
    if limit is None:
        is_case = name.casefold() in (CASE, "case.markdown", "case.txt", "readme.md")
        hint = f"; if it is the case, rename it to {CASE}" if is_case else ""
        log.add(FILE_NOT_USED, f"{name} is no table or picture, and is not published{hint}")
        return None
    data = read_bytes(path, limit)
    if data is None:
        log.add(NOT_A_PLAIN_FILE, f"{name} cannot be opened")
    elif len(data) > limit:
        log.add(FILE_TOO_LARGE, f"{name} is larger than {limit:,} bytes, and is not read")
        return None
    return data
