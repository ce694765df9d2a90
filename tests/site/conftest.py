"""The real library, built once for all tests of the site, and a server of its files."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT, made_once


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the real library; one build serves every process of the test run."""

    def make(target: Path) -> None:
        command = [sys.executable, "-m", "civalue_build", "build", "--library", str(ROOT)]
        subprocess.run([*command, "--target", str(target)], check=True, capture_output=True)

    return made_once(tmp_path_factory, "civalue-site", make)


@pytest.fixture(scope="session")
def _tab(browser: Browser) -> Iterator[Page]:
    """The tab of all tests that leave nothing behind in it."""
    tab = browser.new_page()
    yield tab
    tab.close()


@pytest.fixture
def page(_tab: Page) -> Page:
    """An empty tab, as new; to open one and load the first page there costs a second.

    For tests that do not listen to it, route what it asks for, or turn scripts off.
    """
    _tab.goto("about:blank")
    _tab.set_viewport_size({"width": 1280, "height": 720})
    _tab.emulate_media(media="null")
    _tab.context.clear_cookies()
    return _tab


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of a plain file server on the built site."""
    handler = partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """A file server that does not write a log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""
