"""The site as a value: pages and files by path, before it is a folder."""

from civalue_build.model.record import record


@record
class Heading:
    """An entry of a page's table of contents: level 2 or 3, text, and the id it leads to."""

    level: int
    text: str
    anchor: str


@record
class Page:
    """A page whose body is finished HTML of ours, to be put into the chrome.

    `path` is its address below the site, ending in `index.html` (`cases/x/index.html`); `source`
    the file of the repository in which it is changed (`cases/x/case.md`), empty for a page that
    no single file makes; `reviewed` the day somebody last went through it (`2026-10-01`);
    `data` says in JSON-LD what it is, for search engines.
    """

    path: str
    title: str
    body: str
    description: str = ""
    contents: tuple[Heading, ...] = ()
    source: str = ""
    reviewed: str = ""
    data: str = ""


@record
class ProsePage:
    """A page of the framework's prose in Markdown, which the engine renders.

    `path` and `source` are as above.
    """

    path: str
    title: str
    markdown: str
    description: str = ""
    source: str = ""


@record
class Asset:
    """A file that is copied as it is: style, script, data, image."""

    path: str
    content: bytes


@record
class NavEntry:
    """A place in the navigation: a page, or a section with pages below it."""

    title: str
    path: str = ""
    children: tuple["NavEntry", ...] = ()


@record
class Site:
    """What the engine is given: everything of the site that no contributor wrote.

    `shells` are the paths of pages that are filled with our own HTML once the engine has drawn
    their chrome; `nav` names them and the pages of prose. `families` are folders whose pages,
    `<family>/<any>/index.html`, are alike: all are filled into one chrome, so that their number
    costs the engine nothing. A page of a family that `nav` names has its own among the shells.
    `header` is HTML for the end of every page's header, `footer` for that of its footer,
    `not_found` what stands at an address without a page; the links of all three are written as
    from the home page.
    """

    title: str
    description: str
    nav: tuple[NavEntry, ...]
    shells: tuple[str, ...] = ()
    families: tuple[str, ...] = ("cases",)
    header: str = ""
    footer: str = ""
    not_found: str = ""
    prose: tuple[ProsePage, ...] = ()
    assets: tuple[Asset, ...] = ()
