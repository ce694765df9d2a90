"""What the model takes at each place of a file, worked out once from its type hints."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from functools import cache
from types import NoneType
from typing import Any, get_args

from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, Years
from civalue_build.model.lines import UnitPrice
from civalue_build.source.shape import shorthand
from civalue_build.source.shape.hints import (
    is_list,
    is_record,
    is_table,
    is_text,
    keys_of,
    own,
    words_of,
)
from civalue_build.source.yaml.nodes import Node

SHORT: Mapping[Any, Callable[[Node], Any]] = {
    Estimate: shorthand.estimate,
    Years: shorthand.years,
    PartialDate: shorthand.partial_date,
    PriceYear: shorthand.price_year,
    UnitPrice: shorthand.unit_price,
}
"""Records that have a short spelling, and what reads it."""


class Sort(StrEnum):
    """What can stand at a place."""

    SHORT = auto()
    RECORD = auto()
    TABLE = auto()
    LIST = auto()
    TEXT = auto()
    WORD = auto()
    WHOLE = auto()
    NUMBER = auto()
    TRUTH = auto()
    ANYTHING = auto()


_SIMPLE = {int: Sort.WHOLE, float: Sort.NUMBER, bool: Sort.TRUTH}
_TAKEN = {Sort.TEXT: str, Sort.WHOLE: int, Sort.NUMBER: float, Sort.TRUTH: bool}


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """What the model takes at one place.

    Values of the type `taken` are taken as they are, and the `words` of a closed list as what
    they stand for. `parts` are the forms inside: of a table's values, of a list's items. A list
    `is_open` where it may have any length, and all its items have the one form.

    What is asked at every value of a file stands here as an answer: naming a member of an enum
    takes longer than all else that is done for a short text.
    """

    sort: Sort
    hint: Any
    may_be_none: bool
    is_short: bool = False
    is_text: bool = False
    taken: type | None = None
    words: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple["Form", ...] = ()
    is_open: bool = False

    def part(self, position: int) -> "Form":
        """Return what belongs at a position of a list, the last form for those too many."""
        return self.parts[min(position, len(self.parts) - 1)]


@cache
def form_of(hint: Any) -> Form:
    """Return the form that a type hint stands for."""
    bare = own(hint)
    inner = [part for part in get_args(bare) if part is not Ellipsis]
    parts = inner[1:] if is_table(bare) else inner if is_list(bare) else []
    sort = _sort(bare)
    return Form(
        sort=sort,
        hint=bare,
        may_be_none=NoneType in get_args(hint),
        is_short=sort is Sort.SHORT,
        is_text=sort in (Sort.TEXT, Sort.WORD),
        taken=_TAKEN.get(sort),
        words={word: bare(word) for word in words_of(bare)},
        parts=tuple(form_of(part) for part in parts),
        is_open=Ellipsis in get_args(bare),
    )


def _sort(hint: Any) -> Sort:
    if is_record(hint):
        return Sort.SHORT if hint in SHORT else Sort.RECORD
    if is_table(hint) or is_list(hint):
        return Sort.TABLE if is_table(hint) else Sort.LIST
    if is_text(hint):
        return Sort.WORD if words_of(hint) else Sort.TEXT
    return _SIMPLE.get(hint, Sort.ANYTHING)


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """One key of a record: its `name` in files, the model's `field`, and what it takes."""

    name: str
    field: str
    form: Form
    required: bool


@dataclass(frozen=True, slots=True, eq=False)
class RecordForm:
    """What one dataclass of the model takes: keys as authors spell them, forms by field.

    `required` are the forms of those fields that must be there.
    """

    keys: Mapping[str, Slot]
    forms: Mapping[str, Form]
    required: Mapping[str, Form]


@cache
def record_form(cls: type, given: frozenset[str] = frozenset()) -> RecordForm:
    """Return the form of a dataclass; fields that are `given` otherwise have no key."""
    slots = [Slot(k.name, k.field, form_of(k.hint), k.required) for k in keys_of(cls).values()]
    return RecordForm(
        keys={slot.name: slot for slot in slots if slot.field not in given},
        forms={slot.field: slot.form for slot in slots},
        required={slot.field: slot.form for slot in slots if slot.required},
    )
