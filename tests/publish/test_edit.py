"""A reader is led to the file in which a page is changed, where there is one."""

from dataclasses import replace

import pytest

from civalue_build.errors import CivalueError
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.edit import EditLink, placing
from civalue_build.publish.markup import parse
from tests.publish.small_site import CASE, EDIT, PURPOSE


def links(html: str) -> list[str]:
    """Where the links to suggest a change lead, which stand in the page's own part."""
    (article,) = parse(html).having("article", id="__content")
    lines = list(parse(html).having("p", **{"class": "cv-edit"}))
    assert all(article.covers(line) for line in lines)
    return [link.attrs["href"] for line in lines for link in line.having("a")]


def test_a_page_leads_to_its_own_file_and_a_page_without_one_leads_nowhere(
    addressed: Chromes,
) -> None:
    prices = replace(CASE, path="framework/prices/index.html", source="")
    assert links(addressed.specimen.fill(CASE)) == [f"{EDIT}cases/falls/case.md"]
    assert links(addressed.chrome_for(prices.path).fill(prices)) == []
    html = (addressed.folder / PURPOSE).read_text(encoding="utf-8")
    assert links(html) == [f"{EDIT}framework/pages/framework/purpose.md"]
    html = (addressed.folder / "about/index.html").read_text(encoding="utf-8")
    assert links(html) == []


def test_without_an_address_where_files_are_edited_no_page_has_a_link(drawn: Chromes) -> None:
    assert links(drawn.specimen.fill(CASE)) == []
    assert links((drawn.folder / PURPOSE).read_text(encoding="utf-8")) == []


def test_an_awkward_file_name_is_quoted() -> None:
    page = replace(CASE, source='cases/a b/"c"&d.md')
    link = EditLink(edit_base="https://example.org/edit").fill(page)
    assert 'href="https://example.org/edit/cases/a%20b/%22c%22%26d.md"' in link


def test_a_page_without_a_place_for_the_link_is_refused() -> None:
    with pytest.raises(CivalueError, match="no place for the link"):
        placing(parse("<p>Text</p>"), "<p>Link</p>")
