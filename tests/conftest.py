"""A small library of its own for every test that needs folders."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Machines differ: no test fails for being slow, and each run tries the same examples.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("brief", settings.get_profile("steady"), max_examples=20)
settings.load_profile("steady")

ROOT = Path(__file__).parents[1]
LIBRARY = Path(__file__).parent / "data" / "library"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def pytest_configure(config: pytest.Config) -> None:
    """Try one example in five where slow tests are left out."""
    if "not slow" in config.option.markexpr:
        settings.load_profile("brief")


def examples(count: int) -> settings:
    """Try so many examples, or one in five of them where slow tests are left out."""
    return settings(max_examples=count * settings().max_examples // 100)


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that is made by the first process of a test run to need it."""
    base = factory.getbasetemp()
    made = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with FileLock(f"{made}.lock"):
        if not made.exists():
            unfinished = made.with_name(f"{name}.unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            unfinished.rename(made)
    return made


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the work of tests apart from that of the person who runs them."""
    os.environ["CIVALUE_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Headless Chromium from the system's packages: one for a process, which bears no second."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 slow, and few tests need it

    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "Chromium is needed for these tests: run `make test`, which installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of the miniature library, with the real settings of the site."""
    copy = tmp_path / "library"
    shutil.copytree(LIBRARY, copy)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    return copy
