"""What the engine is given: only markers, our prose, and settings that run no code."""

from dataclasses import replace
from typing import Any

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.site import Asset, NavEntry, ProsePage
from civalue_build.publish.tree import configuration, documents
from civalue_build.publish.words import Words
from tests.publish.small_site import AWKWARD, SETTINGS, SITE


def test_no_title_or_description_reaches_the_engine() -> None:
    words = Words()
    given = [*documents(SITE, words).values(), repr(configuration(SITE, SETTINGS, words))]
    for text in (AWKWARD, "Cases & more", 'Why & "how"', SITE.title):
        assert not any(text in each for each in given)


def test_pages_that_the_menu_does_not_name_are_declared_so() -> None:
    unlisted = configuration(SITE, SETTINGS, Words())["not_in_nav"].splitlines()
    assert unlisted[:2] == ["/framework/unlisted/index.md", "/about/index.md"]
    assert unlisted[2:] == [
        "/cases/civalueaddressmark/index.md",
        "/framework/parts/civalueaddressmark/index.md",
    ]


def test_a_section_with_a_page_of_its_own_begins_with_it() -> None:
    words = Words()
    nav = configuration(SITE, SETTINGS, words)["nav"]
    (framework,) = nav[2].values()
    assert list(framework[0].values()) == ["framework/index.md"]
    assert words.show(next(iter(framework[2]))) == "Methods"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"hooks": ["x.py"]}, "hooks cannot be set, because a build runs no code"),
        ({"INHERIT": "../x.yml"}, "INHERIT cannot be set"),
        ({"nav": []}, "nav cannot be set, because the build writes it"),
        ({"docs_dir": "/"}, "docs_dir cannot be set"),
        ({"theme": {"name": "material", "custom_dir": "x"}}, "custom_dir cannot be set"),
        ({"theme": {"name": "mkdocs"}}, "must be material"),
        ({"theme": None}, "must be material"),
    ],
)
def test_settings_that_would_run_code_or_that_the_build_writes_are_refused(
    settings: dict[str, Any], message: str
) -> None:
    with pytest.raises(CivalueError, match=message):
        configuration(SITE, SETTINGS | settings, Words())


@pytest.mark.parametrize(
    "path",
    ["a.html", "index.htm", "/index.html", "../index.html", "a//index.html", "a/../index.html"],
)
def test_a_page_has_a_path_inside_the_site_that_ends_in_index(path: str) -> None:
    with pytest.raises(CivalueError):
        documents(replace(SITE, shells=(path,)), Words())


def test_two_pages_or_files_at_one_path_are_refused() -> None:
    twice = Asset(path="Cases/index.html", content=b"")
    with pytest.raises(CivalueError, match="cannot both be in the site"):
        documents(replace(SITE, assets=(twice,)), Words())


def test_a_link_to_a_page_of_a_family_is_kept_from_the_engine_which_does_not_draw_it() -> None:
    words = Words()
    text = documents(SITE, words)["framework/purpose/index.md"]
    assert "[prices](../prices/index.md)" in text
    assert "cases/falls" not in text
    assert "[falls](../../cases/falls/index.html)" in words.show(text)


def test_prose_that_holds_a_marker_is_refused_by_its_path() -> None:
    page = ProsePage(path="a/index.html", title="A", markdown="CIVALUEWORD0MARK")
    with pytest.raises(CivalueError, match=r"a/index\.html: the text cannot hold"):
        documents(replace(SITE, prose=(page,)), Words())


def test_a_menu_entry_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(CivalueError, match=r"index\.html"):
        configuration(replace(SITE, nav=(NavEntry(title="Empty"),)), SETTINGS, Words())
