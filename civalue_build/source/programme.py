"""Programmes: shared costs, and the cases that belong to them."""

from dataclasses import dataclass, replace
from pathlib import Path

from civalue_build.model.case import Programme
from civalue_build.model.finding import Finding
from civalue_build.model.place import SourceMap
from civalue_build.source.faults.files import FILE_NOT_FOUND
from civalue_build.source.folder.opening import printable, read_bytes
from civalue_build.source.library import PROGRAMMES
from civalue_build.source.log import Log, in_order
from civalue_build.source.shape.record import read_record
from civalue_build.source.shape.walk import Shape
from civalue_build.source.text import CASE_BYTES, read_text
from civalue_build.source.yaml.strict import read_tree


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeReading:
    """A programme as read: none where a value of it was lost to a fault."""

    programme: Programme | None
    places: SourceMap
    findings: tuple[Finding, ...] = ()


def load_programme(root: Path, name: str) -> ProgrammeReading:
    """Return the programme `name` of the library at `root`, from programmes/<name>.yml."""
    file = f"{PROGRAMMES}/{printable(name)}.yml"
    data = read_bytes(root / PROGRAMMES / f"{name}.yml", CASE_BYTES)
    if data is not None:
        return parse_programme(name, file, data)
    log = Log(file)
    log.add(FILE_NOT_FOUND, "there is no such file, or it is a link")
    return ProgrammeReading(
        programme=None, places=SourceMap(file=file), findings=tuple(log.findings)
    )


def parse_programme(name: str, file: str, data: bytes) -> ProgrammeReading:
    """Return what the file of one programme says. Never raises for what an author wrote."""
    log = Log(file)
    shape = Shape(log)
    text = read_text(data, log)
    tree = read_tree(text, log) if text is not None else None
    programme = read_record(tree, Programme, shape) if tree is not None else None
    return ProgrammeReading(
        programme=replace(programme, id=name) if programme else None,
        places=SourceMap(file=file, marks=shape.marks),
        findings=in_order(log.findings),
    )
