"""A drawn page is split at its markers, and filled with pages that may hold anything."""

import json
import pickle
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis.strategies import characters, text

from civalue_build.errors import CivalueError
from civalue_build.model.site import Heading, Page
from civalue_build.publish import markers
from civalue_build.publish.chrome import Chrome
from civalue_build.publish.drawn import Chromes
from tests.publish.conftest import Reading
from tests.publish.small_site import AWKWARD, CASE, CONTENTS, SITE

DRAWN = f"""<html><head>
<meta name="description" content="{markers.DESCRIPTION}">
<title>{markers.TITLE} - Us</title>
<script type="application/json">{{"title": "{markers.TITLE}"}}</script>
</head><body aria-label="{markers.TITLE}">
<nav class="md-nav--secondary"><ul data-md-component="toc">
<li><a href="#civalueparentmark">{markers.PARENT}</a><ul>
<li><a href="#civaluechildmark">{markers.CHILD}</a></li></ul></li>
<li><a href="#civaluealonemark">{markers.ALONE}</a></li>
</ul></nav>
<article id="__content">
<h1>{markers.TITLE}</h1>
<p>{markers.BODY_START}</p>
<h2 id="civalueparentmark">{markers.PARENT}</h2>
<h3 id="civaluechildmark">{markers.CHILD}</h3>
<h2 id="civaluealonemark">{markers.ALONE}</h2>
<p>{markers.BODY_END}</p>
</article></body></html>
"""
SPECIMEN = markers.specimen("cases")


def test_a_title_comes_out_as_it_went_in_wherever_the_theme_puts_it(drawn: Chromes) -> None:
    read = Reading(drawn.specimen.fill(CASE))
    assert read.text("title") == [" ".join(f"{AWKWARD} - {SITE.title}".split())]
    assert " ".join(AWKWARD.split()) in read.text("span")
    assert not list(read.having("b"))


def test_a_description_is_the_attribute_of_one_meta_tag(drawn: Chromes) -> None:
    read = Reading(drawn.specimen.fill(CASE))
    assert [each["content"] for each in read.having("meta", name="description")] == [
        CASE.description
    ]


def test_a_page_without_description_has_no_empty_one(drawn: Chromes) -> None:
    read = Reading(drawn.specimen.fill(replace(CASE, description="")))
    assert not list(read.having("meta", name="description"))


def test_the_body_is_put_in_untouched_blank_lines_included(drawn: Chromes) -> None:
    assert CASE.body in drawn.specimen.fill(CASE)


def test_a_body_without_a_main_heading_gets_the_title_as_one(drawn: Chromes) -> None:
    ours = Reading(drawn.specimen.fill(CASE))
    given_one = Reading(drawn.specimen.fill(replace(CASE, body="<p>Text</p>")))
    assert ours.text("h1") == ["Ours"]
    assert given_one.text("h1") == [" ".join(AWKWARD.split())]


def test_a_marker_in_a_contributors_text_is_only_text(drawn: Chromes) -> None:
    page = replace(CASE, title=markers.DESCRIPTION, body=f"<h1>{markers.TITLE}</h1>")
    html = drawn.specimen.fill(page)
    assert f"<h1>{markers.TITLE}</h1>" in html
    assert Reading(html).text("title") == [f"{markers.DESCRIPTION} - {SITE.title}"]


def test_headings_are_listed_in_the_themes_markup_with_the_third_level_nested(
    drawn: Chromes,
) -> None:
    html = drawn.specimen.fill(CASE)
    read = Reading(html)
    links = [each["href"] for each in read.having("a", **{"class": "md-nav__link"})]
    assert links[-4:] == ["#costs", "#who-pays", "#日本語", "#sources"]
    names = [each.get("aria-label") for each in read.having("nav", **{"class": "md-nav"})]
    assert "Costs & <i>gains</i>" in names
    listed = html[html.index("#costs") : html.index("#sources")]
    assert listed.count("<ul") == 1
    assert listed.count("</ul>") == 1


