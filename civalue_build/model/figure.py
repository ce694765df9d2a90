"""A figure, or why there is none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Undefined:
    """A figure that cannot be given, and why in words."""

    why: str


Figure = float | Undefined
