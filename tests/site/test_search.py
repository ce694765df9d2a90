"""Search on the built site, in a real browser, from a server that has the site in a subfolder."""

import json
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from civalue_build.present.library.indexed import documents
from civalue_build.publish.cache import Cache
from civalue_build.publish.search import search_files
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.site.conftest import Quiet

CASE = "cases/skin-check-rounds/index.html"
NARROW, WIDE = 320, 1280
BELOW = "shared/value"


@pytest.fixture(scope="module")
def copies(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's folder: the site in a subfolder, and a copy of it without an index."""
    top = tmp_path_factory.mktemp("server")
    (top / BELOW).parent.mkdir()
    (top / BELOW).symlink_to(site, target_is_directory=True)
    shutil.copytree(site, top / "bare", ignore=shutil.ignore_patterns("pagefind", "vendor"))
    return top


@pytest.fixture(scope="module")
def address(copies: Path) -> Iterator[str]:
    """Where that server is."""
    handler = partial(Quiet, directory=str(copies))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Watched:
    """What a page asked for, and what it complained of."""

    def __init__(self, page: Page) -> None:
        self.hosts: set[str] = set()
        self.complaints: list[str] = []
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(f"{said.type}: {said.text}"))


def results(page: Page, address: str, **query: str) -> list[str]:
    """The titles of what was found."""
    page.goto(f"{address}/{BELOW}/search/index.html?{urlencode(query)}")
    expect(page.locator(".search-count")).to_contain_text("result")
    return page.locator(".search-result__title").all_inner_texts()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_words_typed_on_a_case_lead_to_results_and_a_result_to_its_page(
    browser: Browser, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    watched = Watched(page)
    page.goto(f"{address}/{BELOW}/{CASE}")
    field = page.get_by_label("Search this site")
    field.fill("skin checks")
    field.press("Enter")
    expect(page.locator(".search-count")).to_contain_text("results for “skin checks”")
    assert urlsplit(page.url).path == f"/{BELOW}/search/index.html"
    first = page.locator(".search-result a").first
    title = first.inner_text()
    first.press("Enter")
    expect(page.locator("main h1")).to_have_text(title)
    assert urlsplit(page.url).path.startswith(f"/{BELOW}/cases/")
    assert watched.hosts == {urlsplit(address).netloc}
    assert watched.complaints == []
    page.close()


def test_a_result_shows_its_kind_where_it_is_from_and_the_words_that_were_found(
    page: Page, address: str
) -> None:
    results(page, address, q="skin-check rounds sixteen")
    first = page.locator(".search-result").first
    expect(first.locator(".cv-tag")).to_have_text(["Case", "Invented teaching case"])
    expect(first.locator(".search-result__where")).to_contain_text("Acute hospital")
    assert first.locator("mark").count() > 0


def test_no_result_leads_to_a_page_or_a_place_that_is_not_there(
    page: Page, address: str, site: Path
) -> None:
    shown = results(page, address, q="the", show="500")
    hrefs = page.eval_on_selector_all(".search-result a", "all => all.map(a => a.href)")
    assert len(shown) > 100
    dead = []
    for href in hrefs:
        parts = urlsplit(href)
        file = site / parts.path.removeprefix(f"/{BELOW}/")
        there = file.is_file() and parts.path.startswith(f"/{BELOW}/")
        if not there or (parts.fragment and f'id="{parts.fragment}"' not in file.read_text()):
            dead.append(href)
    assert dead == []


def test_neither_the_page_of_search_nor_the_one_for_wrong_addresses_is_found(
    page: Page, address: str
) -> None:
    results(page, address, q="search", show="500")
    paths = page.eval_on_selector_all(".search-result a", "all => all.map(a => a.pathname)")
    assert not [path for path in paths if path.endswith(("/search/index.html", "404.html"))]


def test_checks_do_not_stand_before_the_cases_that_use_the_same_word(
    page: Page, address: str
) -> None:
    results(page, address, q="source")
    kinds = page.locator(".search-result .cv-tag:first-child").all_inner_texts()
    assert kinds[0] in {"Case", "Programme"}
    assert "Check" not in kinds
    assert results(page, address, q="CV101")[0].startswith("CV101")


def test_filters_stand_in_the_address_and_the_way_back_brings_the_last_search_again(
    page: Page, address: str
) -> None:
    every = results(page, address, q="ward")
    page.get_by_text("Only some kinds of page").click()
    page.get_by_label("Kind of page").select_option("case")
    page.get_by_label("Setting of the case").select_option("acute")
    page.get_by_label("Words to look for").press("Enter")
    page.wait_for_url("**kind=case**")
    expect(page.locator(".search-count")).to_contain_text("for “ward”")
    expect(page.get_by_label("Kind of page")).to_have_value("case")
    places = page.locator(".search-result__where").all_inner_texts()
    assert places
    assert all(place.endswith("Acute hospital") for place in places)
    page.go_back()
    expect(page.locator(".search-count")).to_contain_text("for “ward”")
    expect(page.locator(".search-result__title")).to_have_text(every)


def test_more_results_are_shown_below_with_the_focus_on_the_first_and_stay_on_the_way_back(
    page: Page, address: str
) -> None:
    assert len(results(page, address, q="the")) == 10
    page.get_by_role("button", name="Show more").press("Enter")
    expect(page.locator(".search-count")).to_contain_text("20 shown")
    assert page.locator(".search-result").nth(10).locator("a:focus").count() == 1
    page.locator(".search-result a:focus").press("Enter")
    page.wait_for_url(lambda url: "/search/" not in url)
    page.go_back()
    expect(page.locator(".search-result")).to_have_count(20)


def test_nothing_found_says_what_to_do_and_offers_the_search_without_filters(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/{BELOW}/search/index.html?q=CV101&kind=case")
    expect(page.locator(".search-count")).to_have_text("Nothing was found for “CV101”.")
    expect(page.get_by_text("Check the spelling.")).to_be_visible()
    expect(page.get_by_role("link", name="Browse all cases")).to_be_visible()
    page.get_by_role("link", name="all kinds of pages").click()
    expect(page.locator(".search-count")).to_have_text("1 result for “CV101”")


@pytest.mark.parametrize("word", ["zzzz", "wardrobe", "1234567", "qqq xyzzy"])
def test_a_word_that_is_nowhere_finds_nothing_by_its_first_letters(
    page: Page, address: str, word: str
) -> None:
    page.goto(f"{address}/{BELOW}/search/index.html?{urlencode({'q': word})}")
    expect(page.locator(".search-count")).to_have_text(f"Nothing was found for “{word}”.")
    expect(page.get_by_text("Check the spelling.")).to_be_visible()
    expect(page.locator(".search-results")).to_be_hidden()


@pytest.mark.parametrize(
    "words", ["studying", "physio", "organisati", "skin zzzz", '"skin check"', "CHEC", "£5"]
)
def test_a_word_is_found_in_its_other_forms_and_by_its_beginning(
    page: Page, address: str, words: str
) -> None:
    assert results(page, address, q=words)


def test_words_of_a_page_are_never_markup(
    browser: Browser, address: str, copies: Path, tmp_path: Path
) -> None:
    attack = '&lt;img src="x" onerror="document.title=1"&gt; skin'
    (tmp_path / "index.html").write_text(
        f'<article id="__content"><h1>{attack}</h1><h2 id="a">{attack}</h2>{attack}</article>',
        encoding="utf-8",
    )
    meta = f'<i data-pagefind-meta="organisation">{attack}</i>'
    for file in search_files(
        tmp_path,
        tmp_path / "work",
        lambda _, article: f"<html><body>{meta}{article}</body></html>",
        Cache(folder=tmp_path / "cache"),
    ):
        (copies / "hostile" / file.path).parent.mkdir(parents=True, exist_ok=True)
        (copies / "hostile" / file.path).write_bytes(file.content)
    for part in ("assets", "search"):
        shutil.copytree(copies / "bare" / part, copies / "hostile" / part)
    page = browser.new_page()
    watched = Watched(page)
    page.goto(f"{address}/hostile/search/index.html?q=skin")
    expect(page.locator(".search-result__title")).to_contain_text('<img src="x"')
    expect(page.locator(".search-result__words")).to_contain_text("<img src=")
    expect(page.locator(".search-result__where")).to_contain_text("<img src=")
    assert page.locator("main img").count() == 0
    assert watched.complaints == []
    page.close()


def test_words_of_a_reader_are_never_markup(browser: Browser, address: str) -> None:
    page = browser.new_page()
    watched = Watched(page)
    words = '<img src=x onerror="document.title=1"> skin'
    page.goto(f"{address}/{BELOW}/search/index.html?{urlencode({'q': words})}")
    expect(page.locator(".search-count")).to_contain_text("<img src=x")
    assert page.locator("main img").count() == 0
    assert watched.complaints == []
    page.close()


def test_a_policy_without_inline_scripts_is_enough_for_search(
    browser: Browser, address: str
) -> None:
    policy = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"
    page = browser.new_page()
    watched = Watched(page)

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        headers = answer.headers | {"content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)

    page.route("**/search/index.html*", with_policy)
    assert results(page, address, q="skin checks")
    refused = [said for said in watched.complaints if "search.js" in said or "pagefind" in said]
    assert refused == []
    page.close()


@pytest.mark.parametrize("path", ["index.html", CASE, "methods/index.html"])
def test_the_form_is_in_the_header_of_every_page_and_fits_a_phone(
    page: Page, address: str, path: str
) -> None:
    page.set_viewport_size({"width": NARROW, "height": 600})
    page.goto(f"{address}/{BELOW}/{path}")
    for part in (page.get_by_label("Search this site"), page.get_by_role("button", name="Search")):
        box = part.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW
        assert box["height"] >= 24


def test_without_javascript_the_form_leads_to_a_plain_message_and_the_lists(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{BELOW}/{CASE}")
    page.get_by_label("Search this site").fill("skin")
    page.get_by_label("Search this site").press("Enter")
    page.wait_for_url("**/search/index.html?q=skin")
    assert_plain(page)
    context.close()


def test_from_a_folder_the_form_leads_to_a_plain_message_and_the_lists(
    browser: Browser, site: Path
) -> None:
    page = browser.new_page()
    watched = Watched(page)
    page.goto((site / CASE).as_uri())
    page.get_by_label("Search this site").fill("skin")
    page.get_by_label("Search this site").press("Enter")
    page.wait_for_url("**/search/index.html?q=skin")
    assert_plain(page)
    assert watched.complaints == []
    page.close()


def assert_plain(page: Page) -> None:
    """The message is there, the lists lead on, and no box is there that does nothing."""
    expect(page.get_by_text("Search needs JavaScript and a web server")).to_be_visible()
    expect(page.get_by_text("no search index")).to_be_hidden()
    expect(page.get_by_label("Words to look for")).to_be_hidden()
    page.locator("main").get_by_role("link", name="All cases").click()
    expect(page.locator("main h1")).to_have_text("Cases")


def test_a_copy_without_an_index_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/bare/search/index.html?q=skin")
    expect(page.get_by_text("This copy of the site has no search index.")).to_be_visible()
    expect(page.get_by_text("Search needs JavaScript")).to_be_hidden()
    expect(page.get_by_label("Words to look for")).to_be_hidden()
    expect(page.locator("main").get_by_role("link", name="All unit values")).to_be_visible()


def test_an_index_that_cannot_be_read_is_told_and_not_taken_for_no_results(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.route("**/pagefind/pagefind.js", lambda route: route.abort())
    page.goto(f"{address}/{BELOW}/search/index.html?q=skin")
    expect(page.get_by_text("Search could not be loaded.")).to_be_visible()
    expect(page.locator(".search-count")).to_be_empty()
    page.close()


def test_every_page_that_can_be_found_is_in_the_index(site: Path) -> None:
    told = json.loads((site / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    pages = {path for path in site.rglob("index.html") if 'id="__content"' in path.read_text()}
    assert told["languages"]["en"]["page_count"] == len(pages - {site / "search/index.html"})


@pytest.fixture(scope="module")
def shards(site: Path, copies: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same site twice, its documents in one index, and dealt out to several shards."""
    work = tmp_path_factory.mktemp("shards")
    made = documents(read_framework(ROOT, whole=True), ())
    for name, size in (("whole", 10_000), ("dealt", 80)):
        for file in search_files(site, work / name, made, Cache(folder=work / "cache"), size):
            (copies / name / file.path).parent.mkdir(parents=True, exist_ok=True)
            (copies / name / file.path).write_bytes(file.content)
        for part in ("assets", "search"):
            shutil.copytree(copies / "bare" / part, copies / name / part)
    return copies / "whole", copies / "dealt"


def found(page: Page, address: str, name: str, words: str) -> list[str]:
    """What is found in one of the two, in order; nothing where it says so."""
    query = urlencode({"q": words, "show": "500"})
    page.goto(f"{address}/{name}/search/index.html?{query}")
    expect(page.locator(".search-count")).to_contain_text("“")
    return page.locator(".search-result__title").all_inner_texts()


@pytest.mark.parametrize("words", ["ward", "skin checks", "pressure ulcers", "slippers", "CV101"])
def test_shards_are_searched_as_one_and_in_much_the_same_order(
    page: Page, address: str, shards: tuple[Path, Path], words: str
) -> None:
    assert len(list((shards[1] / "pagefind").glob("[1-9]*/pagefind-entry.json"))) > 1
    whole, dealt = (found(page, address, folder.name, words) for folder in shards)
    assert sorted(whole) == sorted(dealt)
    assert set(dealt[:3]) <= set(whole[:10])


@pytest.mark.parametrize("words", ["zzzz", "qqq xyzzy"])
def test_a_word_that_is_in_no_shard_finds_nothing(
    page: Page, address: str, shards: tuple[Path, Path], words: str
) -> None:
    assert found(page, address, shards[1].name, words) == []
    expect(page.locator(".search-count")).to_have_text(f"Nothing was found for “{words}”.")


def test_a_shard_brings_no_program_of_its_own(shards: tuple[Path, Path]) -> None:
    assert (shards[1] / "pagefind" / "pagefind.js").is_file()
    assert list((shards[1] / "pagefind").glob("[1-9]*/*.js")) == []
    assert list((shards[1] / "pagefind").glob("[1-9]*/wasm*")) == []
