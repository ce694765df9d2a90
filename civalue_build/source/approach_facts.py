"""Facts for an approach that have a form: costs of patients in bands, and a pathway."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from civalue_build.model.approach_facts import COSTS_AT, PATHWAY_AT, PatientCosts, Stage
from civalue_build.model.place import KeyPath
from civalue_build.source.faults.money import TOO_MANY_ENTRIES
from civalue_build.source.faults.values import EMPTY_TEXT
from civalue_build.source.folder.attached import Folder
from civalue_build.source.folder.bands import read_bands
from civalue_build.source.shape.record import read_part
from civalue_build.source.shape.walk import Shape
from civalue_build.source.yaml.nodes import Entries, Items, Node, Refused, Scalar

MOST = 30
"""Stages that one pathway can show."""
_FILE = re.compile(r"\S+\.[A-Za-z0-9]{1,8}")


class Facts(NamedTuple):
    """What a case gives with a form; none and empty where it gives words, or nothing."""

    patient_costs: PatientCosts | None = None
    pathway: tuple[Stage, ...] = ()


def read_facts(tree: Node, shape: Shape, folder: Folder) -> Facts:
    """Return the facts with a form. Their faults and places are left in `shape` and `folder`."""
    costs, pathway = _at(tree, COSTS_AT), _at(tree, PATHWAY_AT)
    return Facts(
        patient_costs=_costs(costs, shape, folder) if costs else None,
        pathway=tuple(_stages(pathway, shape)) if isinstance(pathway, Items) else (),
    )


def _at(tree: Node, path: KeyPath) -> Node | None:
    node: Node | None = tree
    for step in path:
        entries = node.entries if isinstance(node, Entries) else ()
        node = next((value for key, value in entries if key.raw == step), None)
    return node


def _costs(node: Node, shape: Shape, folder: Folder) -> PatientCosts | None:
    """Return counts in bands. Words stay words, but the name of a file alone says too little."""
    if isinstance(node, Scalar) and not _FILE.fullmatch(node.raw.strip()):
        return None
    costs = read_part(node, PatientCosts, shape, COSTS_AT)
    if costs is None:
        return None
    data = folder.take(costs.table, shape.mark((*COSTS_AT, "table")))
    if data is None:
        return None
    own = folder.log_of(costs.table)
    log = replace(own, findings=[])
    bands = read_bands(data, log)
    own.findings += log.findings
    return replace(costs, bands=bands)


def _stages(listed: Items, shape: Shape) -> Iterator[Stage]:
    if len(listed.items) > MOST:
        message = f"{len(listed.items):,} stages; a pathway shows at most {MOST}"
        shape.refuse(TOO_MANY_ENTRIES, message, PATHWAY_AT)
        return
    for position, node in enumerate(listed.items):
        if isinstance(node, Scalar):
            yield from _in_words(node, shape, (*PATHWAY_AT, position))
        elif not isinstance(node, Refused):
            stage = read_part(node, Stage, shape, (*PATHWAY_AT, position))
            yield from (stage,) if stage else ()


def _in_words(node: Scalar, shape: Shape, path: KeyPath) -> Iterator[Stage]:
    if text := node.raw.strip():
        yield Stage(stage=text)
    else:
        shape.refuse(EMPTY_TEXT, "a stage of the pathway has no name", path)
