"""Nothing is built where nothing has changed: neither what a site was made from, nor the site."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding
from civalue_build.model.place import Place
from civalue_build.model.record import record
from civalue_build.publish.cache import Cache
from civalue_build.publish.fingerprint import fingerprint
from civalue_build.runs.outcome import Told


@record
class Known:
    """What a build left behind: the key of its inputs, of the site's files, and what it found."""

    inputs: str
    site: str
    outcomes: tuple[Told, ...]
    together: tuple[Finding, ...]


def recall(cache: Cache, target: Path, inputs: str) -> Known | None:
    """Return what the last build into `target` found, if its inputs and the site are the same."""
    found = cache.get(_key(target))
    if found is None or _inputs(found) != inputs:
        return None
    known = _known(inputs, json.loads(found[found.index(b"\n") :]))
    return known if known.site == key_of_site(target) else None


def remember(cache: Cache, target: Path, known: Known) -> None:
    """Keep what a build into `target` found."""
    cache.put(_key(target), f"{known.inputs}\n{json.dumps(_rows(known))}".encode())


def _rows(known: Known) -> list[Any]:
    """Return what `_known` takes: rows, quicker to read than what names and checks each value."""
    cases = [
        [case.slug, case.is_published, case.not_judged, [_row(found) for found in case.findings]]
        for case in known.outcomes
    ]
    return [known.site, cases, [_row(found) for found in known.together]]


def _known(inputs: str, rows: Any) -> Known:
    site, cases, together = rows
    told = (
        Told(
            slug=slug,
            is_published=is_published,
            not_judged=not_judged,
            findings=tuple(map(_finding, found)),
        )
        for slug, is_published, not_judged, found in cases
    )
    found = tuple(map(_finding, together))
    return Known(inputs=inputs, site=site, outcomes=tuple(told), together=found)


def _row(found: Finding) -> list[Any]:
    place = found.place
    spot = [place.file, place.line, place.column]
    said = [found.code, found.name, found.level, found.message]
    return [*said, spot, found.case, found.principle]


def _finding(row: Any) -> Finding:
    code, name, level, message, spot, case, principle = row
    return Finding(
        code=code,
        name=name,
        level=Level(level),
        message=message,
        place=Place(*spot),
        case=case,
        principle=principle,
    )


def _inputs(found: bytes) -> str:
    return found.partition(b"\n")[0].decode()


def _key(target: Path) -> str:
    return fingerprint("site", os.fspath(target))


def key_of_site(target: Path) -> str:
    """Return the key of a site's files by path, size and times of change, without reading them."""
    return fingerprint(*sorted(_stats(os.fspath(target))))


def _stats(folder: str, below: str = "") -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries: Sequence[os.DirEntry[str]] = list(found)
    except OSError as error:
        yield f"{below} cannot be read: {error.errno}"
        return
    for entry in entries:
        name = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _stats(entry.path, f"{name}/")
        else:
            seen = entry.stat(follow_symlinks=False)
            yield f"{name!r} {seen.st_mode} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns}"
