"""The index for search: made by the real command, over a few finished pages."""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.site import Asset
from civalue_build.publish import search
from civalue_build.publish.cache import Cache
from civalue_build.publish.search import search_files

CHROME = (
    '<!doctype html><html lang="en"><body><header>Menubar</header>'
    '<article id="__content" class="md-content__inner">{}</article>'
    "<footer>Smallprint</footer></body></html>"
)
PAGES = {
    "index.html": CHROME.format("<h1>Home</h1><p>Welcome.</p>"),
    "cases/falls/index.html": CHROME.format("<h1>Fewer falls</h1><p>Slippers fitted.</p>"),
    "cases/ulcers/index.html": CHROME.format(
        '<h1>Fewer ulcers</h1><p>Mattresses.</p><p class="cv-edit"><a href="x">Suggest</a></p>'
    ),
    "cases/old-name/index.html": "<html><body><h1>This case has moved</h1></body></html>",
    "search/index.html": CHROME.format("<h1>Search</h1><p>Looking glass.</p>"),
}

MANY = {
    f"cases/{letter}/index.html": CHROME.format(f"<h1>Case {letter}</h1><p>Words.</p>")
    for letter in "abcdeghijklmnop"
}
"""Pages of as many settings: what is kept in no order of its own differs between two runs."""


def document(path: str, article: str) -> str:
    """All of what a page says, and its kind and setting; nothing of the page of search."""
    if path.startswith("search/") or not article:
        return ""
    told = "".join(
        f'<i data-pagefind-meta="{name}[data-is]" data-is="{value}"></i>'
        for name, value in (("kind-id", path.partition("/")[0]), ("setting-id", path[6:7]))
    )
    return f"<html><body>{told}{article}</body></html>"


def write(folder: Path, pages: Iterable[tuple[str, str]]) -> Path:
    for path, html in pages:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
    return folder


def index(site: Path, work: Path) -> tuple[Asset, ...]:
    return search_files(site, work, document, Cache(folder=work / "cache"))


def fragments(files: Iterable[Asset]) -> str:
    """What a browser is given of the pages found, all in one."""
    found = (file.content for file in files if "/fragment/" in file.path)
    return "\n".join(gzip.decompress(content).decode() for content in found)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site", PAGES.items())


def test_the_same_pages_give_the_same_bytes_wherever_and_in_whatever_order_they_were_written(
    site: Path, tmp_path: Path
) -> None:
    write(site, MANY.items())
    other = write(tmp_path / "another" / "place", reversed((PAGES | MANY).items()))
    first, second = index(site, tmp_path / "one"), index(other, tmp_path / "two" / "deeper")
    assert first == second
    assert [file.path for file in first] == sorted(file.path for file in first)


def test_the_pages_of_each_kind_and_setting_are_listed_by_their_names_in_the_index(
    site: Path, tmp_path: Path
) -> None:
    files = {file.path: file.content for file in index(site, tmp_path / "work")}
    listed = {
        (row["kind"], row["setting"]): row["pages"].split()
        for row in json.loads(files["pagefind/kinds.json"])
    }
    assert set(listed) == {("cases", "f"), ("cases", "u"), ("index.html", "h")}
    (name,) = listed["cases", "f"]
    assert b"Slippers" in gzip.decompress(files[f"pagefind/fragment/{name}.pf_fragment"])


def test_an_index_holds_what_pages_say_and_nothing_of_their_chrome(
    site: Path, tmp_path: Path
) -> None:
    said = fragments(index(site, tmp_path / "work"))
    for words in ("Welcome", "Slippers", "Mattresses", "/cases/falls/index.html"):
        assert words in said
    for words in ("Menubar", "Smallprint", "Suggest", "has moved", "Looking glass"):
        assert words not in said


def test_only_files_that_our_page_reads_are_published(site: Path, tmp_path: Path) -> None:
    paths = {file.path for file in index(site, tmp_path / "work")}
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json"} <= paths
    assert not [path for path in paths if path.endswith(".css") or "-ui" in path]


def test_pages_that_have_not_changed_are_not_indexed_again(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = index(site, tmp_path / "work")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-such-program"))
    assert index(site, tmp_path / "work") == first


def test_a_changed_page_is_indexed_again(site: Path, tmp_path: Path) -> None:
    index(site, tmp_path / "work")
    write(site, [("index.html", CHROME.format("<h1>Home</h1><p>Goodbye.</p>"))])
    said = fragments(index(site, tmp_path / "work"))
    assert "Goodbye" in said
    assert "Welcome" not in said


def test_what_a_user_set_for_other_sites_changes_nothing(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = index(site, tmp_path / "one")
    (tmp_path / "pagefind.yml").write_text("glob: nothing.html\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "h1")
    assert index(site, tmp_path / "two") == plain


def test_a_command_that_fails_is_told_in_its_own_words(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_COMMAND", ("-m", "pagefind", "--no-such-option"))
    with pytest.raises(CivalueError, match=r"(?s)the site is as it was.*--no-such-option"):
        index(site, tmp_path / "work")


def test_a_site_without_any_page_to_find_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(CivalueError, match="no index"):
        index(tmp_path / "site", tmp_path / "work")


def test_pagefind_that_is_not_installed_is_told_with_the_way_to_do_without(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "find_spec", lambda _: None)
    with pytest.raises(CivalueError, match=r"not installed.*--no-search"):
        index(site, tmp_path / "work")


def test_a_large_site_is_indexed_in_shards_and_an_unchanged_shard_is_kept(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site, MANY.items())
    cache, runs = Cache(folder=tmp_path / "cache"), list[Path]()
    real = search._run

    def counted(scratch: Path) -> None:
        runs.append(scratch)
        real(scratch)

    monkeypatch.setattr(search, "_run", counted)
    first = search_files(site, tmp_path / "work", document, cache, size=6)
    made = len(runs)
    assert made > 2
    assert {file.path.split("/")[1] for file in first} >= {"1", "2", "kinds.json"}
    write(site, [("cases/a/index.html", CHROME.format("<h1>Case a</h1><p>Otherwise.</p>"))])
    again = search_files(site, tmp_path / "work", document, cache, size=6)
    assert len(runs) == made + 1
    changed = {file.path for file in again} ^ {file.path for file in first}
    assert len({path.split("/")[1] for path in changed if "fragment" in path}) == 1
    assert "Otherwise" in fragments(again)


def test_pages_that_list_others_are_together_and_cases_are_dealt_out_evenly() -> None:
    dealt = Counter(search._shard_of(f"cases/number-{n}/index.html", 5) for n in range(4000))
    assert set(dealt) == set(range(5))
    assert all(700 < count < 900 for count in dealt.values())
    for path in ("index.html", "cases/index.html", "checks/cv101/index.html"):
        assert search._shard_of(path, 5) == 0
    assert search._shard_of("cases/number-1/index.html", 1) == 0
