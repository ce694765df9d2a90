"""The policy of a page lets the theme's own scripts run, and nothing that is put beside them."""

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html import unescape

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.site import Page
from civalue_build.publish import markers, mend
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.markup import edited, parse
from civalue_build.publish.policy import inline, placing, policy
from tests.publish.small_site import CASE, PURPOSE

HEAD = '<html><head><meta charset="utf-8">'
KINDS = ("index.html", "cases/index.html", CASE.path, PURPOSE, "framework/parts/x/index.html")


def ruled(html: str) -> str:
    return edited(html, placing(html, parse(html), "a/index.html"))


def told(html: str) -> str:
    """The one policy of a page."""
    found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    assert len(found) == 1
    return unescape(found[0])


def page_of(drawn: Chromes, path: str) -> str:
    """A page of any kind as it is published."""
    file = drawn.folder / path
    if file.exists():
        return file.read_text(encoding="utf-8")
    return drawn.chrome_for(path).fill(replace(CASE, path=path))


def test_a_script_may_run_by_the_hash_of_its_text_and_data_needs_none() -> None:
    html = (
        f"{HEAD}<script>let a = 1</script><script src='b.js'></script>"
        '<script type="application/json">{"c": 1}</script></head></html>'
    )
    digest = b64encode(hashlib.sha256(b"let a = 1").digest()).decode()
    scripts = next(part for part in told(ruled(html)).split("; ") if part.startswith("script-src"))
    assert scripts == f"script-src 'self' 'wasm-unsafe-eval' 'sha256-{digest}'"


def test_nothing_is_allowed_by_a_word_that_would_allow_everything() -> None:
    said = policy(["let a = 1"], ["a{}"])
    assert said.startswith("default-src 'none'; ")
    for word in ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http", "blob:"):
        assert word not in said


def test_the_policy_stands_before_all_that_it_rules() -> None:
    html = ruled(f"{HEAD}<link rel=stylesheet href=a.css><script>1</script></head></html>")
    start = html.index("Content-Security-Policy")
    assert html.index("charset") < start < html.index("<link") < html.index("<script")
    assert '<meta name="referrer" content="no-referrer">' in html


@pytest.mark.parametrize(
    "attribute", ['onclick="a()"', "onload=a()", 'style="color: red"', "\nonerror='a()'"]
)
def test_an_attribute_that_no_browser_would_heed_stops_the_build(attribute: str) -> None:
    with pytest.raises(CivalueError, match=r"page a/index\.html: an element p with the attribute"):
        ruled(f"{HEAD}</head><p {attribute}>")


def test_words_in_an_attribute_are_no_attributes() -> None:
    assert ruled(f'{HEAD}</head><p title="a style=b onclick=c" data-on="d">')


def test_a_page_without_its_letters_named_is_refused() -> None:
    with pytest.raises(CivalueError, match="no place for the policy"):
        ruled("<html><head></head></html>")


def test_a_script_that_differs_from_page_to_page_is_refused() -> None:
    with pytest.raises(CivalueError, match="words of a page in a script"):
        ruled(f"{HEAD}<script>title = '{markers.TITLE}'</script></head></html>")


def test_an_aligned_cell_of_a_table_keeps_its_place_by_a_class() -> None:
    html = mend.page('<td style="text-align: right;">1</td><th style="text-align: center">2</th>')
    assert html == '<td class="cv-to-right">1</td><th class="cv-to-center">2</th>'


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_of_every_engine_allows_just_its_own_scripts(
    drawn: Chromes, path: str
) -> None:
    html = page_of(drawn, path)
    root = parse(html)
    assert told(html) == policy(inline(html, root, "script"), inline(html, root, "style"))


def test_the_page_for_wrong_addresses_has_a_policy(addressed: Chromes) -> None:
    html = page_of(addressed, "404.html")
    assert told(html) == policy(inline(html, parse(html), "script"))


def test_a_page_filled_into_a_chrome_changes_no_policy(drawn: Chromes) -> None:
    plain = drawn.specimen.fill(CASE)
    hostile: Page = replace(CASE, body="<script>alert(1)</script>")
    assert told(drawn.specimen.fill(hostile)) == told(plain)
