"""A fault of one part of a file, before it has a place; and careful looks at what is there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from civalue_build.model.finding import CheckDoc
from civalue_build.model.place import KeyPath

Values = Mapping[str, Any]
"""Canonical values of one part. Some may be missing or of a wrong type."""

NESTED = (dict, list)
"""Types of canonical values that hold others."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault at the path `below` the part that was looked at."""

    doc: CheckDoc
    message: str
    below: KeyPath = ()


def number(values: Values, name: str) -> float | None:
    """Return the number at a name, none where there is no number."""
    value = values.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def records(values: Values, name: str) -> Iterator[tuple[int, Values]]:
    """Yield the parts listed at a name with their positions."""
    found = values.get(name)
    for position, item in enumerate(found if isinstance(found, list) else ()):
        if isinstance(item, dict):
            yield position, item


def numbers_of(estimate: Any) -> Iterator[tuple[str, float]]:
    """Yield every number that an estimate states, with its name."""
    if isinstance(estimate, dict):
        for name in ("low", "central", "high", "total"):
            if (value := number(estimate, name)) is not None:
                yield name, value


def written(value: float) -> str:
    """Return a number as an author would write it."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
