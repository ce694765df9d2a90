"""YAML, strictly: text becomes a tree with marks, and everything doubtful becomes a fault."""

from collections.abc import Iterator

import yaml
from yaml._yaml import CParser

from civalue_build.model.finding import CheckDoc
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
from civalue_build.source.yaml.words import Fault, fault_in_words

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
    builder = _Builder(own, first_line)
    try:
        tree = builder.build(_events(text))
    except _Stop:
        tree = None
    except yaml.MarkedYAMLError as error:
        own.findings.clear()
        _tell(fault_in_words(error, text.split("\n")), own, first_line)
        tree = None
    log.findings.extend(own.findings)
    return tree


def _brackets(text: str) -> int:
    return text.count("[") + text.count("{")


def _events(text: str) -> Iterator[yaml.Event]:
    parser = CParser(text)
    try:
        while event := parser.get_event():
            yield event
    finally:
        parser.dispose()


def _tell(fault: Fault, log: Log, first_line: int) -> None:
    doc = {"tag": TAG_OR_DIRECTIVE, "alias": ANCHOR_OR_ALIAS, "documents": SEVERAL_DOCUMENTS}
    line, column = fault.mark
    log.add(doc.get(fault.kind, NOT_READABLE), fault.message, (line + first_line, column + 1))


class _Builder:
    """Builds the tree from events; collections that are still open lie on a stack."""

    def __init__(self, log: Log, first_line: int) -> None:
        self.log = log
        self.first_line = first_line
        self.root: Node | None = None
        self.stack: list[Items | Entries] = []
        self.keys: list[Scalar | Refused | None] = []
        self.seen: list[set[str]] = []
        self.count = 0

    def build(self, events: Iterator[yaml.Event]) -> Node:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._start_document(event)
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close()
        return self.root or Entries((self.first_line, 1))

    def _mark(self, event: yaml.Event) -> Mark:
        mark = event.start_mark
        assert mark is not None  # noqa: S101 the parser marks every event
        return mark.line + self.first_line, mark.column + 1

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        if event.version or event.tags:
            self._fault(TAG_OR_DIRECTIVE, "a line that begins with %; leave it out", event)
        if self.root is not None:
            message = "a second document begins here; keep one document in a file"
            self._fault(SEVERAL_DOCUMENTS, message, event)
            raise _Stop

    def _fault(self, doc: CheckDoc, message: str, event: yaml.Event) -> None:
        self.log.add(doc, message, self._mark(event))

    def _node(self, event: yaml.NodeEvent) -> None:
        self.count += 1
        if self.count > NODES:
            self._fault(TOO_COMPLEX, f"more than {NODES:,} values", event)
            raise _Stop
        node = self._made(event)
        self._place(Refused(node.mark) if self._is_tagged(event) else node)
        if isinstance(node, Items | Entries):
            self._open(node, event)

    def _made(self, event: yaml.NodeEvent) -> Node:
        mark = self._mark(event)
        if isinstance(event, yaml.AliasEvent):
            message = (
                f"an alias (*{clean(event.anchor or '')}); write the value out, or put it in quotes"
            )
            self._fault(ANCHOR_OR_ALIAS, message, event)
            return Refused(mark)
        if event.anchor is not None:
            message = f"an anchor (&{clean(event.anchor)}); leave it out, or use quotes"
            self._fault(ANCHOR_OR_ALIAS, message, event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, mark)
        return Items(mark) if isinstance(event, yaml.SequenceStartEvent) else Entries(mark)

    def _is_tagged(self, event: yaml.NodeEvent) -> bool:
        if getattr(event, "tag", None) is None:
            return False
        message = "a tag (!); leave it out, or put the value in quotes"
        self._fault(TAG_OR_DIRECTIVE, message, event)
        return True

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> Scalar | Refused:
        raw = event.value
        if len(raw) > SCALAR_LENGTH:
            message = f"a value of {len(raw):,} characters; at most {SCALAR_LENGTH:,} are read"
            self._fault(TOO_COMPLEX, message, event)
            return Refused(mark)
        if hidden := HIDDEN.search(raw):
            self._fault(HIDDEN_CHARACTER, f"{name_of(hidden[0])}; delete it", event)
            raw = HIDDEN.sub(" ", raw)
        return Scalar(raw, resolve(raw) if not event.style else raw, mark)

    def _open(self, node: Items | Entries, event: yaml.NodeEvent) -> None:
        if len(self.stack) >= DEPTH:
            self._fault(TOO_COMPLEX, f"more than {DEPTH} levels, one inside the other", event)
            raise _Stop
        self.stack.append(node)
        self.keys.append(None)
        self.seen.append(set())

    def _close(self) -> None:
        self.stack.pop()
        self.keys.pop()
        self.seen.pop()

    def _place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
        elif isinstance(top := self.stack[-1], Items):
            top.items.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = self._key(node)
        else:
            self.keys[-1] = None
            if isinstance(key, Scalar):
                top.entries.append((key, node))

    def _key(self, node: Node) -> Scalar | Refused:
        if not isinstance(node, Scalar):
            if not isinstance(node, Refused):
                self.log.add(KEY_NOT_A_NAME, "a key is one word, not a list or keys", node.mark)
            return Refused(node.mark)
        if node.raw == "<<":
            self.log.add(ANCHOR_OR_ALIAS, "a merge key (<<); write the keys out", node.mark)
            return Refused(node.mark)
        if node.value is None or isinstance(node.value, bool | float):
            written = clean(node.raw) or "nothing"
            self.log.add(KEY_NOT_A_NAME, f"a key is a name, found {written}", node.mark)
            return Refused(node.mark)
        if node.raw in self.seen[-1]:
            message = f"the key “{clean(node.raw)}” stands here for the second time; keep one"
            self.log.add(DUPLICATE_KEY, message, node.mark)
            return Refused(node.mark)
        self.seen[-1].add(node.raw)
        return node
