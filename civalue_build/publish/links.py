"""Where the links of finished pages lead, and which of them lead nowhere."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from urllib.parse import unquote

from civalue_build.model.record import record

_FOUND = re.compile(r'\s(id|href|src|action)="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_HIDDEN = re.compile(r"<!--.*?-->|(<(script|style)\b[^>]*>).*?</\2>", re.DOTALL)


@record
class PageLinks:
    """A page's address, the ids on it, and its links inside the site as (address, id)."""

    path: str
    ids: frozenset[str]
    leads: tuple[tuple[str, str], ...]


def links_of(path: str, html: str) -> PageLinks:
    """Return the links of a finished page at `path` below the site.

    A link to a folder is one to its index.html; what leads to another host is left out. An
    address from the server's root (`/value/`) is kept as it is.
    """
    written = dict.fromkeys(_FOUND.findall(_HIDDEN.sub(r"\1", html)))
    found = [(kind, unescape(value)) for kind, value in written]
    leads = (_lead(path, value) for kind, value in found if kind != "id" and _is_inside(value))
    return PageLinks(
        path=path,
        ids=frozenset(value for kind, value in found if kind == "id"),
        leads=tuple(dict.fromkeys(leads)),
    )


def _is_inside(link: str) -> bool:
    return not _ELSEWHERE.match(link)


def _lead(path: str, link: str) -> tuple[str, str]:
    way, _, anchor = link.partition("#")
    way = unquote(way.partition("?")[0])
    if not way:
        return path, unquote(anchor)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), way))
    is_folder = way.endswith(("/", "/.", "/..")) or way in (".", "..")
    file = posixpath.normpath(posixpath.join(target, "index.html")) if is_folder else target
    return file, unquote(anchor)


def dead_links(pages: Iterable[PageLinks], files: Collection[str]) -> Iterator[tuple[str, str]]:
    """Give each link that leads nowhere, as (page, `address#id`), in order of pages.

    `files` are the paths of all that is in the site; an id is looked for on the given pages only.
    """
    known = {page.path: page for page in pages}
    for page in known.values():
        for address, anchor in page.leads:
            target = known.get(address)
            is_there = address in files or target is not None
            if not is_there:
                yield page.path, address
            elif anchor and target and anchor not in target.ids:
                yield page.path, f"{address}#{anchor}"
