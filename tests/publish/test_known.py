"""A theme that moves, drops or doubles a marker makes a clear error, or a right page all the same.

The pages are those that the real engines drew: what an upgrade of a theme could do to them is
done to each place of each marker.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.site import Page
from civalue_build.publish import markers, mend, tabs
from civalue_build.publish.chrome import Chrome
from civalue_build.publish.engine import start_drawing
from civalue_build.publish.engines import Engine
from civalue_build.publish.markup import Element, edited, parse
from civalue_build.publish.words import Words
from tests.publish.conftest import Reading
from tests.publish.small_site import AWKWARD, CASE, EDIT, SETTINGS, SITE, URL

SPECIMEN = markers.specimen("cases")
SLOTS = "|".join(sorted(set(markers.NAMES.values())))
Change = Callable[[str, Element], str]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    html: str
    path: str
    page: Page

    def filled(self, html: str) -> str:
        mended = mend.page(html)
        named = edited(mended, mend.naming(mended, parse(mended)))
        placed = tabs.placed(mend.rooted(named, self.path), self.path)
        learned = Chrome.learn(placed, self.path, site_url=URL, edit_base=EDIT)
        return learned.fill(self.page)


@pytest.fixture(scope="session")
def raw(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Words]:
    """What each engine drew, before anything is mended."""
    settings = SETTINGS | {"site_url": URL, "edit_uri": EDIT}
    with start_drawing(SITE, settings, tmp_path_factory.mktemp("raw"), engine) as drawing:
        return drawing.wait(), drawing.words


@pytest.fixture(scope="session", params=["a family's page", "a page of the menu"])
def drawn_page(request: pytest.FixtureRequest, raw: tuple[Path, Words]) -> Drawn:
    """A page as each engine drew it, and where it stands; the menu's lists headings twice."""
    built, words = raw
    of_family = request.param == "a family's page"
    path = SPECIMEN if of_family else "framework/prices/index.html"
    html = words.show_html((built / path).read_text(encoding="utf-8"))
    return Drawn(html=html, path=path, page=CASE if of_family else replace(CASE, path=path))


def assert_right(html: str, path: str) -> None:
    read = Reading(html)
    assert not markers.ANY.search(html)
    head = html[: html.index("</head>")]
    assert Reading(head).text("title") == [" ".join(f"{AWKWARD} - {SITE.title}".split())]
    assert [each["content"] for each in Reading(head).having("meta", name="description")] == [
        CASE.description
    ]
    assert html.count(CASE.body) == 1
    assert read.text("h1") == ["Ours"]
    article = html[html.index("<article") : html.index("</article>")]
    assert CASE.body in article
    assert html.count(f"{EDIT}cases/falls/case.md") == article.count(f"{EDIT}cases/falls/case.md")
    assert [each["href"] for each in read.having("link", rel="canonical")] == [URL + path]
    for listed in parse(html).having("ul", data_md_component="toc"):
        inside = Reading(html[slice(*listed.inner)])
        assert [each["href"] for each in inside.having("a")] == [
            f"#{heading.anchor}" for heading in CASE.contents
        ]
    assert not list(read.having("b"))
    assert not list(read.having("i"))
    for tag in ("ul", "li", "nav", "div", "article"):
        assert len(re.findall(rf"<{tag}[ >]", html)) == html.count(f"</{tag}>"), tag


def holders(html: str) -> list[Element]:
    """Every element that holds a marker, in its own text or in its start tag, innermost."""
    found = [each for each in parse(html).walk() if each.tag and each.tag not in ("html", "body")]
    return [
        each
        for each in found
        if markers.ANY.search(html[each.start : each.inner[0]])
        or markers.ANY.search(_own_text(html, each))
    ]


def _own_text(html: str, element: Element) -> str:
    start, pieces = element.inner[0], []
    for child in element.children:
        pieces.append(html[start : child.start])
        start = child.end
    return "".join([*pieces, html[start : element.inner[1]]])


def drop(html: str, each: Element) -> str:
    return html[: each.start] + html[each.end :]


