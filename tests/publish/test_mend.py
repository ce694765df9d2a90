"""The theme's faults are mended on every page; each mend still meets what it mends."""

import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from civalue_build.publish import mend
from civalue_build.publish.drawn import Chromes
from tests.publish.conftest import Reading
from tests.publish.small_site import CASE, PURPOSE

THEMES = [
    Path(next(iter(import_module(name).__path__))) / "templates"
    for name in ("material", "zensical")
]


def read(drawn: Chromes, path: str) -> Reading:
    file = drawn.folder / path
    if file.exists():
        return Reading(file.read_text(encoding="utf-8"))
    chrome = drawn.shells.get(path, drawn.specimen)
    return Reading(chrome.fill(replace(CASE, path=path)))


KINDS = ["cases/falls/index.html", "framework/prices/index.html", PURPOSE]


@pytest.mark.parametrize("pattern", [pattern for pattern, _ in mend.MENDS])
def test_every_mend_still_meets_what_the_themes_templates_say(pattern: re.Pattern[str]) -> None:
    """A mend that meets nothing is a fault that has come back in other words."""
    files = (path for theme in THEMES for path in theme.rglob("*.html"))
    templates = "".join(path.read_text(encoding="utf-8") for path in files)
    assert pattern.search(templates.replace("{{ lang.t('tabs') }}", "Tabs"))


@pytest.mark.parametrize("path", KINDS)
def test_skip_to_content_leads_to_the_content_of_every_kind_of_page(
    drawn: Chromes, path: str
) -> None:
    page = read(drawn, path)
    assert [link["href"] for link in page.having("a", **{"class": "md-skip"})] == ["#__content"]
    assert len(list(page.having("article", id="__content"))) == 1


@pytest.mark.parametrize("path", KINDS)
def test_every_switch_and_every_dialogue_has_a_name(drawn: Chromes, path: str) -> None:
    for tag, attrs in read(drawn, path).tags:
        if tag == "input" or attrs.get("role") == "dialog":
            assert attrs.get("aria-label") or "disabled" in attrs, attrs


def test_every_list_of_the_menu_has_a_name_of_its_own(drawn: Chromes) -> None:
    for path in KINDS:
        lists = [attrs for tag, attrs in read(drawn, path).tags if tag == "nav"]
        names = [attrs.get("aria-label") for attrs in lists]
        assert None not in names, path


def test_the_page_where_the_reader_is_is_marked_in_the_menu(drawn: Chromes) -> None:
    current = list(read(drawn, PURPOSE).having("a", **{"aria-current": "page"}))
    assert [link["href"] for link in current] == ["index.html"]


def test_no_id_is_given_twice(drawn: Chromes) -> None:
    for path in KINDS:
        ids = [attrs["id"] for _, attrs in read(drawn, path).tags if attrs.get("id")]
        assert len(ids) == len(set(ids)), path


def test_relative_links_go_by_the_sites_root() -> None:
    html = '<a href="../index.html"><img src="../../a.png"><a href="#x"><a href="https://x/../y">'
    assert mend.rooted(html, "cases/x/index.html") == (
        '<a href="../../cases/index.html"><img src="../../a.png">'
        '<a href="#x"><a href="https://x/../y">'
    )
