"""The list of checks, and one page for each, made from its own documentation."""

from collections.abc import Iterator

from civalue_build.model.enums import Level
from civalue_build.model.finding import CheckDoc
from civalue_build.model.framework import Principle
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import CHECKS, check_address, principle_address, relative
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.views import Section, prose_link
from civalue_build.present.views import Cell, Column, Fact, Link, Row, Table

UP = Link(text="Checks", href=CHECKS)
UP_AGAIN = Link(text="See all checks", href=CHECKS)

HEADINGS = {Level.ERROR: "Errors", Level.GAP: "Gaps", Level.ADVICE: "Advice"}
MEANINGS = {
    Level.ERROR: "The case is not published until it is mended. Other cases are not held up.",
    Level.GAP: "The case is published. Something that a reader would want is missing, and its "
    "page says so.",
    Level.ADVICE: "The case is published. This is a hint, to follow or not.",
}


def pages(library: Library) -> Iterator[Page]:
    """Draw the list of checks and the page of each."""
    yield draw(
        CHECKS,
        "library_sections.html",
        title="Checks",
        lead="What a computer looks at in every case. A person judges the rest.",
        sections=tuple(_level(library, level) for level in Level),
        onward=ways(CHECKS, *_ways(library)),
    )
    for doc in library.checks:
        yield _page(library, doc)


def _ways(library: Library) -> tuple[Link | None, ...]:
    pages = (
        ("contribute/format", "Look up a key in the case format"),
        ("contribute/reviewing", "See what a person judges after the checks"),
    )
    return tuple(prose_link(library.framework, page, text) for page, text in pages)


def _level(library: Library, level: Level) -> Section:
    docs = [doc for doc in library.checks if doc.level is level]
    table = Table(
        id=f"{level}-table",
        caption=f"{HEADINGS[level]}, in order of code",
        columns=(Column(text="Check"), Column(text="What it finds")),
        rows=tuple(_row(doc) for doc in docs),
    )
    return Section(
        anchor=level,
        heading=HEADINGS[level],
        text=MEANINGS[level],
        tables=(table,) if docs else (),
    )


def _row(doc: CheckDoc) -> Row:
    return Row(
        cells=(
            Cell(
                text=doc.code,
                href=relative(CHECKS, check_address(doc.code)),
                note=wording.plain(doc.name),
            ),
            Cell(text=doc.summary),
        )
    )


def _page(library: Library, doc: CheckDoc) -> Page:
    path = check_address(doc.code)
    return draw(
        path,
        "library_check.html",
        title=f"{doc.code}: {wording.plain(doc.name)}",
        lead=doc.summary,
        up=UP,
        onward=ways(path, *_ways(library), UP_AGAIN),
        facts=tuple(_facts(library, doc, path)),
        paragraphs=[part for part in doc.explanation.split("\n\n") if part.strip()],
        fails=doc.fails,
        passes=doc.passes,
        name=doc.name,
        waivable=doc.waivable,
        must_mend=doc.level is Level.ERROR,
    )


def _facts(library: Library, doc: CheckDoc, path: str) -> Iterator[Fact]:
    yield Fact(term="Name", value=doc.name)
    yield Fact(
        term="Level", value=wording.capital(wording.label(doc.level)), note=MEANINGS[doc.level]
    )
    principle = _principle(library, doc)
    if principle:
        yield Fact(
            term="Principle",
            value=f"{principle.number}. {principle.title}",
            href=relative(path, principle_address(principle.id)),
        )


def _principle(library: Library, doc: CheckDoc) -> Principle | None:
    known = library.framework.principles
    return next((item for item in known if item.id == doc.principle), None)
