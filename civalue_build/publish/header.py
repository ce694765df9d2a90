"""HTML of ours in the header of every page, such as a search form, and in its footer.

`Site.header` and `Site.footer` hold it. Its links are written as from the home page
(`search/index.html`, `assets/x.svg`); each page gets them as they lead from where it stands. So
does `data-root=""`, from which a script learns the way to the root.
"""

import re

from civalue_build.publish.markup import Edit, Element
from civalue_build.publish.slots import missing

_LINK = re.compile(r"""(\s(?:href|src|action|data-root)=")(?!#|/|[a-z][a-z0-9+.-]*:)([^"]*")""")


def placing(root: Element, header: str, top: str) -> tuple[Edit, ...]:
    """Return what puts our piece at the end of the header of a drawn page.

    `top` leads from the page to the site's root: `../../`, or `/value/` for a page that is shown
    at any address. Raises CivalueError if the page has not just one header.
    """
    if not header:
        return ()
    found = list(root.having("nav", **{"class": "md-header__inner"}))
    if len(found) != 1:
        raise missing("header")
    end = found[0].inner[1]
    return ((end, end, rooted(header, top)),)


def footing(root: Element, footer: str, top: str) -> tuple[Edit, ...]:
    """Return what puts our piece at the end of the footer of a drawn page, as `placing` does."""
    if not footer:
        return ()
    found = list(root.having("div", **{"class": "md-footer-meta__inner"}))
    if len(found) != 1:
        raise missing("footer")
    end = found[0].inner[1]
    return ((end, end, rooted(footer, top)),)


def rooted(html: str, top: str) -> str:
    """Return HTML of ours, its links written as from the home page, as they lead from a page."""
    return _LINK.sub(rf"\g<1>{top}\g<2>", html)
