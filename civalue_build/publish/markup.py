"""HTML as a tree of elements that know where they stand in the text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


@dataclass(slots=True, kw_only=True)
class Element:
    """An element; the text between `start` and `end` is all of it, `inner` what it holds.

    `told` are its attributes as they are written.
    """

    tag: str
    told: str
    start: int
    inner: tuple[int, int]
    end: int
    children: list["Element"] = field(default_factory=list)
    by_tag: Mapping[str, list["Element"]] | None = None

    @property
    def attrs(self) -> Mapping[str, str]:
        """The attributes by name; read only where they are asked for, which few are."""
        return {
            name.lower(): unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(self.told)
        }

    def walk(self) -> Iterator["Element"]:
        """Give this element and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            if element.children:
                waiting.extend(reversed(element.children))

    def having(self, tag: str, **attrs: str) -> Iterator["Element"]:
        """Give the elements of a tag whose attributes hold these words (`_` stands for `-`)."""
        wanted = [(name.replace("_", "-"), word) for name, word in attrs.items()]
        return (element for element in self._tagged(tag) if element.has(wanted))

    def _tagged(self, tag: str) -> Iterable["Element"]:
        """Return the elements of a tag, sorted once for all that will be asked."""
        if self.by_tag is None:
            found: dict[str, list[Element]] = {}
            for element in self.walk():
                found.setdefault(element.tag, []).append(element)
            self.by_tag = found
        return self.by_tag.get(tag, ())

    def has(self, wanted: Iterable[tuple[str, str]]) -> bool:
        """Whether attributes by these names hold these words."""
        attrs = self.attrs if wanted else {}
        return all(word in attrs.get(name, "").split() for name, word in wanted)

    def covers(self, other: "Element") -> bool:
        """Whether the other element is this one or stands inside it."""
        return self.start <= other.start and other.end <= self.end


_TAG = re.compile(
    r"""<!--.*?-->|<(/?)([a-z][^\s/>]*)((?:[^"'>]++|"[^"]*"|'[^']*')*+)>""",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, or a tag: whether it ends an element, its name, and its attributes."""

_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SCRIPTS = ("script", "style")
"""What these hold is no markup."""


Edit = tuple[int, int, str]
"""Where a stretch of a text begins and ends, and what is to stand there instead."""


def edited(html: str, edits: Iterable[Edit]) -> str:
    """Return a text with these changes, which do not overlap."""
    for start, end, instead in sorted(edits, reverse=True):
        html = html[:start] + instead + html[end:]
    return html


def parse(html: str) -> Element:
    """Return the root, a nameless element that holds the whole text.

    Python's own parser takes three times as long, and gives the same for what an engine writes.
    """
    root = Element(tag="", told="", start=0, inner=(0, len(html)), end=len(html))
    opened, at = [root], 0
    while found := _TAG.search(html, at):
        at = found.end()
        tag = (found[2] or "").lower()
        if found[1]:
            _close(opened, tag, found)
        elif tag:
            element = _element(tag, found)
            opened[-1].children.append(element)
            if tag not in VOID and not found[3].endswith("/"):
                opened.append(element)
        if tag in _SCRIPTS and not found[1]:
            at = _end_of(tag, html, at)
    return root


def _element(tag: str, found: re.Match[str]) -> Element:
    start, end = found.span()
    return Element(tag=tag, told=found[3], start=start, inner=(end, end), end=end)


def _close(opened: list[Element], tag: str, found: re.Match[str]) -> None:
    """End the last opened element of this tag, and those inside it that have no end."""
    if opened[-1].tag != tag and all(element.tag != tag for element in opened):
        return
    while True:
        element = opened.pop()
        element.inner = (element.inner[0], found.start())
        element.end = found.end() if element.tag == tag else found.start()
        if element.tag == tag:
            return


def _end_of(tag: str, html: str, at: int) -> int:
    found = re.compile(f"</{tag}", re.IGNORECASE).search(html, at)
    return found.start() if found else len(html)
