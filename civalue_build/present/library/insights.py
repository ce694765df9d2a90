"""Insights: the cases of the library side by side, without a ranking and without one return."""

from collections.abc import Iterator
from dataclasses import replace

from civalue_build.model.enums import Step
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    GROUPS_CSV,
    INSIGHTS,
    INSIGHTS_EDITIONS,
    INSIGHTS_PRINCIPLES,
    INSIGHTS_PRIORITIES,
    INSIGHTS_PYTHON,
    INSIGHTS_SAVINGS,
    INSIGHTS_TRACKER,
    RETURNS_CSV,
    TOTALS_CSV,
    relative,
)
from civalue_build.present.charts.dots.figure import dot_view
from civalue_build.present.library import insights_spread, insights_workings
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.cases import cases_in_words
from civalue_build.present.library.glance import operational_table
from civalue_build.present.library.insights_literature import literature_table
from civalue_build.present.library.insights_tables import (
    group_tables,
    left_out_terms,
    money_table,
)
from civalue_build.present.library.views import prose_link
from civalue_build.present.views import FigureView, Link

FEW = 48
"""Up to so many cases, each is listed; of more, the first, and all in the data file."""
UP = Link(text="Insights", href=INSIGHTS)

FURTHER = (
    Link(text="Which principles cases show", href=INSIGHTS_PRINCIPLES),
    Link(text="Which priorities cases serve, and how", href=INSIGHTS_PRIORITIES),
    Link(text="What each discount schedule does to every case", href=INSIGHTS_EDITIONS),
    Link(text="Double counting: savings that several cases claim", href=INSIGHTS_SAVINGS),
    Link(text="Tracker: plan against actual, month by month", href=INSIGHTS_TRACKER),
    Link(text="Use the data in Python", href=INSIGHTS_PYTHON),
)


def pages(library: Library) -> Iterator[Page]:
    """Draw the first page of Insights."""
    portfolio, framework = library.portfolio, library.framework
    yield draw(
        INSIGHTS,
        "library_insights.html",
        title="Insights",
        lead=_lead(library),
        counting=wording.label(Step.CAPACITY),
        has_cases=bool(portfolio.cases),
        facts=tuple(insights_spread.facts(portfolio)),
        figure=figure(library),
        how_returns=insights_workings.returns_fold(library),
        how_groups=insights_workings.groups_fold(library),
        how_units=insights_workings.units_fold(library),
        how_money=insights_workings.money_fold(library),
        no_return=left_out_terms(library, portfolio.no_return),
        no_gain=_no_gain(portfolio.no_gain),
        groups=tuple(replace(table, caption_hidden=True) for table in group_tables(library)),
        groups_file=_file("Download returns by group (CSV)", GROUPS_CSV),
        operational=operational_table(framework, portfolio),
        money=money_table(library),
        not_added=_not_added(library),
        totals_file=_file("Download the totals (CSV)", TOTALS_CSV),
        left_out=_left_out(library),
        further=ways(INSIGHTS, *FURTHER),
        literature=literature_table(library),
        onward=ways(
            INSIGHTS,
            Link(text="Read the cases", href=CASES),
            prose_link(framework, "methods/index", "See how the figures are worked out"),
            prose_link(framework, "contribute/index", "Add a case of your own"),
        ),
    )


def figure(library: Library) -> FigureView:
    """Return the figure of the page; its table has the first cases, where they are many."""
    table = insights_spread.table(library, FEW)
    if len(library.counted) > FEW:
        first = wording.counted(len(table.rows), "case", "cases")
        table = replace(table, note=f"The first {first}. All are in the file.")
    chart = insights_spread.chart(library)
    return dot_view(chart, table, _file("Download every return (CSV)", RETURNS_CSV))


def _file(text: str, address: str) -> Link:
    return Link(text=text, href=relative(INSIGHTS, address))


def _lead(library: Library) -> str:
    count = cases_in_words(len(library.counted))
    known = library.portfolio.claimed.known
    match len(library.counted):
        case 0:
            return "There are no cases to put side by side yet."
        case 1:
            says = "says" if known else "does not say"
            return f"{count}. It {says} enough to work out what came back for each £1."
    says = "says" if known == 1 else "say"
    told = f"{wording.number(known)} of them {says} enough"
    return f"{count} side by side. {told} to work out what came back for each £1."


def _no_gain(count: int) -> str:
    if not count:
        return ""
    some = wording.number(count)
    return f"In {some} of these cases, benefits for the NHS come to nothing, or to a loss."


def _not_added(library: Library) -> str:
    """Say how many cases are beside the money totals, and why."""
    items = [
        f"{wording.label(item.why)} ({wording.number(len(item.cases))})"
        for item in library.portfolio.not_added
    ]
    count = wording.counted(
        sum(len(item.cases) for item in library.portfolio.not_added), "case", "cases"
    )
    return f"Not in these totals: {count}. Why: {wording.listed(items)}." if items else ""


def _left_out(library: Library) -> str:
    """Say which cases are in no number of the page."""
    if not library.invented and not library.archived:
        return ""
    words = cases_in_words(0, library.invented, library.archived)
    return f"In no number here: {words}."
