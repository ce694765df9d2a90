"""HTML as a tree of elements that know where they stand in the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)


@dataclass(slots=True, kw_only=True)
class Element:
    """An element; the text between `start` and `end` is all of it, `inner` what it holds."""

    tag: str
    attrs: Mapping[str, str]
    start: int
    inner: tuple[int, int]
    end: int
    children: list["Element"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """Give this element and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    def having(self, tag: str, **attrs: str) -> Iterator["Element"]:
        """Give the elements of a tag whose attributes hold these words (`_` stands for `-`)."""
        for element in self.walk():
            if element.tag == tag and all(
                word in element.attrs.get(name.replace("_", "-"), "").split()
                for name, word in attrs.items()
            ):
                yield element

    def covers(self, other: "Element") -> bool:
        """Whether the other element is this one or stands inside it."""
        return self.start <= other.start and other.end <= self.end


class _Builder(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self.root = Element(tag="", attrs={}, start=0, inner=(0, len(html)), end=len(html))
        self._open = [self.root]
        self.feed(html)
        self.close()

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        start = self._here()
        end = start + len(self.get_starttag_text() or "")
        known = {name: value or "" for name, value in attrs}
        element = Element(tag=tag, attrs=known, start=start, inner=(end, end), end=end)
        self._open[-1].children.append(element)
        return element

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._add(tag, attrs)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        names = [element.tag for element in self._open]
        if tag not in names[1:]:
            return
        here = self._here()
        while True:
            element = self._open.pop()
            element.inner = (element.inner[0], here)
            element.end = here + len(tag) + 3 if element.tag == tag else here
            if element.tag == tag:
                return


def parse(html: str) -> Element:
    """Return the root, a nameless element that holds the whole text.

    End tags are taken to be written `</p>`, without a space, as the engine writes them.
    """
    return _Builder(html).root
