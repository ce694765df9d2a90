"""What the engine is given: a finished tree of Markdown, and settings that only name it."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from civalue_build.errors import CivalueError
from civalue_build.model.site import NavEntry, ProsePage, Site
from civalue_build.publish import markers
from civalue_build.publish.paths import Taken
from civalue_build.publish.settings import refuse
from civalue_build.publish.words import Words


def documents(site: Site, words: Words) -> dict[str, str]:
    """Return the Markdown of every page by its path below the documents' folder."""
    taken = Taken()
    pages = {path: _example(wide=False) for path in site.shells}
    pages |= {markers.specimen(family): _example(wide=True) for family in site.families}
    for path in (*site.shells, *(p.path for p in site.prose), *(a.path for a in site.assets)):
        taken.add(path)
    pages |= {page.path: _prose(page, site, words) for page in site.prose}
    return {source_path(path): text for path, text in pages.items()}


def source_path(path: str) -> str:
    """Return the path of the Markdown file that becomes this page."""
    if path.rpartition("/")[2] != "index.html":
        raise CivalueError(f"a page's path must end in index.html: {path}")
    return path.removesuffix(".html") + ".md"


def configuration(site: Site, settings: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Return the engine's settings: the team's, and what follows from the site.

    Raises CivalueError for a setting that the build does not take.
    """
    refuse(settings, (asset.path for asset in site.assets))
    pages = [source_path(path) for path in (*site.shells, *(page.path for page in site.prose))]
    listed = set(_listed(site.nav))
    unlisted = [path for path in pages if path not in listed]
    specimens = [source_path(markers.specimen(family)) for family in site.families]
    kept = {key: value for key, value in settings.items() if value is not None}
    return (
        kept
        | _copyright(settings, words)
        | {
            "site_name": words.hide(site.title),
            "site_description": words.hide(site.description),
            "use_directory_urls": False,
            "edit_uri": "",
            "plugins": [],
            "docs_dir": "docs",
            "site_dir": "site",
            "nav": [_entry(entry, words) for entry in site.nav],
            "not_in_nav": "\n".join(map(_pattern, (*unlisted, *specimens))),
        }
    )


def _copyright(settings: Mapping[str, Any], words: Words) -> dict[str, str]:
    """Return the line at the foot as a marker: the theme would take it for markup."""
    text = settings.get("copyright")
    return {"copyright": words.hide(unescape(text))} if text else {}


def _example(*, wide: bool) -> str:
    head = markers.front_matter(title=markers.TITLE, description=markers.DESCRIPTION, wide=wide)
    return head + markers.EXAMPLE


def _prose(page: ProsePage, site: Site, words: Words) -> str:
    if found := markers.ANY.search(page.markdown):
        raise CivalueError(f"{page.path}: the text cannot hold the word {found.group()}")
    title = words.hide(page.title)
    description = words.hide(page.description) if page.description else ""
    head = markers.front_matter(title=title, description=description)
    own = page.markdown.lstrip().startswith("# ")
    text = _LINK.sub(lambda link: _reached(link, page.path, site, words), page.markdown)
    return head + ("" if own else f'<h1 id="__title">{title}</h1>\n\n') + text


_LINK = re.compile(r"(?<=\]\()([^)\s#]+/index)\.md")


def _reached(link: re.Match[str], path: str, site: Site, words: Words) -> str:
    """Return a link's target as the engine can follow it: it draws no page of a family."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), f"{link[1]}.html"))
    drawn = {*site.shells, *(page.path for page in site.prose)}
    is_drawn = markers.family(target) not in site.families or target in drawn
    return link[0] if is_drawn else words.hide_link(f"{link[1]}.html")


def _entry(entry: NavEntry, words: Words) -> dict[str, Any]:
    """Return an entry as the engine reads it; a section's own page is its first child.

    Not `navigation.indexes`: every page is an index.md, so that the theme would take the first
    page of a section without a page of its own for the section itself.
    """
    title = words.hide(entry.title)
    if not entry.children:
        return {title: source_path(entry.path)}
    own = [{title: source_path(entry.path)}] if entry.path else []
    return {title: [*own, *(_entry(child, words) for child in entry.children)]}


def _listed(nav: tuple[NavEntry, ...]) -> Iterator[str]:
    for entry in nav:
        if entry.path:
            yield source_path(entry.path)
        yield from _listed(entry.children)


def _pattern(path: str) -> str:
    return "/" + re.sub(r"([\\*?\[\]!# ])", r"\\\1", path)
