"""YAML, strictly: text becomes a tree with marks, and everything doubtful becomes a fault."""

from collections.abc import Callable
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml._yaml import CParser

from civalue_build.source.faults.files import HIDDEN_CHARACTER
from civalue_build.source.faults.front_matter import (
    ANCHOR_OR_ALIAS,
    DUPLICATE_KEY,
    KEY_NOT_A_NAME,
    NOT_READABLE,
    SEVERAL_DOCUMENTS,
    TAG_OR_DIRECTIVE,
    TOO_COMPLEX,
)
from civalue_build.source.log import Log, Mark
from civalue_build.source.text import HIDDEN, name_of
from civalue_build.source.words import clean
from civalue_build.source.yaml.nodes import Entries, Items, Node, Refused, Scalar
from civalue_build.source.yaml.scalars import resolve

BRACKETS = 5_000
DEPTH = 16
NODES = 20_000
SCALAR_LENGTH = 20_000


class _Stop(Exception):
    """The tree goes beyond a limit and is not read on."""


def read_tree(text: str, log: Log, first_line: int = 1) -> Node | None:
    """Return the tree of a YAML text whose first line is line `first_line` of its file.

    Returns none where the text cannot be read at all: a fault of syntax, which is then the only
    fault told, or a limit exceeded. An empty text is an empty set of keys.
    """
    if _brackets(text) > BRACKETS:
        log.add(TOO_COMPLEX, f"more than {BRACKETS:,} brackets", (first_line, 1))
        return None
    own = Log(log.file, log.case)
    parser = CParser(text)
    try:
        tree = _Builder(parser.get_event, own, first_line).build()
    except _Stop:
        tree = None
    except yaml.MarkedYAMLError as error:
        own.findings.clear()
        _tell(error, text, own, first_line)
        tree = None
    finally:
        parser.dispose()
    log.findings.extend(own.findings)
    return tree


def _brackets(text: str) -> int:
    return text.count("[") + text.count("{")


def _tell(error: yaml.MarkedYAMLError, text: str, log: Log, first_line: int) -> None:
    from civalue_build.source.yaml.words import fault_in_words  # noqa: PLC0415 seldom needed

    fault = fault_in_words(error, text.split("\n"))
    doc = {"tag": TAG_OR_DIRECTIVE, "alias": ANCHOR_OR_ALIAS, "documents": SEVERAL_DOCUMENTS}
    line, column = fault.mark
    log.add(doc.get(fault.kind, NOT_READABLE), fault.message, (line + first_line, column + 1))


