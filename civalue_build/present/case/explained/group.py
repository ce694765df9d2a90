"""Workings under one heading, and the anchors that figures of the page lead to."""

from collections.abc import Iterable, Iterator

from civalue_build.model.explained import Explained
from civalue_build.model.record import record
from civalue_build.present.library.views import anchor_of

VIEWS = {"claimed": "as claimed", "corrected": "corrected for evidence"}
Titled = tuple[str, Explained]

HEADLINE, UNDISCOUNTED, MATRIX = "how-headline", "how-undiscounted", "how-who-by-when"
LADDER, CLAIMS, PARTIES, CAPACITY = "how-ladder", "how-claims", "how-parties", "how-capacity"
PRINTED, PRICES = "how-printed", "how-prices"
WIDER, ELSEWHERE = "how-wider", "how-elsewhere"
DISCOUNTING, EVIDENCE = "how-discounting", "how-evidence"
UNSURE, INPUTS, DELAY = "how-unsure", "how-inputs", "how-delay"


@record
class Group:
    """Workings under one heading: `id` is the anchor that figures of the page lead to."""

    id: str
    title: str
    nodes: tuple[Titled, ...]
    intro: str = ""


def anchor_of_line(line: str) -> str:
    """Return the anchor of the working of a line."""
    return f"how-line-{anchor_of(line)}"


def anchor_of_view(name: str) -> str:
    """Return the anchor of the working of one lens’s money: `economic` or `business`."""
    return f"how-{name}"


def some(group: Group) -> Iterator[Group]:
    """Yield a group that has any working."""
    if group.nodes:
        yield group


def untitled(nodes: Iterable[Explained]) -> tuple[Titled, ...]:
    """Return workings under their own names."""
    return tuple(("", node) for node in nodes)
