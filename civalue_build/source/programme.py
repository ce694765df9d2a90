"""Programmes: shared costs, and the cases that belong to them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from civalue_build.model.finding import Finding
from civalue_build.model.names import is_hidden, is_slug
from civalue_build.model.place import SourceMap
from civalue_build.model.programme import Programme
from civalue_build.model.record import record
from civalue_build.source.faults.files import (
    FILE_NOT_FOUND,
    FILE_NOT_USED,
    FOLDER_NAME_NOT_USABLE,
)
from civalue_build.source.folder.opening import is_folder, printable, read_bytes
from civalue_build.source.library import PROGRAMMES
from civalue_build.source.log import Log, in_order
from civalue_build.source.prose import note_unsafe
from civalue_build.source.shape.record import read_record
from civalue_build.source.shape.walk import Shape
from civalue_build.source.text import CASE_BYTES, read_text
from civalue_build.source.words import show
from civalue_build.source.yaml.strict import read_tree

MOST = 400
"""Programmes that one library may have."""


@record
class ProgrammeReading:
    """A programme as read: none where a value of it was lost to a fault, or its name is at fault.

    `id` is the name of its file without the ending.
    """

    id: str
    programme: Programme | None
    places: SourceMap
    findings: tuple[Finding, ...] = ()


def load_programmes(root: Path) -> tuple[ProgrammeReading, ...]:
    """Return every programme of the library at `root`, and each file that cannot be one, by name.

    A link or a folder is not followed; it gives a finding.
    """
    folder = root / PROGRAMMES
    names = sorted(path.name for path in folder.iterdir()) if is_folder(folder) else []
    shown = [name for name in names if not is_hidden(name)]
    return (*(_named(root, name) for name in shown[:MOST]), *_beyond(shown[MOST:]))


def _beyond(names: Sequence[str]) -> Iterator[ProgrammeReading]:
    """Tell of the first file that is one too many."""
    for name in names[:1]:
        log = Log(f"{PROGRAMMES}/{printable(name)}")
        log.add(
            FILE_NOT_USED, f"at most {MOST} programmes are read: not this file, nor those after"
        )
        yield _unread(printable(name), log)


def _named(root: Path, file: str) -> ProgrammeReading:
    name, dot, ending = file.rpartition(".")
    if dot and ending == "yml" and is_slug(name):
        return load_programme(root, name)
    log = Log(f"{PROGRAMMES}/{printable(file)}")
    if ending == "yml" and dot:
        log.add(
            FOLDER_NAME_NOT_USABLE, f"the file’s name {show(printable(name))} cannot be an address"
        )
    else:
        log.add(FILE_NOT_USED, "only files whose names end in .yml are read here")
    return _unread(printable(file), log)


def load_programme(root: Path, name: str) -> ProgrammeReading:
    """Return the programme `name` of the library at `root`, from programmes/<name>.yml."""
    file = f"{PROGRAMMES}/{printable(name)}.yml"
    data = read_bytes(root / PROGRAMMES / f"{name}.yml", CASE_BYTES)
    if data is not None:
        return parse_programme(name, file, data)
    log = Log(file)
    log.add(FILE_NOT_FOUND, "there is no such file, or it is a link")
    return _unread(printable(name), log)


def _unread(name: str, log: Log) -> ProgrammeReading:
    return ProgrammeReading(
        id=name,
        programme=None,
        places=SourceMap(file=log.file),
        findings=tuple(log.findings),
    )


def parse_programme(name: str, file: str, data: bytes) -> ProgrammeReading:
    """Return what the file of one programme says. Never raises for what an author wrote."""
    log = Log(file)
    shape = Shape(log)
    text = read_text(data, log)
    tree = read_tree(text, log) if text is not None else None
    programme = read_record(tree, Programme, shape) if tree is not None else None
    for key, _, told in programme.story.parts if programme and programme.story else ():
        note_unsafe(told, shape.mark(("story", key))[0] + 1, log)
    return ProgrammeReading(
        id=name,
        programme=replace(programme, id=name) if programme else None,
        places=SourceMap(file=file, marks=shape.marks),
        findings=in_order(log.findings),
    )
