"""Every page says in which part of the site it is, to the eye and to a screen reader."""

from dataclasses import replace

import pytest

from civalue_build.publish import tabs
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.markup import Element, parse
from tests.publish.small_site import CASE, PURPOSE


def marked(html: str) -> list[tuple[str, str]]:
    """The links of active tabs, and what a screen reader is told of them."""
    return [
        (link.attrs["href"], link.attrs.get("aria-current", ""))
        for item in parse(html).having("li", **{"class": "md-tabs__item--active"})
        for link in item.having("a")
    ]


def filled(drawn: Chromes, path: str) -> str:
    return drawn.chrome_for(path).fill(replace(CASE, path=path))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("cases/falls/index.html", ("../../cases/index.html", "true")),
        ("cases/index.html", ("index.html", "page")),
        ("index.html", ("index.html", "page")),
        ("framework/prices/index.html", ("../../framework/index.html", "true")),
        ("framework/unlisted/index.html", ("../../framework/index.html", "true")),
        ("framework/parts/x/index.html", ("../../../framework/index.html", "true")),
    ],
)
def test_one_tab_is_active_and_leads_to_the_part_in_which_the_page_is(
    drawn: Chromes, path: str, expected: tuple[str, str]
) -> None:
    assert marked(filled(drawn, path)) == [expected]


def test_a_page_of_prose_has_its_part_marked_too(drawn: Chromes) -> None:
    html = (drawn.folder / PURPOSE).read_text(encoding="utf-8")
    assert marked(html) == [("../index.html", "true")]


def test_the_menu_of_a_case_marks_cases_as_a_link_that_can_be_followed(drawn: Chromes) -> None:
    root = parse(filled(drawn, CASE.path))
    sidebar = next(root.having("div", **{"class": "md-sidebar--primary"}))
    assert "hidden" in sidebar.attrs  # a wide screen has the tabs, a narrow one this menu

    def current(element: Element) -> list[str]:
        return [a.attrs["href"] for a in element.having("a", aria_current="true")]

    assert current(sidebar) == ["../../cases/index.html"]
    links = list(sidebar.having("a", **{"class": "md-nav__link--active"}))
    assert [link.attrs["href"] for link in links] == ["../../cases/index.html"]


@pytest.mark.parametrize("path", ["404.html", "elsewhere/x/index.html"])
def test_a_page_of_no_part_has_none_marked(path: str) -> None:
    html = '<ul><li class="md-tabs__item"><a href="../../cases/index.html">Cases</a></li></ul>'
    assert tabs.placed(html, path) == html
