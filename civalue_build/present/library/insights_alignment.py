"""Insights: which cases serve which priority, and how; real cases and invented ones apart."""

from collections.abc import Iterator, Sequence

from civalue_build.model.card import CaseCard
from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    INSIGHTS_PRIORITIES,
    PRIORITIES,
    PRIORITIES_CSV,
    case_address,
    relative,
)
from civalue_build.present.charts.dots.figure import dot_view
from civalue_build.present.charts.dots.model import DotChart, DotRow, Dots
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.cases import counted_apart
from civalue_build.present.library.insights import UP
from civalue_build.present.library.views import SHOWN, marks, more_cases
from civalue_build.present.sheets import Value
from civalue_build.present.views import Cell, Column, FigureView, Link, Row, Table, Tag

SERIES = ("Real cases", "Invented teaching cases")
UNSAID = "How it serves this is not stated."


@record
class Service:
    """One case that serves a priority, with how."""

    text: str
    href: str
    how: str
    tags: tuple[Tag, ...]


@record
class Priority:
    """One priority with the first of its cases, real ones first, and the way to those left out."""

    title: str
    cases: tuple[Service, ...]
    more: Link | None


Served = dict[str, list[tuple[CaseCard, str]]]
"""By priority in the framework's order, each case that serves it, with how."""


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of priorities and the cases that serve them."""
    found = served(library)
    yield draw(
        INSIGHTS_PRIORITIES,
        "library_insights_alignment.html",
        title="Which priorities cases serve",
        up=UP,
        lead="A case names the priorities that it serves, and says how. How many cases there are "
        "says nothing about how much each of them adds.",
        has_cases=any(found.values()),
        figure=figure(library),
        priorities=tuple(_priorities(library, found)),
        onward=ways(
            INSIGHTS_PRIORITIES, Link(text="What each priority means", href=PRIORITIES), UP
        ),
    )


def figure(library: Library) -> FigureView:
    """Return the figure of the page."""
    made = chart(library, served(library))
    href = relative(INSIGHTS_PRIORITIES, PRIORITIES_CSV)
    words = "Download the data for figure 1 (CSV)"
    return dot_view(made, _table(made), Link(text=words, href=href))


def served(library: Library) -> Served:
    """Return the cases that serve each priority, archived ones left out."""
    found: Served = {key: [] for key in library.framework.priorities}
    for card in library.cards:
        for key, how in dict(card.serves).items() if card.is_current else ():
            if key in found:
                found[key].append((card, how))
    return found


def chart(library: Library, found: Served) -> DotChart:
    """Return a row of dots for each priority: one for each case that serves it."""
    titles = library.framework.priorities
    return DotChart(
        id="alignment",
        title=message(library, found),
        measure="Cases that name a priority as one that they serve",
        series=SERIES,
        rows=tuple(
            DotRow(
                label=wording.title(titles, key),
                series=(
                    Dots(names=_names(cases, invented=False)),
                    Dots(names=_names(cases, invented=True), hollow=True),
                ),
            )
            for key, cases in found.items()
        ),
    )


def message(library: Library, found: Served) -> str:
    """Say for how many priorities there is a real case, and for which there is none."""
    none = [key for key, cases in found.items() if not _names(cases, invented=False)]
    if not none:
        return "Every priority is served by at least one real case"
    if len(none) == len(found):
        return "No real case names a priority that it serves yet"
    some = wording.number(len(found) - len(none))
    titles = (f"“{wording.title(library.framework.priorities, key)}”" for key in none)
    whole = wording.number(len(found))
    are = "is" if some == "1" else "are"
    without = wording.listed(titles, "or")
    return (
        f"{some} of {whole} priorities {are} served by a real case; no real case serves {without}"
    )


def _names(cases: Sequence[tuple[CaseCard, str]], *, invented: bool) -> tuple[str, ...]:
    return tuple(card.title for card, _ in cases if card.illustrative is invented)


def _table(made: DotChart) -> Table:
    return Table(
        id="alignment-table",
        caption=f"{made.title}. {made.measure}",
        columns=(Column(text="Priority"), *(Column(text=s, numeric=True) for s in SERIES)),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=row.label),
                    *(Cell(text=wording.number(len(dots.names))) for dots in row.series),
                )
            )
            for row in made.rows
        ),
    )


def _priorities(library: Library, found: Served) -> Iterator[Priority]:
    for key, cases in found.items():
        if cases:
            ordered = sorted(cases, key=lambda pair: pair[0].illustrative)
            yield Priority(
                title=f"{wording.title(library.framework.priorities, key)}: "
                f"{counted_apart(card.illustrative for card, _ in cases)}",
                cases=tuple(_service(card, how) for card, how in ordered[:SHOWN]),
                more=more_cases(INSIGHTS_PRIORITIES, len(cases) - SHOWN),
            )


def _service(card: CaseCard, how: str) -> Service:
    return Service(
        text=card.title,
        href=relative(INSIGHTS_PRIORITIES, case_address(card.slug)),
        how=how or UNSAID,
        tags=marks(card),
    )


HEADS = ("priority", "case", "title", "invented", "how")


def rows(library: Library) -> Iterator[tuple[Value, ...]]:
    """Return each pair of a priority and a case that serves it, for the data file."""
    for key, cases in served(library).items():
        for card, how in cases:
            yield (key, card.slug, card.title, "yes" if card.illustrative else "no", how or None)
