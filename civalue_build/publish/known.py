"""What a drawn page must be like for a page of ours to be put into it.

A theme that moves one of these things makes another page than the one that civalue knows: the
build stops, so that nobody publishes a broken page.
"""

import re
from collections.abc import Iterator

from civalue_build.publish import markers
from civalue_build.publish.markup import Element
from civalue_build.publish.slots import misplaced, missing

_BODY = ("h1", "p", "h2", "h3", "h2", "p")
"""The elements of `markers.EXAMPLE`."""

_TEXTS = ("title", "content", "aria-label", "alt")
_ADDRESSES = ("href", "content")
_SILENT = re.compile(r"<!--.*?-->|<(style|template|noscript|textarea)\b.*?</\1>", re.DOTALL)


def check_head(html: str, root: Element) -> Element:
    """Return the description's element; raises CivalueError if it or the title is not alone."""
    heads = list(root.having("head"))
    titles = [title for head in heads for title in head.having("title")]
    if len(titles) != 1 or html[slice(*titles[0].inner)].count(markers.TITLE) != 1:
        raise missing("title")
    told = [
        meta
        for head in heads
        for meta in head.having("meta", name="description")
        if meta.attrs.get("content") == markers.DESCRIPTION
    ]
    if len(told) != 1:
        raise missing("description")
    if html.count(markers.DESCRIPTION) != 1:
        raise misplaced("description")
    return told[0]


def body(html: str, root: Element, content: str) -> tuple[int, int, int]:
    """Return where our example begins and ends, and where the element that holds it ends.

    Raises CivalueError unless it stands whole in the one element with the id `content`, which
    holds the only main heading of the page.
    """
    holders = list(root.having("article", id=content))
    if len(holders) != 1 or len(list(root.having("h1"))) != 1:
        raise missing("body")
    held = holders[0].children
    first = next((i for i, child in enumerate(held) if child.tag == "h1"), len(held))
    example = held[first : first + len(_BODY)]
    texts = [html[slice(*element.inner)] for element in example]
    words = (markers.TITLE, markers.BODY_START, markers.PARENT, markers.CHILD, markers.ALONE)
    is_whole = tuple(element.tag for element in example) == _BODY and all(
        text.startswith(word) for text, word in zip(texts, (*words, markers.BODY_END), strict=True)
    )
    if not is_whole or any(html.count(word) != 1 for word in (words[1], markers.BODY_END)):
        raise missing("body")
    return example[0].start, example[-1].end, holders[0].inner[1]


def check_lists(lists: list[Element], parts: list[Element]) -> None:
    """Raise CivalueError unless each list of headings goes with a part that can be left out."""
    if not lists or not all(any(part.covers(each) for part in parts) for each in lists):
        raise missing("table of contents")


def check_address(root: Element, expected: str) -> None:
    """Raise CivalueError unless the page says that this is its address, or none for none."""
    told = [link.attrs.get("href") for link in root.having("link", rel="canonical")]
    if told != ([expected] if expected else []):
        raise missing("address")


def check_places(html: str, root: Element) -> None:
    """Raise CivalueError for a marker where escaping text would not make it harmless."""
    for silent in _SILENT.finditer(html):
        if found := markers.ANY.search(silent.group()):
            raise misplaced(_name(found.group()))
    for element in root.walk():
        tag = html[element.start : element.inner[0]] if element.tag else ""
        for marker in (markers.TITLE, markers.ADDRESS):
            if marker in tag and tag.count(marker) != sum(_quoted(tag, marker)):
                raise misplaced(_name(marker))
    if markers.ADDRESS in re.sub(r"<[^>]*>", "", html):
        raise misplaced("address")


def _quoted(tag: str, marker: str) -> Iterator[int]:
    """Count a marker in each attribute of a start tag that may hold it."""
    names = _TEXTS if marker == markers.TITLE else _ADDRESSES
    for name, value in re.findall(r'\s([\w:-]+)="([^"]*)"', tag):
        if name in names:
            yield value.count(marker)


def _name(marker: str) -> str:
    return markers.NAMES[marker.upper()]