def test_a_shell_in_the_menu_lists_its_headings_in_both_places(drawn: Chromes) -> None:
    page = replace(CASE, path="framework/prices/index.html")
    html = drawn.shells[page.path].fill(page)
    assert html.count('href="#who-pays"') == 2
    assert len(list(Reading(html).having("input", id="__toc"))) == 1


@pytest.mark.parametrize("path", ["cases/falls/index.html", *SITE.shells])
def test_a_page_without_headings_has_no_list_no_switch_and_no_label_for_one(
    drawn: Chromes, path: str
) -> None:
    chrome = drawn.shells.get(path, drawn.specimen)
    html = chrome.fill(replace(CASE, path=path, contents=()))
    assert "__toc" not in html
    assert "md-nav--secondary" not in html
    assert "Table of contents" not in html
    assert "<h1>Ours</h1>" in html


def test_a_third_level_without_a_second_stands_at_the_top(drawn: Chromes) -> None:
    page = replace(CASE, contents=(Heading(level=3, text="Deep", anchor="deep"),))
    assert 'href="#deep"' in drawn.specimen.fill(page)


def test_every_tag_that_is_opened_is_closed_whatever_the_contents(drawn: Chromes) -> None:
    for contents in ((), CONTENTS[:1], CONTENTS[:2], CONTENTS):
        html = drawn.specimen.fill(replace(CASE, contents=contents))
        for tag in ("ul", "li", "nav", "div", "label", "span"):
            opened = len(re.findall(rf"<{tag}[ >]", html))
            assert opened == html.count(f"</{tag}>"), (tag, contents)


def test_a_chrome_can_be_sent_to_another_process(drawn: Chromes) -> None:
    again = pickle.loads(pickle.dumps(drawn.specimen))  # noqa: S301 - our own
    assert again.fill(CASE) == drawn.specimen.fill(CASE)


def test_what_is_known_of_a_review_is_told_to_search_engines(drawn: Chromes) -> None:
    read = Reading(drawn.specimen.fill(CASE))
    assert [each["content"] for each in read.having("meta", name="last-reviewed")] == ["2026-10-01"]
    read = Reading(drawn.specimen.fill(replace(CASE, reviewed="")))
    assert not list(read.having("meta", name="last-reviewed"))


def test_a_chrome_is_refused_to_a_page_for_which_its_links_are_wrong(drawn: Chromes) -> None:
    for path in ("cases/index.html", "programmes/winter/index.html"):
        with pytest.raises(CivalueError, match="cannot be filled"):
            drawn.specimen.fill(replace(CASE, path=path))
    with pytest.raises(CivalueError, match="cannot be filled"):
        drawn.shells["cases/index.html"].fill(replace(CASE, path="other/index.html"))


def test_the_specimens_links_hold_for_every_case(drawn: Chromes) -> None:
    html = drawn.specimen.fill(replace(CASE, path="cases/winter/index.html"))
    links = {each["href"] for each in Reading(html).having("a", **{"class": "md-tabs__link"})}
    assert links == {
        "../../index.html",
        "../../cases/index.html",
        "../../framework/index.html",
    }


def test_a_title_cannot_end_the_script_that_holds_it() -> None:
    title = "</script><b>\"x\" & 'y' \u2028日"
    html = Chrome.learn(DRAWN, SPECIMEN).fill(replace(CASE, title=title))
    read = Reading(html)
    assert not list(read.having("b"))
    assert json.loads(read.text("script")[0])["title"] == title


@given(text(alphabet=characters(exclude_categories=("Cs", "Cc"))))
def test_any_text_survives_in_text_and_attribute(title: str) -> None:
    read = Reading(
        Chrome.learn(DRAWN, SPECIMEN).fill(Page(path="cases/a/index.html", title=title, body=""))
    )
    assert "".join(data for tags, data in read.texts if tags[-1:] == ("h1",)) == title
    assert next(read.having("body"))["aria-label"] == title
