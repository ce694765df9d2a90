"""A piece of ours stands in the header of every page, its links rooted for where the page is."""

from dataclasses import replace

import pytest

from civalue_build.errors import CivalueError
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.header import placing
from civalue_build.publish.markup import edited, parse
from tests.publish.small_site import CASE, PURPOSE


def placed(html: str, piece: str, top: str) -> str:
    """A page with a piece in its header."""
    return edited(html, placing(parse(html), piece, top))


PIECE = (
    '<form action="search/index.html" data-root=""><a href="#x">x</a><a href="/y">y</a>'
    '<a href="https://example.org/z">z</a><img src="assets/z.svg"></form>'
)
PAGE = (
    '<header><nav class="md-header__inner md-grid"><a href="../index.html">Home</a></nav></header>'
)


def test_links_of_the_piece_lead_from_the_page_and_others_stay_as_they_are() -> None:
    assert placed(PAGE, PIECE, "../../") == PAGE.replace(
        "</nav>",
        '<form action="../../search/index.html" data-root="../../"><a href="#x">x</a>'
        '<a href="/y">y</a><a href="https://example.org/z">z</a>'
        '<img src="../../assets/z.svg"></form></nav>',
    )


def test_nothing_is_put_where_there_is_nothing_to_put() -> None:
    assert placed("<p>", "", "../") == "<p>"


@pytest.mark.parametrize("html", ["<p>", PAGE + PAGE])
def test_a_page_with_no_header_or_with_two_is_refused(html: str) -> None:
    with pytest.raises(CivalueError, match="no place for the header"):
        placed(html, PIECE, "")


@pytest.mark.parametrize(
    ("path", "top"),
    [
        ("index.html", ""),
        ("cases/index.html", "../"),
        (CASE.path, "../../"),
        ("framework/parts/x/index.html", "../../../"),
        (PURPOSE, "../../"),
        ("404.html", "/value/"),
    ],
)
def test_every_kind_of_page_has_the_piece_in_its_header(
    addressed: Chromes, path: str, top: str
) -> None:
    file = addressed.folder / path
    html = (
        file.read_text(encoding="utf-8")
        if file.exists()
        else addressed.chrome_for(path).fill(replace(CASE, path=path))
    )
    (form,) = parse(html).having("form", **{"class": "cv-find"})
    (header,) = parse(html).having("header", **{"class": "md-header"})
    assert header.covers(form)
    assert form.attrs["data-root"] == top
    assert form.attrs["action"] == f"{top}cases/index.html"
    assert [image.attrs["src"] for image in form.having("img")] == [f"{top}assets/favicon.svg"]
