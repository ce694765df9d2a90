"""View models that only pages of the library need, and small pieces that many of them share."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework
from civalue_build.model.record import record
from civalue_build.model.reference import Citation
from civalue_build.model.worked import WorkedStep
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    CASES_CSV,
    case_address,
    prose_address,
    relative,
)
from civalue_build.present.prose import safe_url
from civalue_build.present.views import Cell, Link, Table, Tag

INVENTED = Tag(text="invented teaching case", tone="orange")
UNCHECKED = Tag(text="not checked by a person yet", tone="yellow")
CHECKED = Tag(text="checked by a person", tone="green")

SHOWN = 12
"""How many cases a page lists under one thing: a reader looks at no more of them."""

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


@record
class CaseLink:
    """A link to a case. `tags` marks one that is invented."""

    text: str
    href: str
    tags: tuple[Tag, ...] = ()


@record
class CaseList:
    """Cases that belong to something: the first by title, and the way to those left out."""

    shown: tuple[CaseLink, ...]
    more: Link | None = None


@record
class TermView:
    """A word and what it means, with the cases that it leads to, where it leads to any."""

    anchor: str
    title: str
    means: str = ""
    example: str = ""
    note: str = ""
    source: Cell | None = None
    cases: CaseList | None = None


@record
class Fold:
    """A working that a reader opens: `id` is its anchor."""

    id: str
    label: str
    intro: str = ""
    steps: tuple[WorkedStep, ...] = ()
    tables: tuple[Table, ...] = ()


@record
class Section:
    """A part of a page. Without a heading it follows the introduction directly."""

    anchor: str = ""
    heading: str = ""
    text: str = ""
    quote: str = ""
    prose: Markup | None = None
    terms: tuple[TermView, ...] = ()
    tables: tuple[Table, ...] = ()
    links: tuple[Link, ...] = ()
    source: Cell | None = None
    fold: Fold | None = None
    """How its figures were worked out, for those who open it."""


def anchor_of(text: str) -> str:
    """Return words as an anchor: `Net present value` is net-present-value."""
    return _NOT_A_LETTER.sub("-", text.lower()).strip("-") or "term"


def prose_link(framework: Framework, page: str, text: str = "") -> Link | None:
    """Return a link to a page of prose, by address below the site; none where it is not there."""
    found = next((item for item in framework.pages if item.path == page), None)
    if found is None:
        return None
    return Link(text=text or found.title, href=prose_address(page))


def case_list(path: str, cards: Sequence[CaseCard], query: str = "") -> CaseList | None:
    """Return the first `SHOWN` cases as links from the page at `path`; none where there is none.

    `query` is what narrows the list of all cases to these: `tag=falls`.
    """
    if not cards:
        return None
    shown = (
        CaseLink(text=card.title, href=relative(path, case_address(card.slug)), tags=marks(card))
        for card in cards[:SHOWN]
    )
    return CaseList(shown=tuple(shown), more=more_cases(path, len(cards) - SHOWN, query))


def more_cases(path: str, left_out: int, query: str = "") -> Link | None:
    """Return the way to cases that a page at `path` does not list; none where it lists them all."""
    if left_out <= 0:
        return None
    others = wording.counted(left_out, "more case", "more cases")
    if query:
        href = relative(path, f"{CASES}?{query}")
        return Link(text=f"Find {others} in the list of all cases", href=href)
    text = f"Find {others} in the table of all cases (CSV)"
    return Link(text=text, href=relative(path, CASES_CSV))


def marks(card: CaseCard) -> tuple[Tag, ...]:
    """Return the tag of an invented case; a real one has none."""
    return (INVENTED,) if card.illustrative else ()


def checked_tag(checked: bool) -> Tag:  # noqa: FBT001 the one thing that the tag tells
    """Return whether a person has compared a number with its original, as a tag."""
    return CHECKED if checked else UNCHECKED


def source_cell(source: Citation) -> Cell:
    """Return a source: its title as a link, then who published it, when, and if it was checked."""
    return Cell(
        text=source.title,
        href=safe_url(source.url),
        note=_imprint(source),
        tags=(checked_tag(source.checked),),
    )


def _imprint(source: Citation) -> str:
    """Return publisher, year, licence and the date of reading, as far as they are known."""
    published = ", ".join(part for part in (source.publisher, source.year) if part)
    parts = (
        published,
        source.licence and f"licence: {source.licence.replace('-', ' ')}",
        source.retrieved and f"read in {wording.date(source.retrieved)}",
    )
    return "; ".join(part for part in parts if part)
