"""The tree that a YAML file is read into: every value with its mark and as it was written."""

from dataclasses import dataclass, field
from typing import Any

from civalue_build.source.log import Mark

Resolved = str | int | float | bool | None


@dataclass(slots=True)
class Scalar:
    """A single value: `raw` as written, `value` as understood."""

    raw: str
    value: Resolved
    mark: Mark


@dataclass(slots=True)
class Items:
    """A list."""

    mark: Mark
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Entries:
    """Keys with values, in the order of the file."""

    mark: Mark
    entries: list[tuple[Scalar, "Node"]] = field(default_factory=list)


@dataclass(slots=True)
class Refused:
    """Something that was reported already and is not looked at again."""

    mark: Mark


Node = Scalar | Items | Entries | Refused


def plain(node: Node) -> Any:
    """Return a node as plain values: text, numbers, true and false, none, lists, dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    if isinstance(node, Entries):
        return {key.raw: plain(value) for key, value in node.entries}
    return None
