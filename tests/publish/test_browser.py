"""A real browser reads what was drawn: the last word on escaping and on other hosts."""

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from civalue_build.publish.drawn import Chromes
from civalue_build.publish.folder import Staging, files_in
from tests.publish.small_site import AWKWARD, CASE, CONTENTS, PURPOSE, SITE

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no browser on this computer")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing between the dots."""


@pytest.fixture(scope="module")
def address(drawn: Chromes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    target = tmp_path_factory.mktemp("browser") / "site"
    with Staging(target) as staging:
        staging.write_all(tuple(files_in(drawn.folder)))
        staging.write(CASE.path, drawn.specimen.fill(CASE).encode())
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(target)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 1280, "height": 800})
        browser.close()


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
