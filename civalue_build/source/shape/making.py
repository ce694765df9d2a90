"""Canonical values become values of the model, strictly: no text is a number, nothing is guessed.

Whatever does not fit is noted with its path and the rest is looked at all the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from civalue_build.model.place import KeyPath
from civalue_build.source.shape.forms import Form, Sort, form_of, record_form


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value `found` where the model takes another form, or one that is missing."""

    path: KeyPath
    form: Form
    found: Any
    is_missing: bool = False


Misfits = list[Misfit]


def make(value: Any, form: Form, path: KeyPath, misfits: Misfits) -> Any:
    """Return a value as the model holds it; where it does not fit, note that and return none."""
    if type(value) is form.taken or (value is None and form.may_be_none):
        return value
    return _MAKERS[form.sort](value, form, path, misfits)


def make_record(value: Any, cls: type, misfits: Misfits) -> Any:
    """Return the `cls` that canonical values describe, none where some do not fit."""
    return make(value, form_of(cls), (), misfits)


def _record(value: Any, form: Form, path: KeyPath, misfits: Misfits) -> Any:
    if not isinstance(value, dict):
        return _misfit(value, form, path, misfits)
    known, so_far = record_form(form.hint), len(misfits)
    fields = {}
    for name, part in value.items():
        if inner := known.forms.get(name):  # what has no place in the model was told before
            is_fit = type(part) is inner.taken
            fields[name] = part if is_fit else make(part, inner, (*path, name), misfits)
    if not fields.keys() >= known.required.keys():
        misfits += [
            Misfit((*path, name), inner, value, is_missing=True)
            for name, inner in known.required.items()
            if name not in fields
        ]
    return form.hint(**fields) if len(misfits) == so_far else None


def _table(value: Any, form: Form, path: KeyPath, misfits: Misfits) -> Any:
    if not isinstance(value, dict):
        return _misfit(value, form, path, misfits)
    (part,) = form.parts
    return {key: make(item, part, (*path, key), misfits) for key, item in value.items()}


def _list(value: Any, form: Form, path: KeyPath, misfits: Misfits) -> Any:
    if not isinstance(value, list) or (not form.is_open and len(value) > len(form.parts)):
        return _misfit(value, form, path, misfits)
    items = [make(x, form.part(n), (*path, n), misfits) for n, x in enumerate(value)]
    absent = () if form.is_open else range(len(value), len(form.parts))
    misfits += [Misfit((*path, n), form.parts[n], value, is_missing=True) for n in absent]
    return tuple(items)


def _word(value: Any, form: Form, path: KeyPath, misfits: Misfits) -> Any:
    if isinstance(value, str) and value in form.words:
        return form.words[value]
    return _misfit(value, form, path, misfits)


def _number(value: Any, form: Form, path: KeyPath, misfits: Misfits) -> Any:
    return float(value) if type(value) is int else _misfit(value, form, path, misfits)


def _misfit(value: Any, form: Form, path: KeyPath, misfits: Misfits) -> None:
    misfits.append(Misfit(path, form, value))


_Maker = Callable[[Any, Form, KeyPath, Misfits], Any]
_MAKERS: Mapping[Sort, _Maker] = {
    Sort.SHORT: _record,
    Sort.RECORD: _record,
    Sort.TABLE: _table,
    Sort.LIST: _list,
    Sort.WORD: _word,
    Sort.TEXT: _misfit,
    Sort.WHOLE: _misfit,
    Sort.NUMBER: _number,
    Sort.TRUTH: _misfit,
    Sort.ANYTHING: lambda value, *_: value,
}
