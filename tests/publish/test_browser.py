"""A real browser reads what was drawn: the last word on escaping and on other hosts."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Request
from playwright.sync_api import Page as Tab

from civalue_build.publish.drawn import Chromes
from civalue_build.publish.folder import Staging, files_in
from tests.publish.small_site import AWKWARD, CASE, CONTENTS, PURPOSE, SITE

HOSTILE = replace(
    CASE,
    path="cases/hostile/index.html",
    body="<h1>Ours</h1><script>ran = 1</script><img src='x' onerror='ran = 2'>"
    "<a id='way' href='javascript:ran = 3'>way</a><p style='color: red'>plain</p>"
    "<script src='https://example.org/a.js'></script><base href='https://example.org/'>"
    "<form action='https://example.org/'><button>send</button></form>"
    "<object data='x'></object><iframe src='about:blank'></iframe>",
)
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no browser on this computer")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing between the dots."""


@pytest.fixture(scope="module")
def address(drawn: Chromes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(drawn, tmp_path_factory.mktemp("browser") / "site")


@pytest.fixture(scope="module")
def preview(addressed: Chromes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose own address is another than that where it is looked at."""
    yield from serve(addressed, tmp_path_factory.mktemp("preview") / "site")


def serve(chromes: Chromes, target: Path) -> Iterator[str]:
    with Staging(target) as staging:
        staging.write_all(tuple(files_in(chromes.folder)))
        for page in (CASE, HOSTILE):
            staging.write(page.path, chromes.specimen.fill(page).encode())
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(target)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    yield tab
    tab.close()


def test_a_case_page_reads_as_it_was_meant_and_asks_no_other_host(tab: Tab, address: str) -> None:
    asked: list[str] = []
    faults: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(address + CASE.path, wait_until="networkidle")
    assert tab.title() == f"{AWKWARD} - {SITE.title}"
    listed = tab.locator(".md-sidebar--secondary .md-nav__item .md-ellipsis").all_inner_texts()
    assert listed == [heading.text for heading in CONTENTS]
    assert not [url for url in asked if not url.startswith((address, "data:"))]
    assert faults == []


@pytest.mark.parametrize("path", [CASE.path, PURPOSE])
def test_a_page_asks_only_for_files_that_are_there(tab: Tab, address: str, path: str) -> None:
    missing: list[str] = []
    tab.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    tab.goto(address + path, wait_until="networkidle")
    assert missing == []


def test_a_page_reads_from_a_plain_folder_too(drawn: Chromes, tab: Tab) -> None:
    page = Path(drawn.folder / PURPOSE)
    tab.goto(page.as_uri())
    tab.locator("a", has_text="data").first.wait_for()
    assert tab.locator("h1").inner_text() == AWKWARD
    assert tab.evaluate("getComputedStyle(document.querySelector('.md-main')).display") == "block"


def test_what_a_contributor_got_past_every_guard_does_not_run(tab: Tab, address: str) -> None:
    ended: list[Request] = []

    def note(request: Request) -> None:
        ended.append(request)

    tab.on("requestfinished", note)
    tab.on("requestfailed", note)
    tab.goto(address + HOSTILE.path, wait_until="load")
    for part in ("#way", "article form button"):
        tab.locator(part).dispatch_event("click")
    assert tab.evaluate("typeof ran") == "undefined"
    assert tab.evaluate("typeof __md_get") == "function"  # the theme's own script does
    assert tab.evaluate("getComputedStyle(document.querySelector('article p')).color") != (
        "rgb(255, 0, 0)"
    )
    assert tab.url == address + HOSTILE.path
    outside = [request for request in ended if not request.url.startswith((address, "data:"))]
    assert [request.url for request in outside if request.failure != "csp"] == []
    assert "https://example.org/a.js" in {request.url for request in outside}


def test_a_preview_does_not_ask_the_sites_own_address_for_anything(tab: Tab, preview: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    tab.on("request", note)
    tab.goto(preview + CASE.path, wait_until="networkidle")
    tab.remove_listener("request", note)
    assert asked
    assert [url for url in asked if not url.startswith((preview, "data:"))] == []
