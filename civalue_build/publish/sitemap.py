"""The list of a site's pages for search engines."""

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site_url: str, paths: Iterable[str]) -> bytes:
    """Return sitemap.xml for the pages at these paths of a site with this address."""
    base = site_url.rstrip("/")
    pages = (f"<url><loc>{escape(f'{base}/{quote(path)}')}</loc></url>" for path in sorted(paths))
    listed = "\n".join(pages)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}\n<urlset xmlns="{_NAMESPACE}">\n{listed}\n</urlset>\n'.encode()
