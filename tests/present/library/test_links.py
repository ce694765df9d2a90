"""Links of the framework's prose become links between pages."""

import pytest

from civalue_build.errors import CivalueError
from civalue_build.present.addresses import prose_address, relative
from civalue_build.present.library.links import rewrite_links, site_address
from civalue_build.present.library.prose import framework_html


@pytest.mark.parametrize(
    ("path", "target", "way"),
    [
        ("index.html", "cases/index.html", "cases/index.html"),
        ("cases/x/index.html", "index.html", "../../index.html"),
        ("methods/a/index.html", "methods/index.html#b", "../index.html#b"),
        ("methods/index.html", "methods/index.html#b", "#b"),
        ("methods/index.html", "methods/index.html", "index.html"),
    ],
)
def test_a_way_leads_from_one_page_to_another(path: str, target: str, way: str) -> None:
    assert relative(path, target) == way


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("pages/about.md", "about/index.html"),
        ("pages/methods/index.md", "methods/index.html"),
        ("pages/methods/realisation.md", "methods/realisation/index.html"),
        ("principles/co-design.md", "framework/principles/co-design/index.html"),
        ("unit-values/bed-day.yml", "unit-values/index.html#bed-day"),
        ("unit-values", "unit-values/index.html"),
        ("glossary.yml", "framework/glossary/index.html"),
        ("nothing.yml", None),
        ("../cases/x/case.md", None),
    ],
)
def test_each_file_of_the_framework_has_a_page(source: str, address: str | None) -> None:
    assert site_address(source) == address


def test_an_index_page_stands_at_the_top_of_its_folder() -> None:
    assert prose_address("contribute/index") == "contribute/index.html"


def test_only_links_to_files_are_rewritten() -> None:
    text = (
        "£ [a *b*](format.md#years) `[c](format.md)` [d](https://example.org/x.md) "
        "[e](#here)\n\n| [f](../about.md) |\n|---|\n"
    )
    assert rewrite_links(text, "pages/contribute/index.md", str.upper) == (
        "£ [a *b*](CONTRIBUTE/FORMAT/INDEX.HTML#YEARS) `[c](format.md)` "
        "[d](https://example.org/x.md) [e](#here)\n\n| [f](ABOUT/INDEX.HTML) |\n|---|\n"
    )


def test_two_links_to_one_file_in_a_line_are_both_rewritten() -> None:
    text = "[format.md](format.md) and [again](format.md)"
    assert rewrite_links(text, "pages/x.md", lambda _: "#") == "[format.md](#) and [again](#)"


def test_a_link_out_of_the_framework_is_refused() -> None:
    with pytest.raises(CivalueError, match=r"framework/pages/x\.md: the link to \.\./\.\./README"):
        rewrite_links("[a](../../README.md)", "pages/x.md", str)


def test_a_link_by_reference_is_refused_in_words() -> None:
    with pytest.raises(CivalueError, match=r"write the link to about\.md in place"):
        rewrite_links("[a][b]\n\n[b]: about.md\n", "pages/x.md", str)


def test_a_text_inside_a_page_has_headings_with_ids_and_links_that_hold() -> None:
    html = framework_html(
        "## Why `it` matters\n\n[Words](../glossary.yml)\n",
        "principles/co-design.md",
        "framework/principles/co-design/index.html",
    )
    assert '<h2 id="why-it-matters">Why <code>it</code> matters</h2>' in html
    assert '<a href="../../glossary/index.html">Words</a>' in html


def test_headings_of_a_part_of_a_page_stand_below_its_own() -> None:
    html = framework_html("## What belongs here\n", "lenses/social.md", "x/index.html", level=3)
    assert html == "<h3>What belongs here</h3>\n"
