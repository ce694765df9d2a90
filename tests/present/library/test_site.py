"""Every page of the library is there once, is linked, and links to what is there."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pyromark
import pytest
import yaml

from civalue_build.check.registry import docs
from civalue_build.errors import CivalueError
from civalue_build.model.framework import Framework
from civalue_build.model.site import Asset, NavEntry, Page, Site
from civalue_build.present.addresses import (
    COMPARE,
    SEARCH,
    case_address,
    check_address,
    principle_address,
)
from civalue_build.present.library.site import shell_site
from civalue_build.publish.engine import draw_chrome
from civalue_build.source.faults.catalogue import FAULTS
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY, ROOT
from tests.present.library.cards import CARDS, every_page

CHECKS = (*FAULTS, *docs())
LIBRARIES = {"miniature": LIBRARY, "real": ROOT}


@dataclass
class Read(HTMLParser):
    """What a page leads to, and what it can be led to."""

    hrefs: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "a":
            self.hrefs.append(known["href"] or "")
        if known.get("id"):
            self.ids.append(known["id"] or "")


@cache
def framework(name: str) -> Framework:
    return read_framework(LIBRARIES[name])


@cache
def site(name: str) -> Site:
    return shell_site(framework(name), CHECKS, {})


@cache
def pages(name: str) -> tuple[Page, ...]:
    made = every_page(framework(name), CHECKS, CARDS)
    return tuple(item for item in made if isinstance(item, Page))


@cache
def read(page: Page) -> Read:
    reader = Read()
    reader.feed(page.body)
    return reader


@pytest.fixture(params=LIBRARIES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def prose_links(markdown: str) -> Iterator[str]:
    for event, _ in pyromark.events_with_range(markdown, options=pyromark.Options.ENABLE_TABLES):
        match event:
            case {"Start": {"Link": {"dest_url": str(target)}}}:
                yield target.replace("index.md", "index.html")


def inside(path: str, hrefs: list[str]) -> Iterator[tuple[str, str]]:
    """Address and anchor of each link that stays on the site."""
    for href in hrefs:
        if not href.startswith(("http://", "https://")):
            address, _, anchor = href.partition("#")
            address = address.partition("?")[0]
            place = posixpath.join(posixpath.dirname(path), address) if address else path
            yield posixpath.normpath(place), anchor


def links(name: str) -> dict[str, list[tuple[str, str]]]:
    of_pages = {page.path: list(inside(page.path, read(page).hrefs)) for page in pages(name)}
    of_prose = {
        page.path: list(inside(page.path, list(prose_links(page.markdown))))
        for page in site(name).prose
    }
    return of_pages | of_prose


def listed(entries: tuple[NavEntry, ...]) -> Iterator[str]:
    for entry in entries:
        yield from filter(None, (entry.path,))
        yield from listed(entry.children)


def of_families(name: str, paths: set[str]) -> set[str]:
    return {
        path for path in paths if posixpath.dirname(posixpath.dirname(path)) in site(name).families
    }


def test_each_shell_is_filled_exactly_once_and_every_other_page_belongs_to_a_family(
    name: str,
) -> None:
    paths = [page.path for page in pages(name)]
    assert len(paths) == len(set(paths))
    shells = set(site(name).shells)
    assert shells <= set(paths)
    assert set(paths) - shells == of_families(name, set(paths)) - shells


def test_only_pages_of_the_navigation_cost_the_engine_a_page_each(name: str) -> None:
    assert set(site(name).shells) <= {*listed(site(name).nav), SEARCH, COMPARE}
    assert {check_address(doc.code) for doc in CHECKS} <= of_families(
        name, {page.path for page in pages(name)}
    )
    assert {"cases", "programmes"} <= set(site(name).families)


def test_a_page_with_a_file_of_its_own_names_it(name: str) -> None:
    root = LIBRARIES[name]
    named = [*(page.source for page in pages(name)), *(page.source for page in site(name).prose)]
    sources = [source for source in named if source]
    assert len(sources) == len(set(sources))
    assert len(sources) >= len(framework(name).principles) + len(framework(name).pages)
    assert [source for source in sources if not (root / source).is_file()] == []


def test_no_address_is_used_twice(name: str) -> None:
    made = every_page(framework(name), CHECKS, CARDS)
    paths = [item.path for item in made]
    paths += [page.path for page in site(name).prose]
    paths += [asset.path for asset in site(name).assets]
    assert len(paths) == len({path.casefold() for path in paths})


def test_no_link_is_dead(name: str) -> None:
    made = every_page(framework(name), CHECKS, CARDS)
    data = {item.path for item in made if isinstance(item, Asset)}
    cases = {case_address(card.slug) for card in CARDS}
    known = {*links(name), *data, *cases, *(asset.path for asset in site(name).assets)}
    dead = [
        (path, address)
        for path, targets in links(name).items()
        for address, _ in targets
        if address not in known
    ]
    assert dead == []


def test_no_link_leads_to_a_place_that_is_not_on_its_page(name: str) -> None:
    ids = {page.path: set(read(page).ids) for page in pages(name)}
    lost = [
        (path, address, anchor)
        for path, targets in links(name).items()
        for address, anchor in targets
        if anchor and address in ids and anchor not in ids[address]
    ]
    assert lost == []


def test_every_page_is_reached_from_the_front_page(name: str) -> None:
    ways = links(name)
    assert SEARCH in site(name).header
    found, to_do = set[str](), ["index.html", SEARCH, *listed(site(name).nav)]
    while to_do:
        path = to_do.pop()
        if path not in found:
            found.add(path)
            to_do += [address for address, _ in ways.get(path, [])]
    assert set(ways) - found == set()


def test_the_navigation_names_only_pages_that_are_there(name: str) -> None:
    known = {*site(name).shells, *(page.path for page in site(name).prose)}
    entries = list(listed(site(name).nav))
    assert set(entries) <= known
    assert len(entries) == len(set(entries))


def test_every_page_of_prose_is_in_the_navigation(name: str) -> None:
    assert {page.path for page in site(name).prose} <= set(listed(site(name).nav))


def test_the_table_of_contents_is_that_of_the_page(name: str) -> None:
    for page in pages(name):
        anchors = [heading.anchor for heading in page.contents]
        assert page.body.count("<h2 id=") == sum(one.level == 2 for one in page.contents)
        assert set(anchors) <= set(read(page).ids), page.path


def test_no_id_stands_twice_on_a_page(name: str) -> None:
    for page in pages(name):
        ids = read(page).ids
        assert len(ids) == len(set(ids)), page.path


def test_every_page_has_one_heading_and_a_description(name: str) -> None:
    for page in pages(name):
        assert page.body.count("<h1") == 1
        assert page.title
        assert page.description


def test_everything_of_the_framework_has_its_place(name: str) -> None:
    known = framework(name)
    ids = {page.path: set(read(page).ids) for page in pages(name)}
    assert {principle_address(item.id) for item in known.principles} <= set(ids)
    assert {check_address(doc.code) for doc in CHECKS} <= set(ids)
    assert set(known.unit_values) <= ids["unit-values/index.html"]
    assert {lens.id for lens in known.lenses} <= ids["framework/lenses/index.html"]
    assert {item.id for item in known.definitions} <= ids["framework/definitions/index.html"]
    assert set(known.schedules) <= ids["framework/discounting/index.html"]
    assert set(known.price_indices) <= ids["framework/price-indices/index.html"]
    assert set(known.units) <= ids["framework/units/index.html"]
    assert set(known.thresholds) <= ids["framework/thresholds/index.html"]
    for folder in ("kinds", "claims", "settings", "priorities", "tags"):
        assert set(getattr(known, folder)) <= ids[f"framework/{folder}/index.html"]
    assert {*known.sectors, *known.perspectives} <= ids["framework/parties/index.html"]


def test_every_word_of_the_glossary_is_on_its_page(name: str) -> None:
    page = next(p for p in pages(name) if p.path == "framework/glossary/index.html")
    assert page.body.count("<dt id=") == len(framework(name).glossary)


def test_two_runs_give_the_same_bytes(name: str) -> None:
    first = list(every_page(framework(name), CHECKS, CARDS))
    assert first == list(every_page(framework(name), CHECKS[::-1], CARDS[::-1]))


def test_what_contributors_wrote_is_only_text() -> None:
    text = "".join(page.body for page in pages("miniature"))
    assert "Ward 10 &amp; &lt;b&gt;falls&lt;/b&gt;" in text
    assert "<b>falls" not in text


def test_an_invented_case_is_marked_wherever_it_appears(name: str) -> None:
    for page in pages(name):
        appears = page.body.count('cases/teaching/index.html"') + page.body.count(
            '"teaching/index.html"'
        )
        assert page.body.count("Invented teaching case<") == appears, page.path


def test_the_team_names_its_site(name: str) -> None:
    named = shell_site(framework(name), (), {"site_name": "Ours", "site_description": "A line."})
    assert (named.title, named.description) == ("Ours", "A line.")
    unnamed = shell_site(framework(name), (), {})
    assert unnamed.title == framework(name).title


def test_the_styles_of_the_library_are_among_the_files_of_the_site() -> None:
    paths = {asset.path for asset in site("miniature").assets}
    assert {"assets/civalue.css", "assets/library.css"} <= paths


def test_a_library_without_cases_has_all_its_pages(name: str) -> None:
    made = every_page(framework(name), CHECKS, ())
    paths = {item.path for item in made if isinstance(item, Page)}
    assert set(site(name).shells) <= paths


def test_prose_that_links_to_no_page_is_refused() -> None:
    small = framework("miniature")
    page = replace(small.pages[0], body="See [this](nowhere.md).")
    with pytest.raises(CivalueError, match=r"nowhere.*no page"):
        shell_site(replace(small, pages=(page,)), CHECKS, {})


def test_the_engine_finds_no_broken_link(name: str, tmp_path: Path) -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    drawn = draw_chrome(site(name), settings, tmp_path)
    assert set(drawn.shells) == set(site(name).shells)
