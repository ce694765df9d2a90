"""The list of a site's pages for search engines."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote
from xml.sax.saxutils import escape

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site_url: str, paths: Iterable[str], dates: Mapping[str, str] | None = None) -> bytes:
    """Return sitemap.xml for the pages at these paths of a site with this address.

    `dates` are the days of the last change of some of them (`2026-10-01`, `2026-10`).
    """
    base, known = site_url.rstrip("/"), dates or {}
    listed = "\n".join(_url(base, path, known.get(path, "")) for path in sorted(paths))
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}\n<urlset xmlns="{_NAMESPACE}">\n{listed}\n</urlset>\n'.encode()


def _url(base: str, path: str, day: str) -> str:
    changed = f"<lastmod>{escape(day)}</lastmod>" if day else ""
    return f"<url><loc>{escape(f'{base}/{quote(path)}')}</loc>{changed}</url>"
