"""The data of the library as files: all cases in one table, and what Insights shows."""

from collections.abc import Iterator

from civalue_build.model.site import Asset
from civalue_build.present.addresses import (
    CASES_CSV,
    EDITIONS_CSV,
    GROUPS_CSV,
    PRINCIPLES_CSV,
    RETURNS_CSV,
    SAVINGS_CSV,
    TOTALS_CSV,
)
from civalue_build.present.library import (
    insights_editions,
    insights_principles,
    insights_savings,
    insights_spread,
    insights_tables,
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


def _insights(library: Library) -> Iterator[Asset]:
    portfolio, framework = library.portfolio, library.framework
    files = (
        (RETURNS_CSV, insights_spread.HEADS, insights_spread.rows(library)),
        (GROUPS_CSV, insights_tables.GROUP_HEADS, insights_tables.group_rows(portfolio)),
        (TOTALS_CSV, insights_tables.TOTAL_HEADS, insights_tables.total_rows(portfolio)),
        (EDITIONS_CSV, insights_editions.heads(framework), insights_editions.rows(library)),
        (SAVINGS_CSV, insights_savings.HEADS, insights_savings.rows(library)),
        (PRINCIPLES_CSV, insights_principles.HEADS, insights_principles.rows(library)),
    )
    for path, heads, rows in files:
        yield Asset(path=path, content=csv_bytes(heads, rows))
