"""The files of a case's folder: the only place where they are opened."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePath

from civalue_build.model.names import is_hidden, is_reserved, is_slug, same
from civalue_build.source.faults.files import (
    CASE_FILE_MISSING,
    FILE_NOT_USED,
    FILE_TOO_LARGE,
    FOLDER_NAME_NOT_USABLE,
    NAMES_COLLIDE,
    NOT_A_PLAIN_FILE,
)
from civalue_build.source.folder.opening import is_folder, printable, read_bytes
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
    folder = root / CASES / slug
    files = dict(_files(folder, log)) if _is_there(folder, log) else {}
    text = files.pop(CASE, None)
    if text is None and not any(found.place.file == log.file for found in log.findings):
        log.add(CASE_FILE_MISSING, f"the folder has no {CASE}")
    return RawCase(slug=slug, file=log.file, text=text, others=files, findings=tuple(log.findings))


def _no_address(slug: str) -> str:
    why = ": Windows keeps it for a device" if is_reserved(slug) else ""
    return f"the folder's name {show(slug)} cannot be an address{why}"


def _is_there(folder: Path, log: Log) -> bool:
    if is_folder(folder.parent) and is_folder(folder):
        return True
    if os.path.lexists(folder):
        log.add(NOT_A_PLAIN_FILE, "the folder of the case is a link or a file, and is not read")
    else:
        log.add(CASE_FILE_MISSING, f"there is no folder {CASES}/{folder.name}")
    return False


def _files(folder: Path, log: Log) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each file that is read; names in composed Unicode form.

    Hidden files are passed over.
    """
    left = FOLDER_BYTES
    taken: dict[str, str] = {}
    for entry in sorted(_entries(folder, log), key=lambda one: (one.name != CASE, one.name)):
        shown = printable(entry.name)
        own = log.beside(shown)
        own.findings = log.findings
        if (other := taken.setdefault(same(entry.name), shown)) is not shown:
            own.add(NAMES_COLLIDE, f"on many computers {shown} and {other} are the same file")
        elif (data := _read(entry, shown, own)) is not None:
            left -= len(data)
            if left < 0:
                message = f"the files have more than {FOLDER_BYTES:,} bytes together"
                own.add(FILE_TOO_LARGE, message)
                return
            yield unicodedata.normalize("NFC", entry.name), data


def _entries(folder: Path, log: Log) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not is_hidden(entry.name)]
    except OSError:
        log.add(CASE_FILE_MISSING, "the folder cannot be opened")
        return []
    if len(entries) > FILES:
        log.add(FILE_TOO_LARGE, f"the folder has {len(entries):,} files; at most {FILES} are read")
        return [entry for entry in entries if entry.name == CASE]
    return entries


def _read(entry: os.DirEntry[str], name: str, log: Log) -> bytes | None:
    if not _is_plain(entry):
        log.add(NOT_A_PLAIN_FILE, f"{name} is a link, a folder or a device, and is not read")
        return None
    limit = _LIMITS.get(entry.name) or _LIMITS.get(PurePath(entry.name).suffix.casefold())
    if limit is None:
        is_case = name.casefold() in (CASE, "case.markdown", "case.txt", "readme.md")
        hint = f"; if it is the case, rename it to {CASE}" if is_case else ""
        log.add(FILE_NOT_USED, f"{name} is no table or picture, and is not published{hint}")
        return None
    data = read_bytes(entry.path, limit)
    if data is None:
        log.add(NOT_A_PLAIN_FILE, f"{name} cannot be opened")
    elif len(data) > limit:
        log.add(FILE_TOO_LARGE, f"{name} is larger than {limit:,} bytes, and is not read")
        return None
    return data


def _is_plain(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is a file, and no link to one."""
    try:
        return entry.is_file(follow_symlinks=False)
    except OSError:
        return False
