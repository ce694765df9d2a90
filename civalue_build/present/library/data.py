"""The data of the library as files: all cases in one table, and what Insights shows."""

import posixpath
from collections.abc import Iterator

from civalue_build.model.site import Asset
from civalue_build.present.addresses import (
    CASES_CSV,
    EDITIONS_CSV,
    GROUPS_CSV,
    INSIGHTS,
    INSIGHTS_PRIORITIES,
    INSIGHTS_TRACKER,
    PRINCIPLES_CSV,
    PRIORITIES_CSV,
    RETURNS_CSV,
    SAVINGS_CSV,
    TOTALS_CSV,
    TRACKER_CSV,
)
from civalue_build.present.charts.figure import live_files
from civalue_build.present.library import (
    insights,
    insights_alignment,
    insights_editions,
    insights_principles,
    insights_savings,
    insights_spread,
    insights_tables,
    insights_tracker,
)
from civalue_build.present.library.base import Library
from civalue_build.present.library.columns import columns
from civalue_build.present.sheets import csv_bytes


def assets(library: Library) -> Iterator[Asset]:
    """Make the files of data, the table of all cases first."""
    known = columns(library)
    rows = ([column.rounded(card) for column in known] for card in library.cards)
    heads = tuple(column.name for column in known)
    yield Asset(path=CASES_CSV, content=csv_bytes(heads, rows))
    yield from _insights(library)
    yield from _live(library)


def _live(library: Library) -> Iterator[Asset]:
    """Make the live figures of the pages that have one."""
    for address, figure in (
        (INSIGHTS, insights.figure(library)),
        (INSIGHTS_PRIORITIES, insights_alignment.figure(library)),
    ):
        yield from live_files((figure,), posixpath.dirname(address))
    drawn = insights_tracker.figures(library)
    yield from (one.file for one in drawn)
    yield from live_files([one.view for one in drawn], posixpath.dirname(INSIGHTS_TRACKER))


def insights_files() -> tuple[tuple[str, str], ...]:
    """Return the files of what Insights shows, each with its title."""
    return (
        (RETURNS_CSV, "Returns of each case"),
        (GROUPS_CSV, "Returns by setting, priority, kind and claim"),
        (TOTALS_CSV, "What cases add up to"),
        (EDITIONS_CSV, "Results under each discount schedule"),
        (SAVINGS_CSV, "Savings claimed by more than one case"),
        (PRINCIPLES_CSV, "Verdicts on principles, counted"),
        (PRIORITIES_CSV, "Cases by priority"),
        (TRACKER_CSV, "Plan against actual, month by month"),
    )


def _insights(library: Library) -> Iterator[Asset]:
    portfolio, framework = library.portfolio, library.framework
    files = (
        (RETURNS_CSV, insights_spread.HEADS, insights_spread.rows(library)),
        (GROUPS_CSV, insights_tables.GROUP_HEADS, insights_tables.group_rows(portfolio)),
        (TOTALS_CSV, insights_tables.TOTAL_HEADS, insights_tables.total_rows(portfolio)),
        (EDITIONS_CSV, insights_editions.heads(framework), insights_editions.rows(library)),
        (SAVINGS_CSV, insights_savings.HEADS, insights_savings.rows(library)),
        (PRINCIPLES_CSV, insights_principles.HEADS, insights_principles.rows(library)),
        (PRIORITIES_CSV, insights_alignment.HEADS, insights_alignment.rows(library)),
        (TRACKER_CSV, insights_tracker.HEADS, insights_tracker.rows(library)),
    )
    for path, heads, rows in files:
        yield Asset(path=path, content=csv_bytes(heads, rows))