class _Builder:
    """Builds the tree from events: nothing is opened deeper than the limit."""

    def __init__(self, following: Callable[[], Any], log: Log, first_line: int) -> None:
        self.following = following
        self.log = log
        self.first_line = first_line
        self.count = 0

    def build(self) -> Node:
        root: Node | None = None
        while (event := self.following()) is not None:
            if isinstance(event, DocumentStartEvent):
                self._start_document(event, is_first=root is None)
            elif isinstance(event, NodeEvent):
                root = self._node(event, 0)
        return root or Entries((self.first_line, 1))

    def _start_document(self, event: Any, *, is_first: bool) -> None:
        mark = (event.start_mark.line + self.first_line, event.start_mark.column + 1)
        if event.version or event.tags:
            self.log.add(TAG_OR_DIRECTIVE, "a line that begins with %; leave it out", mark)
        if not is_first:
            message = "a second document begins here; keep one document in a file"
            self.log.add(SEVERAL_DOCUMENTS, message, mark)
            raise _Stop

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        return self._alias(event) if kind is AliasEvent else self._collection(event, depth)

    def _counted(self, place: Any) -> Mark:
        """Return the mark of a node at a place of the parser; it is within the limit of nodes."""
        mark = (place.line + self.first_line, place.column + 1)
        self.count += 1
        if self.count > NODES:
            self.log.add(TOO_COMPLEX, f"more than {NODES:,} values", mark)
            raise _Stop
        return mark

    def _is_tagged(self, event: Any, mark: Mark) -> bool:
        """Report an anchor and a tag; whether there is a tag, which makes the value unusable."""
        if event.anchor is not None:
            message = f"an anchor (&{clean(event.anchor)}); leave it out, or use quotes"
            self.log.add(ANCHOR_OR_ALIAS, message, mark)
        if event.tag is not None:
            message = "a tag (!); leave it out, or put the value in quotes"
            self.log.add(TAG_OR_DIRECTIVE, message, mark)
        return event.tag is not None

    def _alias(self, event: Any) -> Refused:
        mark = self._counted(event.start_mark)
        named = clean(event.anchor or "")
        message = f"an alias (*{named}); write the value out, or put it in quotes"
        self.log.add(ANCHOR_OR_ALIAS, message, mark)
        return Refused(mark)

    def _scalar(self, event: Any) -> Scalar | Refused:
        mark, raw, style = self._counted(event.start_mark), event.value, event.style
        is_marked = event.tag is not None or event.anchor is not None
        is_tagged = is_marked and self._is_tagged(event, mark)
        if len(raw) > SCALAR_LENGTH:
            message = f"a value of {len(raw):,} characters; at most {SCALAR_LENGTH:,} are read"
            self.log.add(TOO_COMPLEX, message, mark)
            return Refused(mark)
        # Other ASCII characters that print nothing are refused by the parser, but for escapes.
        if (style == '"' or not raw.isascii()) and (hidden := HIDDEN.search(raw)):
            self.log.add(HIDDEN_CHARACTER, f"{name_of(hidden[0])}; delete it", mark)
            raw = HIDDEN.sub(" ", raw)
        return Refused(mark) if is_tagged else Scalar(raw, raw if style else resolve(raw), mark)

    def _collection(self, event: Any, depth: int, *, is_key: bool = False) -> Node:
        mark = self._counted(event.start_mark)
        is_tagged = self._is_tagged(event, mark)
        if is_key and not is_tagged:
            self.log.add(KEY_NOT_A_NAME, "a key is one word, not a list or keys", mark)
        if depth >= DEPTH:
            message = f"more than {DEPTH} levels, one inside the other"
            self.log.add(TOO_COMPLEX, message, mark)
            raise _Stop
        is_list = isinstance(event, SequenceStartEvent)
        node = self._items(mark, depth + 1) if is_list else self._entries(mark, depth + 1)
        return Refused(mark) if is_tagged else node

    def _items(self, mark: Mark, depth: int) -> Items:
        items: list[Node] = []
        while type(event := self.following()) is not SequenceEndEvent:
            items.append(self._node(event, depth))
        return Items(mark, items)

    def _entries(self, mark: Mark, depth: int) -> Entries:
        entries: list[tuple[Scalar, Node]] = []
        seen: set[str] = set()
        following, read = self.following, self._node
        while type(event := following()) is not MappingEndEvent:
            key = self._key(event, seen, depth)
            value = read(following(), depth)
            if key is not None:
                entries.append((key, value))
        return Entries(mark, entries)

    def _key(self, event: Any, seen: set[str], depth: int) -> Scalar | None:
        if type(event) is not ScalarEvent:
            if type(event) is AliasEvent:
                self._alias(event)
            else:
                self._collection(event, depth, is_key=True)
            return None
        node = self._scalar(event)
        if not isinstance(node, Scalar):
            return None
        if isinstance(node.value, str) and node.raw not in seen and node.raw != "<<":
            seen.add(node.raw)
            return node
        return self._doubtful_key(node, seen)

    def _doubtful_key(self, node: Scalar, seen: set[str]) -> Scalar | None:
        """Return a whole number; report any other key that is no text, or not used once."""
        if node.raw == "<<":
            self.log.add(ANCHOR_OR_ALIAS, "a merge key (<<); write the keys out", node.mark)
        elif node.value is None or isinstance(node.value, bool | float):
            shown = clean(node.raw) or "nothing"
            self.log.add(KEY_NOT_A_NAME, f"a key is a name, found {shown}", node.mark)
        elif node.raw in seen:
            message = f"the key “{clean(node.raw)}” stands here for the second time; keep one"
            self.log.add(DUPLICATE_KEY, message, node.mark)
        else:
            seen.add(node.raw)
            return node
        return None
