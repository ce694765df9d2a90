"""How a run tells how far it is."""

from collections.abc import Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """Passes on what it is given, and shows how many of `total` it has seen of `what` is done."""

    def __call__(self, items: Iterator[Item], total: int, what: str) -> Iterator[Item]:
        """Give the items as they come."""


def silent(items: Iterator[Item], total: int, what: str) -> Iterator[Item]:  # noqa: ARG001
    """Give the items and show nothing."""
    return items
