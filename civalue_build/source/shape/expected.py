"""What the model expects at a path of a file, in an author's words."""

from typing import Any, get_args

from civalue_build.model.place import KeyPath
from civalue_build.source.shape.hints import (
    is_list,
    is_record,
    is_table,
    is_text,
    item_hint,
    keys_of,
    own,
    words_of,
)
from civalue_build.source.words import clean, either

_SIMPLE = {int: "a whole number", float: "a number", bool: "true or false"}


def hint_at(cls: type, path: KeyPath) -> Any:
    """Return the type that the model has at a path below `cls`, Any where it has none."""
    hint: Any = cls
    for step in path:
        if is_record(hint):
            key = next((key for key in keys_of(hint).values() if key.field == step), None)
            hint = key.hint if key else Any
        elif is_list(hint) and isinstance(step, int):
            hint = item_hint(hint, step)
        elif is_table(hint):
            hint = get_args(hint)[1]
        hint = own(hint)
    return hint


def name_at(cls: type, path: KeyPath) -> str:
    """Return the last key of a path as authors spell it, empty where there is none."""
    if "by_year" in path:
        path = path[: path.index("by_year")]
    while path and not isinstance(path[-1], str):
        path = path[:-1]
    if not path:
        return ""
    holder = hint_at(cls, path[:-1])
    keys = keys_of(holder).values() if is_record(holder) else ()
    return next((key.name for key in keys if key.field == path[-1]), str(path[-1]))


def subject(cls: type, path: KeyPath) -> str:
    """Return how a message about the value at a path begins."""
    name = name_at(cls, path)
    return f"“{clean(name)}”: " if name else ""


def expected(hint: Any) -> str:
    """Return what belongs where the model has `hint`."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if is_text(hint):
        return "text"
    if is_list(hint):
        length = len(get_args(hint))
        return "a list" if Ellipsis in get_args(hint) else f"a list of {length} numbers"
    if is_record(hint) and len(keys := keys_of(hint)) <= 8:
        return f"keys with values ({', '.join(keys)})"
    return "keys with values"


def choice(hint: Any) -> str:
    """Return the words that a closed list allows, to follow a message; else nothing."""
    words = words_of(hint)
    return f"; it is {either(words)}" if words else ""
