import pickle
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from civalue_build.publish.drawn import Chromes
from civalue_build.publish.engine import draw_chrome
from civalue_build.publish.engines import Engine
from tests.conftest import made_once
from tests.publish.small_site import EDIT, SETTINGS, SITE, URL


@pytest.fixture(
    scope="session",
    params=[
        Engine.MATERIAL,
        pytest.param(Engine.PROPERDOCS, marks=pytest.mark.slow),  # draws as MkDocs does
        Engine.ZENSICAL,
    ],
)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each of the engines."""
    return Engine(request.param)


@pytest.fixture(scope="session")
def drawn(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Chromes:
    """One run of each real engine, which takes most of a second, for every test."""
    return _drawn_once(tmp_path_factory, "drawn", engine, SETTINGS)


@pytest.fixture(scope="session")
def addressed(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Chromes:
    """The same for a site with an address, whose files are edited somewhere."""
    settings = SETTINGS | {"site_url": URL, "edit_uri": EDIT}
    return _drawn_once(tmp_path_factory, "addressed", engine, settings)


def _drawn_once(
    factory: pytest.TempPathFactory, name: str, engine: Engine, settings: dict[str, Any]
) -> Chromes:
    """Draw the site in a folder that serves every process of the test run."""

    def make(folder: Path) -> None:
        found = draw_chrome(SITE, settings, folder, engine)
        (folder / "chromes").write_bytes(pickle.dumps(found))

    made = made_once(factory, f"{name}-{engine}", make)
    found: Chromes = pickle.loads((made / "chromes").read_bytes())  # noqa: S301 our own
    return replace(found, folder=made / "site")


class Reading(HTMLParser):
    """What a browser would make of a page: its tags, and the text inside each kind of tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("input", "meta", "link", "br", "img"):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self._open), data))

    def text(self, tag: str) -> list[str]:
        """The texts of a kind of tag, blanks closed up, empty ones left out."""
        found = (" ".join(data.split()) for tags, data in self.texts if tag in tags[-1:])
        return [text for text in found if text]

    def having(self, tag: str, **attrs: str) -> Iterator[dict[str, str | None]]:
        """The attributes of the tags that have these."""
        for name, known in self.tags:
            if name == tag and all(known.get(key) == value for key, value in attrs.items()):
                yield known


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
