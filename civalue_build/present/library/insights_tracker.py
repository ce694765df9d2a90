"""Insights: the tracker, plan against actual month by month, by case and by organisation."""

from collections.abc import Iterator

from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.model.tracker import Books, Tracker
from civalue_build.present import wording
from civalue_build.present.addresses import (
    APPROACHES,
    INSIGHTS_SAVINGS,
    INSIGHTS_TRACKER,
    TRACKER_CSV,
    relative,
)
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.insights import UP
from civalue_build.present.library.insights_tracker_charts import Drawn, drawn_books
from civalue_build.present.library.insights_tracker_tables import (
    books_table,
    cases_table,
    missing,
    month,
)
from civalue_build.present.library.views import anchor_of, prose_link
from civalue_build.present.sheets import Value
from civalue_build.present.views import Fact, FigureView, Link, Table

HOW, IMPORT = "How to give a case a ledger", "Import a tracker spreadsheet"
FEW = 24
"""Up to so many organisations are added up on the page; all months are in the data file."""


@record
class Organisation:
    """What is tracked on the books of one organisation."""

    anchor: str
    title: str
    table: Table
    figures: tuple[FigureView, ...]
    shared: str = ""


@record
class Part:
    """The real cases, or the invented ones."""

    anchor: str
    title: str
    text: str
    facts: tuple[Fact, ...]
    cases: Table | None
    missing: tuple[Link, ...]
    organisations: tuple[Organisation, ...]
    more: str = ""


def pages(library: Library) -> Iterator[Page]:
    """Draw the tracker."""
    portfolio = library.portfolio
    has_any = bool(portfolio.tracker.cases or portfolio.tracker_invented.cases)
    framework = library.framework
    yield draw(
        INSIGHTS_TRACKER,
        "library_insights_tracker.html",
        title="Tracker: plan against actual",
        up=UP,
        lead=_lead(portfolio.tracker),
        has_any=has_any,
        parts=tuple(_parts(library)),
        savings=relative(INSIGHTS_TRACKER, INSIGHTS_SAVINGS),
        file=Link(
            text="Download every month of every line (CSV)",
            href=relative(INSIGHTS_TRACKER, TRACKER_CSV),
        ),
        begin=ways(
            INSIGHTS_TRACKER,
            prose_link(framework, "contribute/tracker", IMPORT),
            prose_link(framework, "contribute/format", HOW),
        ),
        onward=ways(
            INSIGHTS_TRACKER,
            prose_link(framework, "methods/from-quantity-to-claim", "How a ledger is used"),
            prose_link(framework, "contribute/tracker", IMPORT)
            if portfolio.tracker.cases
            else None,
            Link(text="Other approaches to value, trackers among them", href=APPROACHES)
            if framework.approaches
            else None,
            UP,
        ),
    )


def _lead(tracker: Tracker) -> str:
    if not tracker.cases:
        return "No real case keeps a ledger of plan and actual yet."
    count = wording.counted(len(tracker.cases), "real case keeps", "real cases keep")
    return f"{count} a ledger: what was planned for each month, and what came."


def figures(library: Library) -> tuple[Drawn, ...]:
    """Return the figures of the page with their files, those of real cases first."""
    portfolio = library.portfolio
    real = (portfolio.tracker.books[:FEW], False)
    invented = (portfolio.tracker_invented.books[:FEW], True)
    return tuple(drawn_books(library.framework, real, invented))


def _parts(library: Library) -> Iterator[Part]:
    portfolio, found = library.portfolio, figures(library)
    yield _part(library, portfolio.tracker, found, invented=False)
    if portfolio.tracker_invented.cases:
        yield _part(library, portfolio.tracker_invented, found, invented=True)


def _part(library: Library, tracker: Tracker, found: tuple[Drawn, ...], *, invented: bool) -> Part:
    name = "invented" if invented else "real"
    books = tracker.books[:FEW]
    more = len(tracker.books) - len(books)
    others = wording.counted(more, "more organisation is", "more organisations are")
    return Part(
        anchor=name,
        title="Invented teaching cases" if invented else "Real cases",
        text="These are made up to show how a tracker reads. They count nowhere else."
        if invented
        else ("" if tracker.cases else "A ledger is one file, with a row for each month and line."),
        facts=tuple(_facts(tracker)),
        cases=cases_table(library, tracker, name) if tracker.cases else None,
        missing=tuple(missing(library, tracker)),
        organisations=tuple(
            _organisation(library, one, f"{name}-{at}", found) for at, one in enumerate(books, 1)
        ),
        more=f"{others} in the file alone." if more > 0 else "",
    )


def _facts(tracker: Tracker) -> Iterator[Fact]:
    if tracker.cases:
        yield Fact(term="Cases with a ledger", value=wording.number(len(tracker.cases)))
        yield Fact(term="Organisations", value=wording.number(len(tracker.books)))
        latest = "none yet" if tracker.latest is None else month(tracker.latest)
        yield Fact(term="Latest month with an actual", value=latest)


def _organisation(
    library: Library, books: Books, name: str, found: tuple[Drawn, ...]
) -> Organisation:
    title = books.party if books.currency == "GBP" else f"{books.party}, in {books.currency}"
    shared = wording.listed(f"“{wording.plain(saving)}”" for saving in books.shared)
    return Organisation(
        anchor=f"{name}-{anchor_of(books.party)}",
        title=title,
        table=books_table(library, books, name),
        figures=tuple(one.view for one in found if one.books is books),
        shared=f"Several of its cases book the saving {shared}: it may be here more than once."
        if shared
        else "",
    )


HEADS = ("case", "title", "invented", "organisation", "line", "label", "side", "kind", "claim",
         "currency", "month", "plan", "actual")  # fmt: skip


def rows(library: Library) -> Iterator[tuple[Value, ...]]:
    """Return every month of every line for the data file; archived cases are left out."""
    for card in library.cards:
        for line in card.tracked if card.is_current else ():
            told = (
                card.slug,
                card.title,
                "yes" if card.illustrative else "no",
                line.party,
                line.id,
                line.label,
                "benefit" if line.kind else "cost",
                line.kind,
                line.claim,
                card.currency,
            )
            for at, plan, actual in line.months:
                yield (*told, f"{at // 12:04d}-{at % 12 + 1:02d}", plan, actual)
