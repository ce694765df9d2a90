"""Which part of the site a page belongs to, marked in the theme's menus.

The theme marks the part of a page that the menu names. Cases are not in the menu, which would
make it too long: on them nothing would say where the reader is.
"""

import re
from collections.abc import Iterator

from civalue_build.publish.markup import Edit, Element, edited, parse

_HERE = ("index.html", "./")
_ACTIVE = re.compile(r'(<li class="md-tabs__item md-tabs__item--active">\s*<a href="([^"]*)")')


def current(html: str) -> str:
    """Tell a screen reader, too, which tab the theme marks as the active one."""
    return _ACTIVE.sub(lambda tab: f'{tab[1]} aria-current="{_what(tab[2])}"', html)


def _what(link: str) -> str:
    """Return `page` for a link to the page itself, `true` for one to the part it is in."""
    return "page" if link in _HERE else "true"


def placed(html: str, path: str) -> str:
    """Return a page with the part marked whose folder it is in, if no part is marked yet.

    `html` is a mended page with links that go by the root: `../../cases/index.html`. The tab
    becomes the active one; in the menu, which a narrow screen shows, the link does.
    """
    part, below, _ = path.partition("/")
    if not below or "md-tabs__item--active" in html:
        return html
    href = f"{'../' * path.count('/')}{part}/index.html"
    root = parse(html)
    links = [
        (menu, *found) for menu in ("md-tabs", "md-nav") for found in _leading(root, menu, href)
    ]
    edits: list[Edit] = []
    for menu, item, link in links:
        marked, name = (item, f"{menu}__item") if menu == "md-tabs" else (link, f"{menu}__link")
        place, here = html.index(name, marked.start) + len(name), link.start + len("<a")
        edits.append((place, place, f" {name}--active"))
        edits.append((here, here, ' aria-current="true"'))
    return edited(html, edits)


def _leading(root: Element, menu: str, href: str) -> Iterator[tuple[Element, Element]]:
    """Give the items of a menu whose own link leads there, with the link."""
    for item in root.having("li", **{"class": f"{menu}__item"}):
        link = next(item.having("a"), None)
        if link is not None and link.attrs.get("href") == href:
            yield item, link
