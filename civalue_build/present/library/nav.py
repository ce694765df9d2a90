"""The navigation: what stands at the top, and in which order."""

from collections.abc import Iterator

from civalue_build.model.framework import Framework, ProsePage
from civalue_build.model.site import NavEntry
from civalue_build.present.addresses import (
    CASES,
    CHECKS,
    DATA,
    DEFINITIONS,
    FRAMEWORK,
    HOME,
    INSIGHTS,
    LENSES,
    PROGRAMMES,
    UNIT_VALUES,
    principle_address,
    prose_address,
)
from civalue_build.present.library.parts import PARTS, SELF_CHECK

SECTIONS = ("methods", "contribute")
"""Folders of prose that are a section of their own."""
ABOUT = "about"
"""The page about the library, and the folder of those below it."""


def navigation(framework: Framework) -> tuple[NavEntry, ...]:
    """Return the navigation. Cases and single checks are reached from their lists."""
    return (
        NavEntry(title="Home", path=HOME),
        NavEntry(title="Cases", path=CASES),
        NavEntry(title="Programmes", path=PROGRAMMES),
        NavEntry(title="Insights", path=INSIGHTS),
        NavEntry(title="Framework", path=FRAMEWORK, children=tuple(_framework(framework))),
        *_section(framework, "methods"),
        NavEntry(title="Unit values", path=UNIT_VALUES),
        NavEntry(title="Checks", path=CHECKS),
        *_section(framework, "contribute"),
        NavEntry(title="Data", path=DATA),
        *_about(framework),
        *(_entry(page) for page in framework.pages if _stands_alone(page)),
    )


def _framework(framework: Framework) -> Iterator[NavEntry]:
    yield NavEntry(title="Definitions", path=DEFINITIONS)
    yield NavEntry(title="Three lenses", path=LENSES)
    ordered = sorted(framework.principles, key=lambda principle: principle.number)
    principles = tuple(
        NavEntry(title=f"{item.number}. {item.title}", path=principle_address(item.id))
        for item in ordered
    )
    if principles:
        yield NavEntry(title="Principles", children=principles)
    yield from (_entry(page) for page in framework.pages if page.path == SELF_CHECK)
    yield from (
        NavEntry(title=part.text, path=part.href) for part in PARTS if part.href != UNIT_VALUES
    )


def _section(framework: Framework, folder: str) -> Iterator[NavEntry]:
    """Give the section of a folder of prose, its pages in the order of its front page's links."""
    pages = {page.path: page for page in framework.pages if page.path.startswith(f"{folder}/")}
    front = pages.pop(f"{folder}/index", None)
    text = front.body if front else ""
    ordered = sorted(pages.values(), key=lambda page: (_mentioned(text, page), page.path))
    title = folder.capitalize()
    children = tuple(map(_entry, ordered))
    if front:
        yield NavEntry(title=title, path=prose_address(front.path), children=children)
    elif children:
        yield NavEntry(title=title, children=children)


def _about(framework: Framework) -> Iterator[NavEntry]:
    """Give the page about the library, with those that tell more of it below it."""
    below = tuple(_entry(page) for page in framework.pages if page.path.startswith(f"{ABOUT}/"))
    front = [page for page in framework.pages if page.path == ABOUT]
    if front:
        yield NavEntry(title=front[0].title, path=prose_address(ABOUT), children=below)
    else:
        yield from below


def _mentioned(text: str, page: ProsePage) -> int:
    """Return where a text first links to a page, or its end where it does not."""
    at = text.find(f"({page.path.rpartition('/')[2]}.md")
    return at if at >= 0 else len(text)


def _stands_alone(page: ProsePage) -> bool:
    return page.path != SELF_CHECK and page.path.partition("/")[0] not in (*SECTIONS, ABOUT)


def _entry(page: ProsePage) -> NavEntry:
    return NavEntry(title=page.title, path=prose_address(page.path))
