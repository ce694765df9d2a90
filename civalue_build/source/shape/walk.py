"""One walk over a tree, led by the model's type hints: keys, short spellings, text as written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate, Years
from civalue_build.model.finding import CheckDoc
from civalue_build.model.place import KeyPath
from civalue_build.source.faults.front_matter import KEY_NOT_A_NAME, MISSING_KEY, UNKNOWN_KEY
from civalue_build.source.faults.values import EMPTY_TEXT, TEXT_TOO_LONG
from civalue_build.source.log import Log, Mark
from civalue_build.source.sense.judge import CHECKS, faults_in
from civalue_build.source.shape import shorthand
from civalue_build.source.shape.expected import subject
from civalue_build.source.shape.forms import SHORT, Form, Slot, Sort, form_of, record_form
from civalue_build.source.shape.lengths import NAME, longest
from civalue_build.source.shape.shorthand import Misread
from civalue_build.source.words import clean
from civalue_build.source.yaml.nodes import Entries, Items, Node, Refused, Scalar, plain
from civalue_build.source.yaml.scalars import is_too_large


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
            self.values = self.walk(node, form_of(self.top), ())
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

    def walk(self, node: Node, form: Form, path: KeyPath) -> Any:
        """Return the canonical value of a node that should have a form of the model."""
        if type(node) is Scalar and not form.is_short:
            return self._text(node, path) if form.is_text else self._scalar(node, form.sort, path)
        if isinstance(node, Refused):
            self.refused.add(path)
            self.is_whole = False
            return None
        if form.is_short or isinstance(node, Scalar):
            return self._short(node, form.hint, path)
        return self._inside(node, form, path)

    def _scalar(self, node: Scalar, sort: Sort, path: KeyPath) -> Any:
        if (sort is Sort.NUMBER or sort is Sort.WHOLE) and is_too_large(node.value):
            fault = shorthand.too_large(node)
            self.refuse(fault.doc, f"{subject(self.top, path)}{fault.message}", path)
        return node.value

    def _inside(self, node: Items | Entries, form: Form, path: KeyPath) -> Any:
        """Return what is in a list, a table or a record; a plain value where it is another."""
        if form.sort is Sort.ANYTHING:
            self._mark_inside(node, path)
            return plain(node)
        if isinstance(node, Items):
            return self._list(node, form, path) if form.sort is Sort.LIST else plain(node)
        if form.sort is Sort.RECORD:
            return self._record(node, form.hint, path)
        return self._table(node, form, path) if form.sort is Sort.TABLE else plain(node)

    def _mark_inside(self, node: Node, path: KeyPath) -> None:
        """Keep the places of what the model has no form for."""
        if isinstance(node, Entries):
            for key, value in node.entries:
                self._put_mark((*path, key.raw), key, value)
                self._mark_inside(value, (*path, key.raw))
        elif isinstance(node, Items):
            for position, item in enumerate(node.items):
                self.marks[*path, position] = item.mark
                self._mark_inside(item, (*path, position))

    def _text(self, node: Scalar, path: KeyPath) -> str:
        text = node.raw.strip()
        if len(text) > NAME and len(text) > (most := longest(path)):
            message = f"{len(text):,} characters; at most {most:,} fit here"
            self.refuse(TEXT_TOO_LONG, f"{subject(self.top, path)}{message}", path)
        return text

    def _short(self, node: Node, hint: Any, path: KeyPath) -> Any:
        spelt = SHORT[hint](node)
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
        amounts, form = [], form_of(Estimate)
        for position, (key, value) in enumerate(node.entries):
            below = (*path, "by_year", position)
            self._put_mark((*below, "value"), key, value)
            self.marks[below] = key.mark
            amounts.append(
                {"year": int(key.raw), "value": self.walk(value, form, (*below, "value"))}
            )
        return {"by_year": amounts}

    def _list(self, node: Items, form: Form, path: KeyPath) -> list[Any]:
        values = []
        for position, item in enumerate(node.items):
            below = (*path, position)
            self.marks[below] = item.mark
            values.append(self.walk(item, form.part(position), below))
        return values

    def _table(self, node: Entries, form: Form, path: KeyPath) -> dict[str, Any]:
        (part,) = form.parts
        values = {}
        for key, value in node.entries:
            below = (*path, key.raw)
            self._put_mark(below, key, value)
            if not isinstance(key.value, str) and part.sort is not Sort.NUMBER:
                self.marks[below] = key.mark
                self.refuse(KEY_NOT_A_NAME, f"a key here is a name, found {clean(key.raw)}", below)
            if len(key.raw) > NAME:
                self.marks[below] = key.mark
                message = f"a name of {len(key.raw):,} characters; at most {NAME} fit here"
                self.refuse(TEXT_TOO_LONG, message, below)
            values[key.raw] = self.walk(value, part, below)
        return values

    def _record(
        self, node: Entries, cls: type, path: KeyPath, given: frozenset[str] = frozenset()
    ) -> dict[str, Any]:
        known = record_form(cls, given)
        values: dict[str, Any] = {}
        for entry, value in node.entries:
            key = known.keys.get(entry.raw) or self._unknown(entry, known.keys, node)
            if key is not None and key.field not in values:
                self._entry(key, entry, value, values, path)
        self._judge(values, cls, path)
        return values

    def _unknown(self, entry: Scalar, keys: Mapping[str, Slot], node: Entries) -> Slot | None:
        """Report a key; return the one that was meant, unless that is written beside it."""
        from civalue_build.source.shape.unknown_keys import advice_on  # noqa: PLC0415 seldom

        advice = advice_on(entry.raw, keys, self.top)
        self.log.add(UNKNOWN_KEY, advice.message, entry.mark)
        meant = keys.get(advice.meant or "")
        if meant is None or any(meant.name == other.raw for other, _ in node.entries):
            return None
        return meant

    def _entry(
        self, key: Slot, entry: Scalar, value: Node, values: dict[str, Any], path: KeyPath
    ) -> None:
        below = (*path, key.field)
        self._put_mark(below, entry, value)
        if key.name != key.field:
            self.marks[(*path, key.name)] = self.marks[below]
        if type(value) is not Scalar or (value.value is not None and value.raw.strip()):
            values[key.field] = self.walk(value, key.form, below)
        elif key.required:
            doc = MISSING_KEY if value.value is None else EMPTY_TEXT
            self.refuse(doc, f"“{key.name}” has no value", below)
            values[key.field] = None

    def _put_mark(self, path: KeyPath, key: Scalar, value: Node) -> None:
        # A value that is not there, or that begins with its own first key, is found by its key.
        shown = type(value) is Scalar and (value.raw or value.value is not None)
        self.marks[path] = value.mark if shown else key.mark

    def _judge(self, values: dict[str, Any], cls: type, path: KeyPath) -> None:
        for fault in faults_in(cls, values) if cls in CHECKS else ():
            place = (*path, *fault.below)
            if not self.is_refused(place):
                self.log.add(fault.doc, fault.message, self.mark(place))
                self.is_whole = False
