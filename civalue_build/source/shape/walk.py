"""One walk over a tree, led by the model's type hints: keys, short spellings, text as written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, Years
from civalue_build.model.finding import CheckDoc
from civalue_build.model.lines import UnitPrice
from civalue_build.model.place import KeyPath
from civalue_build.source.faults.front_matter import KEY_NOT_A_NAME, MISSING_KEY, UNKNOWN_KEY
from civalue_build.source.faults.values import EMPTY_TEXT, TEXT_TOO_LONG
from civalue_build.source.log import Log, Mark
from civalue_build.source.sense.judge import faults_in
from civalue_build.source.shape import shorthand
from civalue_build.source.shape.expected import subject
from civalue_build.source.shape.hints import (
    Key,
    is_list,
    is_record,
    is_table,
    is_text,
    item_hint,
    keys_of,
    own,
)
from civalue_build.source.shape.lengths import NAME, longest
from civalue_build.source.shape.shorthand import Misread
from civalue_build.source.shape.unknown_keys import advice_on
from civalue_build.source.words import clean
from civalue_build.source.yaml.nodes import Entries, Items, Node, Refused, Scalar, plain
from civalue_build.source.yaml.scalars import is_too_large

_SHORT: Mapping[Any, Callable[[Node], Any]] = {
    Estimate: shorthand.estimate,
    Years: shorthand.years,
    PartialDate: shorthand.partial_date,
    PriceYear: shorthand.price_year,
    UnitPrice: shorthand.unit_price,
}


@dataclass(slots=True)
class Shape:
    """The canonical values of one tree, with the place of each and the faults met on the way.

    `refused` holds the paths whose values were reported: nothing more is said about them.
    `is_whole` turns false once a value is lost, so that the model cannot be built from the rest.
    """

    log: Log
    top: type = Case
    marks: dict[KeyPath, Mark] = field(default_factory=dict)
    refused: set[KeyPath] = field(default_factory=set)
    is_whole: bool = True
    values: Any = None

    def read(self, node: Node, given: frozenset[str] = frozenset()) -> Any:
        """Return, and keep, the canonical values of a whole file.

        `given` are fields that do not come from its keys.
        """
        self.marks[()] = (1, 1)
        if isinstance(node, Entries):
            self.values = self._record(node, self.top, (), given)
        else:
            self.marks[()] = node.mark
            self.values = self.walk(node, self.top, ())
        return self.values

    def refuse(self, doc: CheckDoc, message: str, path: KeyPath) -> None:
        """Report a value, and say no more about it."""
        self.log.add(doc, message, self.mark(path))
        self.refused.add(path)
        self.is_whole = False

    def mark(self, path: KeyPath) -> Mark:
        """Return the place of a path, or of the nearest thing around it."""
        while path not in self.marks and path:
            path = path[:-1]
        return self.marks.get(path, (1, 1))

    def is_refused(self, path: KeyPath) -> bool:
        """Whether the value at a path, or one around it, was reported."""
        return any(path[:length] in self.refused for length in range(len(path) + 1))

    def walk(self, node: Node, hint: Any, path: KeyPath) -> Any:
        """Return the canonical value of a node that should be what `hint` says."""
        hint = own(hint)
        if hint in _SHORT and not isinstance(node, Refused):
            return self._short(node, hint, path)
        match node:
            case Refused():
                self.refused.add(path)
                self.is_whole = False
            case Entries() if is_record(hint):
                return self._record(node, hint, path)
            case Entries() if is_table(hint):
                return self._table(node, hint, path)
            case Items() if is_list(hint):
                return self._list(node, hint, path)
            case Scalar() if is_text(hint):
                return self._text(node, path)
            case Scalar() if hint in (int, float) and is_too_large(node.value):
                fault = shorthand.too_large(node)
                self.refuse(fault.doc, f"{subject(self.top, path)}{fault.message}", path)
        return plain(node)

    def _text(self, node: Scalar, path: KeyPath) -> str:
        text, most = node.raw.strip(), longest(path)
        if len(text) > most:
            message = f"{len(text):,} characters; at most {most:,} fit here"
            self.refuse(TEXT_TOO_LONG, f"{subject(self.top, path)}{message}", path)
        return text

    def _short(self, node: Node, hint: Any, path: KeyPath) -> Any:
        spelt = _SHORT[hint](node)
        if isinstance(spelt, Misread):
            place = spelt.node or node
            if spelt.node and not isinstance(spelt.node, Refused):
                self.marks[path] = place.mark
            self.refuse(spelt.doc, f"{subject(self.top, path)}{spelt.message}", path)
            return None
        if not isinstance(spelt, Entries):
            return spelt
        if hint is Years:
            return self._by_year(spelt, path)
        return self._record(spelt, hint, path)

    def _by_year(self, node: Entries, path: KeyPath) -> Any:
        amounts = []
        for position, (key, value) in enumerate(node.entries):
            below = (*path, "by_year", position)
            self._put_mark((*below, "value"), key, value)
            self.marks[below] = key.mark
            amounts.append(
                {"year": int(key.raw), "value": self.walk(value, Estimate, (*below, "value"))}
            )
        return {"by_year": amounts}

    def _list(self, node: Items, hint: Any, path: KeyPath) -> list[Any]:
        values = []
        for position, item in enumerate(node.items):
            below = (*path, position)
            self.marks[below] = item.mark
            values.append(self.walk(item, item_hint(hint, position), below))
        return values

    def _table(self, node: Entries, hint: Any, path: KeyPath) -> dict[str, Any]:
        value_hint = get_args(hint)[1]
        values = {}
        for key, value in node.entries:
            below = (*path, key.raw)
            self._put_mark(below, key, value)
            if not isinstance(key.value, str) and value_hint is not float:
                self.marks[below] = key.mark
                self.refuse(KEY_NOT_A_NAME, f"a key here is a name, found {clean(key.raw)}", below)
            if len(key.raw) > NAME:
                self.marks[below] = key.mark
                message = f"a name of {len(key.raw):,} characters; at most {NAME} fit here"
                self.refuse(TEXT_TOO_LONG, message, below)
            values[key.raw] = self.walk(value, value_hint, below)
        return values

    def _record(
        self, node: Entries, cls: type, path: KeyPath, given: frozenset[str] = frozenset()
    ) -> dict[str, Any]:
        keys = {name: key for name, key in keys_of(cls).items() if key.field not in given}
        written = {entry.raw for entry, _ in node.entries}
        values: dict[str, Any] = {}
        for entry, value in node.entries:
            key = keys.get(entry.raw) or self._unknown(entry, keys, written)
            if key is not None and key.field not in values:
                self._entry(key, entry, value, values, path)
        self._judge(values, cls, path)
        return values

    def _unknown(self, entry: Scalar, keys: Mapping[str, Key], written: set[str]) -> Key | None:
        advice = advice_on(entry.raw, keys, self.top)
        self.log.add(UNKNOWN_KEY, advice.message, entry.mark)
        meant = keys.get(advice.meant or "")
        return meant if meant and meant.name not in written else None

    def _entry(
        self, key: Key, entry: Scalar, value: Node, values: dict[str, Any], path: KeyPath
    ) -> None:
        below = (*path, key.field)
        self._put_mark(below, entry, value)
        if key.name != key.field:
            self.marks[(*path, key.name)] = self.marks[below]
        empty = isinstance(value, Scalar) and (value.value is None or not value.raw.strip())
        if not empty:
            values[key.field] = self.walk(value, key.hint, below)
        elif key.required:
            doc = MISSING_KEY if isinstance(value, Scalar) and value.value is None else EMPTY_TEXT
            self.refuse(doc, f"“{key.name}” has no value", below)
            values[key.field] = None

    def _put_mark(self, path: KeyPath, key: Scalar, value: Node) -> None:
        shown = isinstance(value, Scalar) and (value.raw or value.value is not None)
        self.marks[path] = value.mark if shown else key.mark

    def _judge(self, values: dict[str, Any], cls: type, path: KeyPath) -> None:
        for fault in faults_in(cls, values):
            place = (*path, *fault.below)
            if not self.is_refused(place):
                self.log.add(fault.doc, fault.message, self.mark(place))
                self.is_whole = False
