"""What is put right in the files that the theme made.

The theme names some controls for the eye only, its script can ask other hosts for files, and it
ships much that a site in English never reads.
"""

import json
import posixpath
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from civalue_build.publish import tabs
from civalue_build.publish.markup import Element, parse
from civalue_build.publish.words import Words

CONTENT = "__content"
"""The id of the part of every page that is the page's own: where "skip to content" leads."""
SKIP = "Skip to content"

MENDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        # it leads to the first heading, and is missing where there is none
        re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL),
        f'<div data-md-component="skip"><a href="#{CONTENT}" class="md-skip">{SKIP}</a></div>',
    ),
    (re.compile(r'<article (class="md-content__inner)'), rf'<article id="{CONTENT}" \1'),
    (re.compile(r'(data-md-component="search" role="dialog")'), r'\1 aria-label="Search"'),
    (re.compile(r'(<input class="md-toggle" data-md-toggle="drawer")'), r'\1 aria-label="Menu"'),
    (re.compile(r'(<input class="md-toggle" data-md-toggle="search")'), r'\1 aria-label="Search"'),
    # how many results there are is told to a screen reader
    (re.compile(r'(<div class="md-search-result__meta")'), r'\1 role="status"'),
    (re.compile(r'(<a [^>]*class="md-nav__link md-nav__link--active")'), r'\1 aria-current="page"'),
    (re.compile(r'(<nav class="md-tabs" aria-label=)"Tabs"'), r'\1"Parts of this site"'),
    (re.compile(r' target="_blank"'), ""),
)
"""Patterns of the theme's markup, and what stands there instead."""

MENDS_OF_SCRIPTS = re.compile(rb"https://(?:unpkg\.com|api\.github\.com)/")
"""Hosts that the theme's script would ask for what we do not use; `data:,` asks nobody."""


def page(html: str) -> str:
    """Return a drawn page with the theme's faults of accessibility mended."""
    for pattern, instead in MENDS:
        html = pattern.sub(instead, html)
    return _named_switches(tabs.current(html))


def rooted(html: str, path: str) -> str:
    """Return a page drawn at `path` with links that go by the site's root.

    `../index.html` holds for the pages of one folder, `../../cases/index.html` for all pages
    that stand as deep.
    """
    top = "../" * path.count("/")

    def by_root(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link.group(2)))
        return f'{link.group(1)}="{top}{target}"'

    return re.sub(r'\b(href|src)="(\.\./[^"]*)"', by_root, html)


def _named_switches(html: str) -> str:
    """Name the switches and lists of the menu's parts; drop one that opens nothing."""
    root = parse(html)
    edits: list[tuple[int, int, str]] = []
    titles = {
        title.attrs.get("for", ""): title for title in root.having("label", **_class("title"))
    }
    for switch in root.having("input", **_class("toggle")):
        title = titles.get(switch.attrs.get("id", ""))
        if title is None:
            edits.append((switch.start, switch.end, ""))
        else:
            edits.append(_label(switch, _text(html, title)))
    for part in root.having("nav", **{"class": "md-nav"}):
        title = titles.get(part.attrs.get("aria-labelledby", "").removesuffix("_label"))
        if title is not None:
            edits.append(_label(part, _text(html, title)))
    for start, end, instead in sorted(edits, reverse=True):
        html = html[:start] + instead + html[end:]
    return html


def _class(name: str) -> dict[str, str]:
    return {"class": f"md-nav__{name}"}


def _text(html: str, element: Element) -> str:
    """Return the text of an element as markup: escaped already, blanks closed up."""
    start, end = element.inner
    return " ".join(re.sub(r"<[^>]*>", " ", html[start:end]).split())


def _label(element: Element, name: str) -> tuple[int, int, str]:
    """Return an edit that adds a name right after the element's tag name."""
    start = element.start + 1 + len(element.tag)
    return start, start, f' aria-label="{name}"'


def files(folder: Path, words: Words) -> None:
    """Mend all that the engine built, in place, and take away what nobody reads."""
    _each(folder, "*.html", lambda html: page(words.show_html(html)))
    _each(folder, "search/search_index.json", words.show_json)
    _drop(folder)
    for script in folder.rglob("*.js"):
        script.write_bytes(MENDS_OF_SCRIPTS.sub(b"data:,", script.read_bytes()))


def _each(folder: Path, pattern: str, change: Callable[[str], str]) -> None:
    for path in sorted(folder.rglob(pattern)):
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def _drop(folder: Path) -> None:
    """Remove maps of the theme's sources, other languages' search, and the engine's sitemap.

    The sitemap knows no case, and its compressed twin holds the time at which it was made.
    """
    for pattern in ("*.map", "sitemap.xml", "sitemap.xml.gz"):
        for path in folder.rglob(pattern):
            path.unlink()
    if _searched_in(folder / "search/search_index.json") == ["en"]:
        shutil.rmtree(folder / "assets/javascripts/lunr")


def _searched_in(index: Path) -> Any:
    """Return the languages of the search, none if the team does without it."""
    if not index.exists():
        return []
    return json.loads(index.read_text(encoding="utf-8"))["config"]["lang"]
