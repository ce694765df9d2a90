"""Where four kinds of readers find what they look for: the board, clinicians, finance, the public.

All of them read the same facts: only the way in is their own.
"""

import posixpath
from collections.abc import Iterator

from civalue_build.model.record import record
from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.addresses import view_as_address
from civalue_build.present.case.background import DOCUMENT
from civalue_build.present.case.base import Material
from civalue_build.present.case.board_views import Papers
from civalue_build.present.views import Link

KINDS = {".pdf": "PDF", ".docx": "Word", ".xlsx": "spreadsheet"}


@record
class Reader:
    """A kind of reader, and where on the page or beside it they look first."""

    who: str
    links: tuple[Link, ...]


def readers(
    known: Material, papers: Papers | None, book: Asset | None, *, charts: bool
) -> tuple[Reader, ...]:
    """Return the ways in; `charts` says whether the page has charts of its measures."""
    pairs = (
        ("Board", _board(papers)),
        ("Clinicians", _clinicians(known, charts=charts)),
        ("Finance", _finance(known, book)),
        ("Patients and the public", _public(known)),
        ("View as", _other(known)),
    )
    return tuple(Reader(who=who, links=links) for who, found in pairs if (links := tuple(found)))


def _board(papers: Papers | None) -> Iterator[Link]:
    if papers is None:
        return
    yield Link(text="one page for a board paper", href=posixpath.basename(papers.page.path))
    yield from map(download, papers.downloads)


def download(file: Asset) -> Link:
    """Return the way to a file that stands beside the page, with its kind and size."""
    kind = KINDS[posixpath.splitext(file.path)[1]]
    size = wording.file_size(len(file.content))
    return Link(text=f"{kind} ({size})", href=posixpath.basename(file.path))


def board_downloads(papers: Papers | None) -> tuple[Link, ...]:
    """Return the page for a board and its files, for the list of all files of a case."""
    if papers is None:
        return ()
    page = Link(text="One page for a board paper", href=posixpath.basename(papers.page.path))
    made = (download(file) for file in papers.downloads)
    return (page, *(link._replace(text=f"{page.text}: {link.text}") for link in made))


def _clinicians(known: Material, *, charts: bool) -> Iterator[Link]:
    yield Link(text="what changed for people", href="#people")
    if charts:
        yield Link(text="measures over time", href="#over-time")
    elif known.case.measures:
        yield Link(text="measures before and after", href="#counted")


def _finance(known: Material, book: Asset | None) -> Iterator[Link]:
    if known.appraisal.headline is None:
        return
    yield Link(text="the money", href="#money")
    yield Link(text="how each figure was worked out", href="#workings")
    if book:
        yield download(book)
    yield Link(text="all data (JSON)", href=DOCUMENT)


def _public(known: Material) -> Iterator[Link]:
    if known.case.sections:
        yield Link(text="the story in plain words", href="#story")
    if known.case.outcomes:
        yield Link(text="what became different", href="#outcomes")


def _other(known: Material) -> Iterator[Link]:
    """Lead to the same facts under the categories of other approaches to value."""
    if known.appraisal.readings:
        href = posixpath.basename(view_as_address(known.case.slug))
        yield Link(text="another approach to value", href=href)
