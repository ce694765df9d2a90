"""One case: bytes become a case with its places and findings. Nothing here touches the disk."""

from dataclasses import replace

from civalue_build.model.approach_facts import PatientCosts, Stage
from civalue_build.model.case import Case
from civalue_build.model.finding import Finding
from civalue_build.model.place import SourceMap
from civalue_build.source.folder.attached import Folder, read_attached
from civalue_build.source.front_matter import Parts, part
from civalue_build.source.log import Log, in_order
from civalue_build.source.prose import Prose, read_prose
from civalue_build.source.reading import RawCase, Reading
from civalue_build.source.shape.record import read_record
from civalue_build.source.shape.walk import Shape
from civalue_build.source.text import read_text
from civalue_build.source.yaml.nodes import Node
from civalue_build.source.yaml.strict import read_tree

__all__ = ["RawCase", "Reading", "parse_case"]

NOTHING_JUDGED = "the case could not be read, so nothing else in it was judged"
KEYS_NOT_JUDGED = "the front matter could not be read, so nothing in it was judged"
TEXT_NOT_JUDGED = "the text could not be read, so the case was neither appraised nor judged further"
VALUES_LOST = "some values could not be read, so the case was neither appraised nor judged further"


def parse_case(raw: RawCase) -> Reading:
    """Return what the files of one case say. Never raises for anything that an author wrote."""
    log = Log(raw.file, raw.slug)
    text = read_text(raw.text, log) if raw.text is not None else None
    parts = part(text, log) if text is not None else None
    if parts is not None:
        return _read(raw, parts, log)
    return Reading(
        case=None,
        places=SourceMap(file=raw.file),
        findings=_all(raw, log.findings),
        not_judged=NOTHING_JUDGED,
    )


def _read(raw: RawCase, parts: Parts, log: Log) -> Reading:
    shape = Shape(log)
    tree = read_tree(parts.yaml, log, parts.yaml_line)
    case = read_record(tree, Case, shape) if tree is not None else None
    prose = read_prose(parts.prose, parts.prose_line, log)
    folder = Folder(log, raw.others)
    attached = read_attached(shape, prose, folder)
    patient_costs, pathway = _facts(tree, shape, folder)
    if not (prose.is_whole and shape.is_whole):
        case = None
    if case is not None:
        case = replace(
            case,
            slug=raw.slug,
            sections=prose.sections,
            series=attached.series,
            entries=attached.entries,
            pictures=attached.pictures,
            patient_costs=patient_costs,
            pathway=pathway,
        )
    return Reading(
        case=case,
        places=SourceMap(file=raw.file, marks=shape.marks, headings=prose.headings),
        findings=_all(raw, [*log.findings, *folder.findings]),
        not_judged="" if case else _lost(tree, prose),
    )


def _facts(
    tree: Node | None, shape: Shape, folder: Folder
) -> tuple[PatientCosts | None, tuple[Stage, ...]]:
    if tree is None or not isinstance(shape.values, dict) or not shape.values.get("approaches"):
        return None, ()
    from civalue_build.source.approach_facts import read_facts  # noqa: PLC0415 few cases have any

    return read_facts(tree, shape, folder)


def _lost(tree: Node | None, prose: Prose) -> str:
    if tree is None:
        return KEYS_NOT_JUDGED
    return VALUES_LOST if prose.is_whole else TEXT_NOT_JUDGED


def _all(raw: RawCase, findings: list[Finding]) -> tuple[Finding, ...]:
    return in_order((*raw.findings, *findings), raw.slug)
