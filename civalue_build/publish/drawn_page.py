"""One page that the engine drew: mended, with our pieces in it, and its chrome learned."""

from collections.abc import Mapping
from pathlib import Path

from civalue_build.errors import CivalueError
from civalue_build.model.record import record
from civalue_build.publish import edit, header, mend, policy, tabs
from civalue_build.publish.chrome import Chrome
from civalue_build.publish.links import PageLinks, links_of
from civalue_build.publish.markup import edited, parse
from civalue_build.publish.social import Social
from civalue_build.publish.words import Words

NOT_FOUND = "404.html"


@record
class DrawnPage:
    """What there is to know of a page: its links, and either its chrome or its finished HTML."""

    path: str
    links: PageLinks
    chrome: Chrome | None = None
    html: str = ""


@record
class Pages:
    """Pages as the engine drew them into `built`.

    `header` and `footer` are HTML of ours; `edits` are the links below the text of finished
    pages, by path: every other page is drawn for its chrome. `edit_base` is where files are
    edited.
    """

    built: Path
    words: Words
    social: Social
    header: str
    footer: str
    edits: Mapping[str, str]
    edit_base: str

    def __call__(self, path: str) -> DrawnPage:
        """Return the page at a path. Raises CivalueError if it is not as civalue knows it."""
        html = self.mended(path, "../" * path.count("/"))
        links = links_of(path, html)
        if path in self.edits:
            return DrawnPage(path=path, links=links, html=html)
        html = tabs.placed(mend.rooted(html, path), path)
        url, base = self.social.url, self.edit_base
        chrome = Chrome.learn(html, path, site_url=url, edit_base=base)
        return DrawnPage(path=path, links=links, chrome=chrome)

    def mended(self, path: str, top: str) -> str:
        """Return the HTML of a page with our pieces in it; `top` leads to the site's root."""
        page = self.built / path
        if not page.is_file():
            raise CivalueError(f"the site engine drew no page {path}")
        html = mend.page(self.words.show_html(page.read_text(encoding="utf-8")))
        root = parse(html)
        return edited(
            html,
            (
                *mend.naming(html, root),
                *header.placing(root, self.header, top),
                *header.footing(root, self.footer, top),
                *policy.placing(html, root, path),
                *(self.social.placing(html, root, path) if path != NOT_FOUND else ()),
                *edit.placing(root, self.edits.get(path, "")),
            ),
        )
