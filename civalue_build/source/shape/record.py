"""A tree becomes a value of the model: shape, then types, then what both found in words."""

from collections.abc import Mapping
from typing import Any, TypeVar

from civalue_build.model.place import KeyPath
from civalue_build.source.faults.front_matter import MISSING_KEY
from civalue_build.source.faults.values import (
    NOT_A_NUMBER,
    WORD_NOT_IN_LIST,
    WRONG_KIND_OF_VALUE,
)
from civalue_build.source.shape.expected import choice, expected, name_at, subject
from civalue_build.source.shape.forms import form_of
from civalue_build.source.shape.hints import words_of
from civalue_build.source.shape.making import Misfit, make, make_record
from civalue_build.source.shape.shorthand import Misread, number_fault
from civalue_build.source.shape.walk import Shape
from civalue_build.source.words import either, nearest, show
from civalue_build.source.yaml.nodes import Node

T = TypeVar("T")


def read_record(
    node: Node, cls: type[T], shape: Shape, given: Mapping[str, Any] | None = None
) -> T | None:
    """Return the `cls` that a tree describes, none where a value of it is lost.

    `given` are fields that do not come from keys. Faults and places are left in `shape`.
    """
    given = given or {}
    top: type = cls
    shape.top = top
    values = shape.read(node, frozenset(given))
    if isinstance(values, dict):
        values.update(given)
    misfits: list[Misfit] = []
    value: T | None = make_record(values, top, misfits)
    for misfit in misfits:
        _tell(misfit, shape)
    return value if shape.is_whole else None


def read_part(node: Node, cls: type[T], shape: Shape, path: KeyPath) -> T | None:
    """Return the `cls` that a part of a tree describes, where the model leaves its form open."""
    top: type = cls
    form, misfits = form_of(top), list[Misfit]()
    value: T | None = make(shape.walk(node, form, path), form, path, misfits)
    for misfit in misfits:
        _tell(misfit, shape)
    return None if misfits or not shape.is_whole else value


def _tell(misfit: Misfit, shape: Shape) -> None:
    path = misfit.path
    if shape.is_refused(path):
        return
    hint = misfit.form.hint
    if misfit.is_missing:
        holder = name_at(shape.top, path[:-1])
        inside = f" in “{holder}”" if holder else ""
        message = f"“{name_at(shape.top, path)}” is missing{inside}{choice(hint)}"
        shape.refuse(MISSING_KEY, message, path)
        return
    fault = _of_a_point(path, misfit.found) or _misread(hint, misfit.found)
    shape.refuse(fault.doc, f"{subject(shape.top, path)}{fault.message}", path)


def _of_a_point(path: KeyPath, found: Any) -> Misread | None:
    """Return what is wrong with a text in place of a number of a series, as in a table of its own.

    None where nothing is known of it: a number that is too small to be shown has no value.
    """
    if path[:1] != ("measures",) or "points" not in path or not isinstance(found, str):
        return None
    if not found.strip(" +-.,0123456789"):
        return None
    from civalue_build.source.spreadsheet import meant_value  # noqa: PLC0415 seldom

    hint = meant_value(found.strip()).replace("leave the field empty", f"leave “{path[-1]}” out")
    if not hint:
        return None
    return Misread(NOT_A_NUMBER, f"expected a number, found {show(found)}; {hint}")


def _misread(hint: Any, found: Any) -> Misread:
    """Return what is wrong with a value `found` where `hint` was expected."""
    if words := words_of(hint):
        return _wrong_word(words, found)
    if hint in (int, float) and isinstance(found, str):
        return number_fault(found, expected(hint))
    doc = NOT_A_NUMBER if hint is int and isinstance(found, float) else WRONG_KIND_OF_VALUE
    hint_text = _bool_hint(found) if hint is bool else ""
    return Misread(doc, f"expected {expected(hint)}, found {show(found)}{hint_text}")


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
