"""What a page may load and run, told to the browser: its Content-Security-Policy.

Only files of the same site, and the theme's own inline scripts, each by the hash of its text.
Whatever a contributor got past every other guard would not run.

`'self'` also holds for a site that is read from a folder: Chromium and Firefox take it for all
files there. `'wasm-unsafe-eval'` lets the index of search be read, which is WebAssembly, and no
script.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from civalue_build.errors import CivalueError
from civalue_build.publish import markers
from civalue_build.publish.markup import Edit, Element
from civalue_build.publish.slots import misplaced, missing

DATA = ("application/json", "application/ld+json")
"""Scripts of these types are data, which no browser runs."""

EMPTY = ""
"""The charting library adds an empty style element, and fills it by script, which is allowed."""

_OWN = "'self'"
_FIXED = (
    ("default-src", "'none'"),
    ("img-src", f"{_OWN} data:"),
    ("font-src", _OWN),
    ("connect-src", _OWN),
    ("object-src", "'none'"),
    ("base-uri", "'none'"),
    ("form-action", _OWN),
)
_HANDLED = re.compile(r"\s(on[a-z]+|style)\s*=", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def policy(scripts: Iterable[str], styles: Iterable[str] = ()) -> str:
    """Return the policy of a page that holds these inline scripts and styles, as they stand."""
    allowed = {
        "script-src": f"{_OWN} 'wasm-unsafe-eval'{_hashes(scripts)}",
        "style-src": f"{_OWN}{_hashes((EMPTY, *styles))}",
    }
    return "; ".join(f"{name} {value}" for name, value in (*_FIXED, *allowed.items()))


def metas(told: str) -> str:
    """Return the elements of a head that tell a policy, and that links tell nobody of the page."""
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{escape(told, quote=False)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
    )


def placing(html: str, root: Element, path: str) -> Iterator[Edit]:
    """Give what puts the policy of the page drawn at `path` into its head, before what it rules.

    Raises CivalueError if the page has no head, an attribute that no policy of ours lets work, or
    an inline script or style that differs from page to page.
    """
    heads = [meta for meta in root.having("meta") if "charset" in meta.attrs]
    if len(heads) != 1:
        raise missing("policy of the browser")
    _refuse_attributes(root, path)
    told = policy(inline(html, root, "script"), inline(html, root, "style"))
    yield heads[0].end, heads[0].end, f"\n{metas(told)}"


def inline(html: str, root: Element, tag: str) -> list[str]:
    """Return the text of each script or style of a page that stands in it and is no data.

    Raises CivalueError if one holds what differs from page to page.
    """
    found = [
        html[slice(*element.inner)]
        for element in root.having(tag)
        if "src" not in element.attrs and element.attrs.get("type") not in DATA
    ]
    if any(map(markers.ANY.search, found)):
        raise misplaced("words of a page in a script or style")
    return found


def _refuse_attributes(root: Element, path: str) -> None:
    suspects = (element for element in root.walk() if _HANDLED.search(element.told))
    for element in suspects:
        if found := _HANDLED.search(_QUOTED.sub('""', element.told)):
            what = f"an element {element.tag} with the attribute {found[1]}"
            raise CivalueError(f"page {path}: {what}, which no browser would heed on this site")


def _hashes(texts: Iterable[str]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in dict.fromkeys(texts))
    return "".join(f" 'sha256-{b64encode(digest).decode()}'" for digest in digests)
