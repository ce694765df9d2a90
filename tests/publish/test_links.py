"""Links of finished pages are followed inside the site, to pages, files and places on pages."""

import pytest

from civalue_build.publish.links import PageLinks, dead_links, links_of

PATH = "cases/falls/index.html"


@pytest.mark.parametrize(
    ("link", "lead"),
    [
        ("../index.html", ("cases/index.html", "")),
        ("../../index.html#top", ("index.html", "top")),
        ("#caf%C3%A9", (PATH, "café")),
        ("a%20b.csv?x=1", ("cases/falls/a b.csv", "")),
        ("../", ("cases/index.html", "")),
        ("..", ("cases/index.html", "")),
        ("./", (PATH, "")),
        ("../../", ("index.html", "")),
        ("../../../x", ("../x", "")),
        ("/x", ("/x", "")),
        ("a&amp;b.csv", ("cases/falls/a&b.csv", "")),
    ],
)
def test_a_link_leads_to_an_address_below_the_site_and_a_place(
    link: str, lead: tuple[str, str]
) -> None:
    assert links_of(PATH, f'<a href="{link}">x</a>').leads == (lead,)


@pytest.mark.parametrize("link", ["https://example.org/", "mailto:a@example.org", "//host/x"])
def test_a_link_to_another_host_is_left_out(link: str) -> None:
    assert links_of(PATH, f'<a href="{link}">x</a>').leads == ()


def test_pictures_scripts_and_forms_are_followed_and_what_is_not_shown_is_not() -> None:
    html = (
        '<img src="a.png"><script src="b.js">x = \'<a href="no">\'</script>'
        '<form action="c.html" id="f"></form><!-- <a href="no"> -->'
    )
    found = links_of("index.html", html)
    assert found == PageLinks(
        path="index.html",
        ids=frozenset({"f"}),
        leads=(("a.png", ""), ("b.js", ""), ("c.html", "")),
    )


def test_a_dead_link_is_one_to_no_page_no_file_or_no_place_on_a_page() -> None:
    pages = (
        links_of("index.html", '<a href="a.csv"><a href="b.csv"><a href="b/index.html#y">'),
        links_of("b/index.html", '<p id="x"><a href="#x"><a href="#z"><a href="../a.csv#k">'),
    )
    assert list(dead_links(pages, {"a.csv"})) == [
        ("index.html", "b.csv"),
        ("index.html", "b/index.html#y"),
        ("b/index.html", "b/index.html#z"),
    ]
