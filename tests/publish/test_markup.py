"""A page is read as Python's own parser reads it, and every place in it is right."""

from html.parser import HTMLParser

import pytest

from civalue_build.publish.drawn import Chromes
from civalue_build.publish.markup import VOID, Element, edited, parse
from tests.publish.small_site import CASE

AWKWARD = (
    "<p>a < b <b>c</p>d</b>",
    "<p title='a > b' CLASS=\"x y\" hidden data-x=1>&lt;p&gt;</P>",
    "<!-- <p> --><p>a</p><!DOCTYPE html><br/><svg><path d=''/></svg>",
    "<script>if (a < b) '<p>'</script><style>a > b {}</style><p>a</p>",
    "<ul><li>a<li>b</ul></p>",
    "<p",
    "<a title='a &amp; b' href=x/>a</a>",
)


class Reading(HTMLParser):
    """What Python's own parser finds: start tags with attributes and text, end tags by name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.found.append((tag, known, self.get_starttag_text() or ""))


def starts(html: str) -> list[tuple[str, dict[str, str], str]]:
    """The same of ours: what stands in the text from where each element starts."""
    inner = ((each, html[each.start : each.inner[0]]) for each in parse(html).walk() if each.tag)
    return [(each.tag, dict(each.attrs), text) for each, text in inner]


def sound(html: str, element: Element) -> bool:
    """Whether elements stand inside one another, each from its start tag to its end tag."""
    start, end = element.inner
    ends = [element.start, start, end, element.end]
    has_end = html[end : element.end].lower() in ("", f"</{element.tag}>")
    inside = all(start <= each.start and each.end <= end for each in element.children)
    return ends == sorted(ends) and has_end and inside


@pytest.mark.parametrize("html", AWKWARD)
def test_awkward_markup_is_read_as_by_pythons_own_parser(html: str) -> None:
    assert starts(html) == Reading(html).found
    assert all(sound(html, each) for each in parse(html).walk())


def test_pages_of_every_engine_are_read_as_by_pythons_own_parser(drawn: Chromes) -> None:
    pages = [path.read_text(encoding="utf-8") for path in drawn.folder.rglob("*.html")]
    for html in (*pages, drawn.specimen.fill(CASE)):
        found = starts(html)
        assert found == Reading(html).found
        assert len(found) > 50
        elements = [each for each in parse(html).walk() if each.tag]
        assert all(sound(html, each) for each in elements)
        whole = [each for each in elements if each.tag not in VOID and each.inner[1] != each.end]
        assert len(whole) > 50


def test_an_element_that_is_not_closed_ends_with_the_one_that_holds_it() -> None:
    html = "<ul><li>a<li>b</ul>c"
    (outer,) = parse(html).having("ul")
    items = list(outer.having("li"))
    assert [html[each.start : each.end] for each in items] == ["<li>a<li>b", "<li>b"]
    assert html[outer.end :] == "c"


def test_changes_are_made_where_they_were_meant_whatever_their_order() -> None:
    assert edited("abcdef", [(4, 5, "E"), (0, 0, ">"), (1, 3, "")]) == ">adEf"
