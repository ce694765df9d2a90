"""A tree becomes a value of the model: shape, then types, then what both found in words."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from civalue_build.model.place import KeyPath
from civalue_build.source.faults_of_front_matter import MISSING_KEY
from civalue_build.source.faults_of_values import (
    NOT_A_NUMBER,
    WORD_NOT_IN_LIST,
    WRONG_KIND_OF_VALUE,
)
from civalue_build.source.hints import (
    is_list,
    is_record,
    is_table,
    is_text,
    item_hint,
    keys_of,
    own,
    words_of,
)
from civalue_build.source.nodes import Node
from civalue_build.source.shape import Shape
from civalue_build.source.shorthand import Misread, number_fault
from civalue_build.source.words import clean, either, nearest, show

T = TypeVar("T")


@cache
def _adapter(cls: type) -> TypeAdapter[Any]:
    return TypeAdapter(cls)


def read_record(
    node: Node, cls: type[T], shape: Shape, given: Mapping[str, Any] | None = None
) -> T | None:
    """Return the `cls` that a tree describes, none where a value of it is lost.

    `given` are fields that do not come from keys. Faults and places are left in `shape`.
    """
    given = given or {}
    shape.top = cls
    values = shape.read(node, frozenset(given))
    if isinstance(values, dict):
        values.update(given)
    try:
        value: T = _adapter(cls).validate_json(json.dumps(values), strict=True)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _tell(detail, shape)
        return None
    return value if shape.is_whole else None


def _tell(detail: ErrorDetails, shape: Shape) -> None:
    path: KeyPath = tuple(detail["loc"])
    if shape.is_refused(path):
        return
    if detail["type"] == "missing":
        name = _name(shape.top, path)
        shape.refuse(MISSING_KEY, f'"{name}" is missing{_example(shape.top, path)}', path)
        return
    fault = _misread(_hint_at(shape.top, path), detail["input"])
    shape.refuse(fault.doc, f"{_subject(shape.top, path)}{fault.message}", path)


def _misread(hint: Any, found: Any) -> Misread:
    """Return what is wrong with a value `found` where `hint` was expected."""
    if words := words_of(hint):
        return _wrong_word(words, found)
    if hint in (int, float) and isinstance(found, str):
        return number_fault(found, _expected(hint))
    doc = NOT_A_NUMBER if hint is int and isinstance(found, float) else WRONG_KIND_OF_VALUE
    hint_text = _bool_hint(found) if hint is bool else ""
    return Misread(doc, f"expected {_expected(hint)}, found {show(found)}{hint_text}")


def _wrong_word(words: tuple[str, ...], found: Any) -> Misread:
    if not isinstance(found, str):
        return Misread(WRONG_KIND_OF_VALUE, f"expected {either(words)}, found {show(found)}")
    meant = nearest(found, words)
    hint = f"did you mean {meant}" if meant else f"expected {either(words)}"
    return Misread(WORD_NOT_IN_LIST, f"{show(found)} is not a word for this; {hint}")


def _bool_hint(found: Any) -> str:
    word = str(found).casefold()
    if word in ("yes", "y", "on", "1", "true"):
        return "; write true"
    return "; write false" if word in ("no", "n", "off", "0", "false") else ""


def _expected(hint: Any) -> str:
    """Return what belongs at a place, in words."""
    simple = {int: "a whole number", float: "a number", bool: "true or false"}
    if hint in simple:
        return simple[hint]
    if is_text(hint):
        return "text"
    if is_list(hint):
        return "a list" if Ellipsis in hint.__args__ else f"a list of {len(hint.__args__)} numbers"
    if is_record(hint) and len(keys := keys_of(hint)) <= 8:
        return f"keys with values ({', '.join(keys)})"
    return "keys with values"


def _hint_at(cls: type, path: KeyPath) -> Any:
    """Return what the model expects at a path."""
    hint: Any = cls
    for step in path:
        if is_record(hint):
            field = next((key for key in keys_of(hint).values() if key.field == step), None)
            hint = field.hint if field else Any
        elif is_list(hint) and isinstance(step, int):
            hint = item_hint(hint, step)
        elif is_table(hint):
            hint = hint.__args__[1]
        hint = own(hint)
    return hint


def _name(cls: type, path: KeyPath) -> str:
    """Return the last key of a path as authors spell it."""
    names = [step for step in path if isinstance(step, str)]
    last = names[-1] if names else ""
    holder = _hint_at(cls, path[:-1]) if path and path[-1] == last else None
    if is_record(holder):
        return next((key.name for key in keys_of(holder).values() if key.field == last), last)
    return last


def _subject(cls: type, path: KeyPath) -> str:
    name = _name(cls, path)
    return f'"{clean(name)}": ' if name else ""


def _example(cls: type, path: KeyPath) -> str:
    """Return how a missing key is written, where its values are a short list."""
    words = words_of(_hint_at(cls, path))
    return f"; it is {either(words)}" if words else ""
