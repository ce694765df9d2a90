"""Each engine makes the same site of the real library; only the theme's own files differ."""

import posixpath
import re
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from civalue_build.check.registry import docs
from civalue_build.model.site import Asset, Heading, Page
from civalue_build.present.library.site import shell_site
from civalue_build.publish import markers
from civalue_build.publish.engine import Drawing, start_drawing
from civalue_build.publish.engines import Engine
from civalue_build.publish.links import dead_links, links_of
from civalue_build.publish.markup import Element, parse
from civalue_build.source.faults.catalogue import FAULTS
from civalue_build.source.framework import read_framework
from civalue_build.source.library import read_settings
from tests.conftest import ROOT
from tests.present.library.cards import every_page

pytestmark = pytest.mark.slow  # the whole real library, three times

CHECKS = (*FAULTS, *docs())
ADDRESSES = {
    "site_url": "https://example.org/value/",
    "edit_uri": "https://github.com/owner/repository/edit/main/",
}
OUTSIDE = ("search/index.html", "compare/index.html")
"""Pages that belong to no part of the menu: the header leads to them."""

CASE = Page(
    path="cases/falls/index.html",
    title='Falls & <fewer> of "them", isn\'t it: Ŵ 日本語',
    description='A & "b" <c>',
    body='<h2 id="a">A</h2><h3 id="b">B &amp; c</h3><p>Text</p>',
    contents=(
        Heading(level=2, text="A", anchor="a"),
        Heading(level=3, text="B & c", anchor="b"),
    ),
    source="cases/falls/case.md",
)


@dataclass(frozen=True, kw_only=True)
class Made:
    """A whole site as one engine makes it: its pages and its other files, by path."""

    pages: dict[str, str]
    files: dict[str, bytes]


def make(drawing: Drawing, ours: list[Page]) -> Made:
    chromes = drawing.finish()
    found = {
        path.relative_to(chromes.folder).as_posix(): path.read_bytes()
        for path in chromes.folder.rglob("*")
        if path.is_file()
    }
    drawn = {path: data.decode() for path, data in found.items() if path.endswith(".html")}
    filled = {page.path: chromes.chrome_for(page.path).fill(page) for page in ours}
    return Made(
        pages=drawn | filled,
        files={path: data for path, data in found.items() if path not in drawn},
    )


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[Engine, Made]:
    framework = read_framework(ROOT)
    site = shell_site(framework, CHECKS, read_settings(ROOT))
    made = every_page(framework, CHECKS, ())
    ours = [CASE, *(item for item in made if isinstance(item, Page))]
    settings = {**read_settings(ROOT), **ADDRESSES}
    with ExitStack() as engines:  # all three at the same time
        started = {
            engine: engines.enter_context(
                start_drawing(site, settings, tmp_path_factory.mktemp(engine), engine)
            )
            for engine in Engine
        }
        return {engine: make(drawing, ours) for engine, drawing in started.items()}


def shown(html: str, element: Element) -> str:
    """The text of an element, blanks closed up."""
    return " ".join(re.sub(r"<[^>]*>", " ", html[slice(*element.inner)]).split())


Outline = dict[str, list[tuple[str, ...]]]


def outline(html: str) -> Outline:
    """What must be the same with every engine, in the order of the page."""
    root = parse(html)
    links = [link for link in root.having("a") if link.attrs.get("href")]
    ours = [link for link in links if not link.attrs["href"].startswith("https://")]
    return {
        "titles": [(shown(html, each),) for each in root.having("title")],
        "headings": [
            (each.tag, each.attrs.get("id", ""), shown(html, each))
            for each in root.walk()
            if each.tag in ("h1", "h2", "h3")
        ],
        "contents": [
            (link.attrs["href"], shown(html, link))
            for listed in root.having("ul", data_md_component="toc")
            for link in listed.having("a")
        ],
        "described": [
            (each.attrs["content"],)
            for name in ("description", "last-reviewed")
            for each in root.having("meta", name=name)
        ],
        "addresses": [(each.attrs["href"],) for each in root.having("link", rel="canonical")],
        "links": [(posixpath.normpath(link.attrs["href"]), shown(html, link)) for link in ours],
        "active": [
            (link.attrs["href"], link.attrs["aria-current"])
            for link in ours
            if "aria-current" in link.attrs
        ],
        "edited": [
            (link.attrs["href"],)
            for line in root.having("p", **{"class": "cv-edit"})
            for link in line.having("a")
        ],
    }


@pytest.fixture(scope="module")
def outlines(sites: dict[Engine, Made]) -> dict[Engine, dict[str, Outline]]:
    return {
        engine: {path: outline(html) for path, html in made.pages.items()}
        for engine, made in sites.items()
    }


@pytest.mark.parametrize("other", [Engine.PROPERDOCS, Engine.ZENSICAL])
def test_pages_titles_headings_contents_and_links_are_the_same(
    outlines: dict[Engine, dict[str, Outline]], other: Engine
) -> None:
    usual = outlines[Engine.MATERIAL]
    assert set(outlines[other]) == set(usual)
    assert len(usual) > 150
    for path, expected in usual.items():
        if path != "404.html":  # no page of ours: each theme words it as it likes
            assert outlines[other][path] == expected, path


def test_a_page_has_an_address_a_main_heading_and_its_part_marked_with_every_engine(
    outlines: dict[Engine, dict[str, Outline]],
) -> None:
    for engine, pages in outlines.items():
        for path, found in pages.items():
            if path != "404.html":
                assert found["addresses"] == [(ADDRESSES["site_url"] + path,)], (engine, path)
                assert [tag for tag, *_ in found["headings"]].count("h1") == 1, (engine, path)
                assert bool(found["active"]) != (path in OUTSIDE), (engine, path)


@pytest.mark.parametrize("engine", Engine)
def test_every_link_leads_somewhere_and_no_marker_is_left(
    sites: dict[Engine, Made], engine: Engine
) -> None:
    made = sites[engine]
    pages = [links_of(path, html) for path, html in made.pages.items() if path != "404.html"]
    framework = read_framework(ROOT)
    ours = {item.path for item in every_page(framework, CHECKS, ()) if isinstance(item, Asset)}
    dead = [
        (page, target)
        for page, target in dead_links(pages, made.files.keys())
        if target not in ours and not target.startswith("data/")  # tables are made later
    ]
    assert dead == []
    for path, text in made.pages.items():
        assert not markers.ANY.search(text), path
    for path, data in made.files.items():
        assert not re.search(markers.ANY.pattern.encode(), data, re.IGNORECASE), path


def test_files_are_the_same_but_for_the_themes_own(sites: dict[Engine, Made]) -> None:
    ours = {asset.path for asset in library_assets()}
    usual = sites[Engine.MATERIAL].files
    assert ours <= set(usual)
    for made in sites.values():
        assert {path: made.files.get(path) for path in ours} == {path: usual[path] for path in ours}
        others = set(made.files) - ours
        assert {path.rpartition("/")[0] for path in others} <= {
            "assets/images",
            "assets/javascripts",
            "assets/stylesheets",
            "assets/stylesheets/classic",
        }


def library_assets() -> tuple[Asset, ...]:
    return shell_site(read_framework(ROOT), CHECKS, {}).assets
