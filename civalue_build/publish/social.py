"""What the head of a page tells other programs: cards of social media, feed readers.

The words are the page's own. Addresses are told only by a site that has one.
"""

from collections.abc import Iterator
from html import escape

from civalue_build.model.record import record
from civalue_build.publish import markers
from civalue_build.publish.markup import Edit, Element
from civalue_build.publish.picture import HEIGHT, PICTURE, WIDTH
from civalue_build.publish.slots import missing

FEED = "feed.xml"
HOME = "index.html"
LOCALE = "en_GB"


@record
class Social:
    """What all pages of a site say alike: its title, and its address where it has one."""

    title: str
    url: str = ""

    def placing(self, html: str, root: Element, path: str) -> Iterator[Edit]:
        """Give what puts the elements into the head of the page drawn at `path`.

        Raises CivalueError if it has no head.
        """
        head = next(root.having("head"), None)
        if head is None:
            raise missing("head")
        told = "\n".join(self._metas(html, root, path))
        yield head.inner[1], head.inner[1], f"{told}\n"

    def _metas(self, html: str, root: Element, path: str) -> Iterator[str]:
        yield _meta("og:type", "website" if path == HOME else "article")
        yield _meta("og:locale", LOCALE)
        yield _meta("og:site_name", escape(self.title))
        yield _meta("og:title", self._title(html, root))
        description = _description(root)
        if description and description != markers.DESCRIPTION:
            yield _meta("og:description", escape(description))
        yield from self._addressed(root)

    def _addressed(self, root: Element) -> Iterator[str]:
        if not self.url:
            yield '<meta name="twitter:card" content="summary">'
            return
        base = self.url.rstrip("/")
        for link in root.having("link", rel="canonical"):
            yield _meta("og:url", escape(link.attrs.get("href", "")))
        yield _meta("og:image", escape(f"{base}/{PICTURE}"))
        yield _meta("og:image:width", str(WIDTH))
        yield _meta("og:image:height", str(HEIGHT))
        yield _meta("og:image:alt", escape(self.title))
        yield '<meta name="twitter:card" content="summary_large_image">'
        yield (
            '<link rel="alternate" type="application/atom+xml" title="New and changed cases" '
            f'href="{escape(f"{base}/{FEED}")}">'
        )

    def _title(self, html: str, root: Element) -> str:
        """Return the title of a page as markup, without the name of the site after it."""
        title = next(root.having("title"), None)
        text = html[slice(*title.inner)].strip() if title else ""
        return text.removesuffix(f" - {escape(self.title)}")


def _description(root: Element) -> str:
    return next((m.attrs.get("content", "") for m in root.having("meta", name="description")), "")


def _meta(name: str, content: str) -> str:
    """Return an element; `content` is markup already."""
    return f'<meta property="{name}" content="{content}">'
