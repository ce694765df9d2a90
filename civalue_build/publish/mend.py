"""What is put right in the files that the theme made.

The theme names some controls for the eye only, its script can ask other hosts for files, and it
ships much that a site in English never reads.
"""

import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from civalue_build.publish import tabs
from civalue_build.publish.markup import Edit, Element

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
    (re.compile(r'(<input class="md-toggle" data-md-toggle="drawer")'), r'\1 aria-label="Menu"'),
    # the theme's script needs the switch of its search, which the site does without; nobody else
    (re.compile(r'(<input class="md-toggle" data-md-toggle="search")'), r"\1 disabled hidden"),
    (re.compile(r'(<a [^>]*class="md-nav__link md-nav__link--active")'), r'\1 aria-current="page"'),
    (re.compile(r'(<nav class="md-tabs" aria-label=)"Tabs"'), r'\1"Parts of this site"'),
    (re.compile(r' target="_blank"'), ""),
    (re.compile(r'<a id="__skip"[^>]*></a>\s*'), ""),
)
"""Patterns of the theme's markup, and what stands there instead."""

ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);?"')
"""A cell of a Markdown table; the site's policy for browsers forbids a style in an attribute."""

MENDS_OF_SCRIPTS = re.compile(rb"https://(?:unpkg\.com|api\.github\.com|cdn\.jsdelivr\.net)/")
"""Hosts that the theme's script would ask for what we do not use; `data:,` asks nobody."""

TRANSLATIONS = (b'"link[rel=alternate]"', b'"link[rel=alternate][hreflang]"')
"""What the theme's script takes for the site in another language: it would ask for our feed's."""


def page(html: str) -> str:
    """Return a drawn page with the theme's faults of accessibility mended, but for `naming`."""
    for pattern, instead in MENDS:
        html = pattern.sub(instead, html)
    return tabs.current(ALIGNED.sub(r'\1 class="cv-to-\2"', html))


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


def naming(html: str, root: Element) -> Iterator[Edit]:
    """Give what names the switches and lists of the menu's parts, and drops one without a part.

    `root` is what `html` was read as.
    """
    titles = {
        title.attrs.get("for", ""): title for title in root.having("label", **_class("title"))
    }
    for switch in root.having("input", **_class("toggle")):
        title = titles.get(switch.attrs.get("id", ""))
        if title is None:
            yield switch.start, switch.end, ""
        else:
            yield _label(switch, _text(html, title))
    for part in root.having("nav", **{"class": "md-nav"}):
        title = titles.get(part.attrs.get("aria-labelledby", "").removesuffix("_label"))
        if title is not None:
            yield _label(part, _text(html, title))


def _class(name: str) -> dict[str, str]:
    return {"class": f"md-nav__{name}"}


def _text(html: str, element: Element) -> str:
    """Return the text of an element as markup: escaped already, blanks closed up."""
    start, end = element.inner
    return " ".join(re.sub(r"<[^>]*>", " ", html[start:end]).split())


def _label(element: Element, name: str) -> Edit:
    """Return an edit that adds a name right after the element's tag name."""
    start = element.start + 1 + len(element.tag)
    return start, start, f' aria-label="{name}"'


def files(folder: Path) -> None:
    """Take away what nobody reads, and mend the theme's scripts, in place.

    That is maps of the theme's sources, the theme's search, its styles in another variant, and
    the engine's sitemap: it knows no case, and its compressed twin holds the time of the build.
    """
    for pattern in ("*.map", "sitemap.xml", "sitemap.xml.gz", "search.json"):
        for path in folder.rglob(pattern):
            path.unlink()
    for name in ("javascripts/lunr", "javascripts/workers", "stylesheets/modern"):
        shutil.rmtree(folder / "assets" / name, ignore_errors=True)
    for script in folder.rglob("*.js"):
        mended = MENDS_OF_SCRIPTS.sub(b"data:,", script.read_bytes())
        script.write_bytes(mended.replace(*TRANSLATIONS))
