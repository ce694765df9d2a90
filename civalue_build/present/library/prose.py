"""The framework's own prose: pages that the engine renders, and texts inside pages of ours.

A page that asks for worked examples changes with the cases, so it is drawn as a page of ours.
"""

import re
from collections.abc import Collection, Iterator
from functools import partial
from html import unescape

import pyromark
from markupsafe import Markup

from civalue_build.errors import CivalueError
from civalue_build.model import framework as model
from civalue_build.model.framework import Framework
from civalue_build.model.site import Heading, ProsePage
from civalue_build.model.worked import blocks
from civalue_build.present.addresses import prose_address, relative
from civalue_build.present.library.links import rewrite_links
from civalue_build.present.library.views import anchor_of

FORM, SPREADSHEET = "contribute/form", "contribute/spreadsheet"
"""Pages whose text is followed by something of ours."""
CONTACT = "{contact}"
"""What stands in a text for the address of the people who publish the library."""
NO_CONTACT = "**they have given no address to write to yet**"

_HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_LISTED = re.compile(r'<h([23])(?: id="[^"]*")?>(.*?)</h\1>', re.DOTALL)
_CURLED = {'"': "“”", "'": "‘’"}
_QUOTE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)|\Z)"
    r"|(?P<code>`+)(?!`).*?(?<!`)(?P=code)(?!`)"
    r"|\]\([^)\n]*\)|<[^>\n]+>|[\"']",
    re.DOTALL | re.MULTILINE,
)
"""What stays as it is, and the signs that do not."""
_TAG = re.compile(r"<[^>]+>")
_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right)"')
"""A cell of a table; the site's policy for browsers forbids a style in an attribute."""


def prose_pages(framework: Framework, shells: Collection[str]) -> Iterator[ProsePage]:
    """Give the pages of framework/pages that the engine renders, their links leading to pages.

    `shells` are the addresses of the other pages. Raises CivalueError for a link to no page, on
    pages that are drawn by us too.
    """
    own = {prose_address(page.path) for page in framework.pages if not is_drawn_by_us(page)}
    way = partial(_way, frozenset(shells), own)
    for page in framework.pages:
        source, path = f"pages/{page.path}.md", prose_address(page.path)
        markdown = rewrite_links(
            curled(with_contact(framework, page.body)), source, partial(way, source, path)
        )
        if path in own:
            yield ProsePage(
                path=path,
                title=page.title,
                markdown=markdown,
                description=page.description,
                source=f"framework/{source}",
            )


def with_contact(framework: Framework, text: str) -> str:
    """Put into a Markdown text how the people who publish the library are reached.

    Where the framework does not say it, the text says so.
    """
    address = framework.contact
    known = f"[{address.removeprefix('mailto:')}]({address})" if address else NO_CONTACT
    return text.replace(CONTACT, known)


def curled(markdown: str) -> str:
    """Return a Markdown text with the quotation marks and apostrophes of print.

    Code, addresses and marks of HTML stay as they are.
    """
    return _QUOTE.sub(_curled, markdown)


def _curled(found: re.Match[str]) -> str:
    sign = found[0]
    if sign not in _CURLED:
        return sign
    before = found.string[found.start() - 1 : found.start()]
    opens = not before or before.isspace() or before in "([{*_|“‘–—"
    return _CURLED[sign][0 if opens else 1]


def is_drawn_by_us(page: model.ProsePage) -> bool:
    """Whether a page of prose has more on it than an engine can draw."""
    return page.path in (FORM, SPREADSHEET) or holds_examples(page)


def holds_examples(page: model.ProsePage) -> bool:
    """Whether a page of prose asks for a worked example."""
    return any(True for _ in blocks(page.body))


def _way(
    shells: Collection[str], prose: Collection[str], source: str, path: str, target: str
) -> str:
    """Return the way to a page as the engine wants it: to its Markdown file.

    An anchor of a page that is filled later is left out: the engine cannot see that it is there.
    """
    address, mark, anchor = target.partition("#")
    if address not in shells and address not in prose:
        raise CivalueError(f"framework/{source}: a link leads to {address}, which is no page")
    way = relative(path, address).replace("index.html", "index.md")
    return way + mark + anchor if address in prose else way


def framework_html(markdown: str, source: str, path: str, *, level: int = 2) -> Markup:
    """Return a text of the framework as HTML for the page at `path`.

    Its headings stand at `level`; those of level 2 get ids, for the table of contents.
    """
    linked = rewrite_links(curled(markdown), source, partial(relative, path))
    html = pyromark.html(linked, options=pyromark.Options.ENABLE_TABLES)
    html = _ALIGNED.sub(r'\1 class="cv-to-\2"', html)
    return Markup(_HEADING.sub(partial(_heading, level), html))  # noqa: S704 our own words


def _heading(level: int, found: re.Match[str]) -> str:
    anchor = f' id="{anchor_of(_TAG.sub("", found[1]))}"' if level == 2 else ""
    return f"<h{level}{anchor}>{found[1]}</h{level}>"


def with_anchors(html: Markup) -> tuple[Markup, tuple[Heading, ...]]:
    """Return a whole page's text with an id on each heading, and its table of contents."""
    listed: list[Heading] = []

    def named(found: re.Match[str]) -> str:
        text = unescape(_TAG.sub("", found[2])).strip()
        anchor = _free(anchor_of(text), {heading.anchor for heading in listed})
        listed.append(Heading(level=int(found[1]), text=text, anchor=anchor))
        return f'<h{found[1]} id="{anchor}">{found[2]}</h{found[1]}>'

    return Markup(_LISTED.sub(named, html)), tuple(listed)  # noqa: S704 our own words


def _free(anchor: str, taken: Collection[str]) -> str:
    """Return an anchor that no heading has yet, with a number where it is needed."""
    tried = (anchor, *(f"{anchor}-{count}" for count in range(2, len(taken) + 3)))
    return next(name for name in tried if name not in taken)