def drop_word(html: str, each: Element) -> str:
    return html[: each.start] + markers.ANY.sub("", html[each.start : each.end]) + html[each.end :]


def unwrap(html: str, each: Element) -> str:
    return html[: each.start] + html[slice(*each.inner)] + html[each.end :]


def double(html: str, each: Element) -> str:
    return html[: each.end] + html[each.start : each.end] + html[each.end :]


def wrap(html: str, each: Element) -> str:
    piece = html[each.start : each.end]
    return f"{html[: each.start]}<section>{piece}</section>{html[each.end :]}"


def comment(html: str, each: Element) -> str:
    return f"{html[: each.start]}<!-- {html[each.start : each.end]} -->{html[each.end :]}"


def moved_before(place: str) -> Change:
    def move(html: str, each: Element) -> str:
        piece = html[each.start : each.end]
        return drop(html, each).replace(place, piece + place, 1)

    move.__name__ = f"moved before {place}"
    return move


def written_before(before: str, after: str, place: str) -> Change:
    """Say a marker again, somewhere else."""

    def write(html: str, each: Element) -> str:
        found = markers.ANY.search(html, each.start)
        assert found
        return html.replace(place, f"{before}{found.group()}{after}{place}", 1)

    write.__name__ = f"also in {before}"
    return write


CHANGES: list[Change] = [
    *(drop, drop_word, unwrap, double, wrap, comment),
    *(moved_before(place) for place in ("</head>", "</header>", "</article>", "</footer>")),
    written_before("<style>", "</style>", "</head>"),
    written_before("<p>", "</p>", "</header>"),
    written_before("<p title=", ">x</p>", "</header>"),
    written_before("<p style='", "'>x</p>", "</header>"),
    written_before('<p onclick="', '">x</p>', "</header>"),
    written_before("<script>var x = '", "'</script>", "</head>"),
]


def test_the_page_as_it_is_drawn_today_is_right(drawn_page: Drawn) -> None:
    assert_right(drawn_page.filled(drawn_page.html), drawn_page.page.path)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_around_a_marker_is_refused_by_its_slot_or_leaves_a_right_page(
    drawn_page: Drawn, change: Change
) -> None:
    found = holders(drawn_page.html)
    assert len(found) > 12
    for each in found:
        html, refusal = outcome(drawn_page, change(drawn_page.html, each))
        if refusal:
            assert re.search(rf"\b({SLOTS})\b", refusal)
        else:
            assert_right(html, drawn_page.page.path)


def outcome(drawn_page: Drawn, html: str) -> tuple[str, str]:
    """The page that comes of it, or what it is refused with."""
    try:
        return drawn_page.filled(html), ""
    except CivalueError as error:
        return "", str(error)


@pytest.mark.parametrize(
    ("slot", "pattern", "instead"),
    [
        ("title", r"<title>.*?</title>", "<title>Fixed</title>"),
        ("description", r'<meta name="description"[^>]*>', ""),
        ("body", markers.BODY_END, "End"),
        ("body", r"<article", "<section"),
        ("table of contents", r'data-md-component="toc"', ""),
        ("address", r'<link rel="canonical"[^>]*>', ""),
    ],
)
def test_a_page_that_lacks_a_slot_is_refused_by_the_slots_name(
    drawn_page: Drawn, slot: str, pattern: str, instead: str
) -> None:
    changed = re.sub(pattern, instead, drawn_page.html, flags=re.DOTALL)
    assert changed != drawn_page.html
    with pytest.raises(CivalueError, match=f"no place for the {slot}; this version of the theme"):
        drawn_page.filled(changed)


def test_a_marker_where_nothing_can_be_filled_is_refused(drawn_page: Drawn) -> None:
    with pytest.raises(CivalueError, match="table of contents where it cannot stand"):
        drawn_page.filled(drawn_page.html.replace("<body", '<body id="civaluealonemark"'))


def test_a_page_of_another_sites_address_is_refused(drawn_page: Drawn) -> None:
    with pytest.raises(CivalueError, match="no place for the address"):
        drawn_page.filled(drawn_page.html.replace(URL, "https://elsewhere.example/"))
