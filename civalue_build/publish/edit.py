"""The link by which a reader suggests a change to a page, below what the page says."""

from html import escape
from urllib.parse import quote

from civalue_build.model.record import record
from civalue_build.model.site import Page, ProsePage
from civalue_build.publish.markup import Edit, Element
from civalue_build.publish.mend import CONTENT
from civalue_build.publish.slots import missing

TEXT = "Suggest a change to this page"


@record
class EditLink:
    """Leads to a page's source below `edit_base`, the address where a repository is edited."""

    edit_base: str

    def fill(self, page: Page | ProsePage) -> str:
        """Return the link; nothing for a page that no file of the repository is the source of."""
        if not (self.edit_base and page.source):
            return ""
        address = f"{self.edit_base.rstrip('/')}/{quote(page.source)}"
        return f'<p class="cv-edit"><a href="{escape(address)}">{TEXT}</a></p>\n'


def placing(root: Element, link: str) -> tuple[Edit, ...]:
    """Return what puts the link at the end of what a mended page says.

    Raises CivalueError if the page has not just one place for it.
    """
    if not link:
        return ()
    found = list(root.having("article", id=CONTENT))
    if len(found) != 1:
        raise missing("link to suggest a change")
    end = found[0].inner[1]
    return ((end, end, link),)
