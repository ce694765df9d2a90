"""What the model's type hints say about a file: which keys, which of them must be there."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from civalue_build.model.case import READ
from civalue_build.model.estimate import PartialDate, PriceYear, Years

WRITTEN_AS_TEXT = (PartialDate, PriceYear, Years)
"""Records of the model that files spell in short and never as keys of their own."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a file: its `name` there, the model's `field`, and what it holds."""

    name: str
    field: str
    hint: Any
    required: bool


@cache
def keys_of(cls: type) -> Mapping[str, Key]:
    """Return the keys that an author may write for a dataclass of the model, by name."""
    hints = get_type_hints(cls)
    keys = [
        Key(
            name=field.metadata.get("key", field.name),
            field=field.name,
            hint=hints[field.name],
            required=field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(cls)
        if field.metadata != READ
    ]
    return {key.name: key for key in keys}


@cache
def own(hint: Any) -> Any:
    """Return a hint without the none that it allows."""
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def item_hint(hint: Any, position: int) -> Any:
    """Return what stands at a position of a list."""
    parts = get_args(hint)
    return parts[0] if parts[-1] is Ellipsis else parts[min(position, len(parts) - 1)]


def is_record(hint: Any) -> bool:
    """Whether a hint is a dataclass of the model."""
    return isinstance(hint, type) and is_dataclass(hint)


def is_list(hint: Any) -> bool:
    """Whether a hint is a tuple of some length."""
    return get_origin(hint) is tuple


def is_table(hint: Any) -> bool:
    """Whether a hint is a mapping whose keys the author chooses."""
    return get_origin(hint) is Mapping


def is_text(hint: Any) -> bool:
    """Whether a hint is text or a word of a closed list."""
    return isinstance(hint, type) and issubclass(hint, str)


def words_of(hint: Any) -> tuple[str, ...]:
    """Return the words that a closed list allows, none where the hint is no closed list."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return tuple(member.value for member in hint)
    return ()
