"""The list of a page's headings, in the theme's own markup."""

from collections.abc import Iterator
from enum import Enum, auto
from html import escape

from civalue_build.model.record import record
from civalue_build.model.site import Heading, Page
from civalue_build.publish import markers
from civalue_build.publish.markup import Element
from civalue_build.publish.slots import missing


class Word(Enum):
    """What differs from one item of the list to the next."""

    TEXT = auto()
    ANCHOR = auto()


@record
class Item:
    """The markup of an item, or of a piece of one, around its words."""

    pieces: tuple[str | Word, ...]

    @classmethod
    def learn(cls, html: str, marker: str) -> "Item":
        """Split markup at the marker of its text and at the id that the engine made of it."""
        pieces: list[str | Word] = []
        for i, by_text in enumerate(html.split(marker)):
            pieces += [Word.TEXT] if i else []
            for j, literal in enumerate(by_text.split(marker.lower())):
                pieces += [Word.ANCHOR] if j else []
                pieces.append(literal)
        return cls(pieces=tuple(pieces))

    def fill(self, heading: Heading) -> str:
        """Return the markup of this heading's item."""
        words = {Word.TEXT: escape(heading.text), Word.ANCHOR: escape(heading.anchor)}
        return "".join(words[piece] if isinstance(piece, Word) else piece for piece in self.pieces)


@record
class Contents:
    """A list of headings, filled from `Page.contents`.

    `alone` is an item with nothing below it; `opening` and `closing` stand around the items
    (`below`) of a heading that has some.
    """

    alone: Item
    opening: Item
    below: Item
    closing: Item

    def fill(self, page: Page) -> str:
        """Return the items of the page's headings."""
        return "\n".join(self._top(heading, below) for heading, below in _nested(page.contents))

    def _top(self, heading: Heading, below: list[Heading]) -> str:
        if not below:
            return self.alone.fill(heading)
        inner = "\n".join(self.below.fill(each) for each in below)
        return f"{self.opening.fill(heading)}\n{inner}\n{self.closing.fill(heading)}"


def _nested(contents: tuple[Heading, ...]) -> list[tuple[Heading, list[Heading]]]:
    """Put level 3 below the level 2 before it; without one it stands at the top."""
    tops: list[tuple[Heading, list[Heading]]] = []
    for heading in contents:
        if heading.level > 2 and tops:
            tops[-1][1].append(heading)
        else:
            tops.append((heading, []))
    return tops


def learn_contents(html: str, listed: Element) -> Contents:
    """Learn from a drawn list (`ul`) how items are written.

    Raises CivalueError if it does not list the three headings of the example, once each.
    """
    links = list(listed.having("a"))
    named = [markers.ANY.findall(html[link.start : link.end]) for link in links]
    if named != [[word.lower(), word] for word in (markers.PARENT, markers.CHILD, markers.ALONE)]:
        raise missing("table of contents")
    parent = _item(listed, markers.PARENT)
    nested = next(parent.having("ul"), None)
    if nested is None:
        raise missing("table of contents")
    start, end = nested.inner
    alone, below = (_item(listed, marker) for marker in (markers.ALONE, markers.CHILD))
    return Contents(
        alone=Item.learn(html[alone.start : alone.end], markers.ALONE),
        opening=Item.learn(html[parent.start : start], markers.PARENT),
        below=Item.learn(html[below.start : below.end], markers.CHILD),
        closing=Item.learn(html[end : parent.end], markers.PARENT),
    )


def _item(listed: Element, marker: str) -> Element:
    """Return the list item whose own link is the marked heading."""
    wanted = f"#{marker.lower()}"
    for item in listed.having("li"):
        link = next(item.having("a"), None)
        if link is not None and link.attrs.get("href") == wanted:
            return item
    raise missing("table of contents")


def drawn_lists(root: Element) -> Iterator[Element]:
    """Give every list of headings of a drawn page."""
    return root.having("ul", data_md_component="toc")


def only_with_contents(root: Element) -> list[Element]:
    """Return the parts of a page that make no sense when it has no headings to list.

    The lists' own navigation, and the switch and labels by which a narrow screen opens them.
    """
    return [
        *root.having("nav", **{"class": "md-nav--secondary"}),
        *root.having("input", id="__toc"),
        *root.having("label", **{"for": "__toc"}),
    ]
