"""The charts of the tracker: what was planned and what came so far, month after month."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.framework import Framework
from civalue_build.model.site import Asset
from civalue_build.model.tracker import Books, TrackedSum
from civalue_build.present import wording
from civalue_build.present.addresses import INSIGHTS_TRACKER
from civalue_build.present.charts.figure import figure_view
from civalue_build.present.charts.model import Bar, Chart, Look
from civalue_build.present.library.insights_tracker_tables import UNREPORTED, month, what
from civalue_build.present.views import FigureView

MOST = 12
"""So many charts a page has at most; the tables and the data file have all."""
ACTUAL, PLAN = "Actual", "Plan"
FOLDER = posixpath.dirname(INSIGHTS_TRACKER)


class Drawn(NamedTuple):
    """One figure of the page, with the books that it is of and its data file."""

    books: Books
    view: FigureView
    file: Asset


def drawn_books(framework: Framework, *parts: tuple[Sequence[Books], bool]) -> Iterator[Drawn]:
    """Draw the first sums of each part; a part is books, and whether they are invented."""
    sums = (
        (one, found, invented)
        for books, invented in parts
        for one in books
        for found in one.sums
        if len(found.months) > 1
    )
    for number, (one, found, invented) in enumerate(islice(sums, MOST), 1):
        made = chart(framework, one, found, f"tracker-{number}", invented=invented)
        yield Drawn(one, *figure_view(made, number, FOLDER))


def chart(
    framework: Framework, books: Books, found: TrackedSum, name: str, *, invented: bool
) -> Chart:
    """Return the sum so far of plan and actual, at the end of each month."""
    first, last = found.months[0].month, found.months[-1].month
    series = [title for title, amounts in _known(found) if amounts]
    kind = what(framework, found)
    of = f" {kind.note.removesuffix('.')}." if found.kind else ""
    latest = last if found.latest is None else found.latest
    return Chart(
        id=name,
        title=message(framework, books, found),
        measure=f"{books.party}.{of} Sum so far, as booked"
        + (". Invented teaching cases" if invented else ""),
        series=tuple(series),
        bars=tuple(
            Bar(label=month(at), values=values)
            for at, values in zip(range(first, last + 1), _so_far(found, series), strict=True)
        ),
        heads=("", "To the end of"),
        currency=books.currency,
        look=Look.CURVE,
        times=tuple((at + 1) / 12 for at in range(last + 1 - first)),
        since=first,
        note=f"The line of what came ends with {month(latest)}." if latest < last else "",
    )


def _known(found: TrackedSum) -> tuple[tuple[str, dict[int, float]], ...]:
    plans = {at.month: at.plan for at in found.months if at.plan is not None}
    actuals = {at.month: at.actual for at in found.months if at.actual is not None}
    return (ACTUAL, actuals), (PLAN, plans)


def _so_far(found: TrackedSum, series: Iterable[str]) -> Iterator[tuple[Figure, ...]]:
    """Give the sums at the end of each month; that of actuals ends with the latest of them."""
    known = dict(_known(found))
    sums = dict.fromkeys(series, 0.0)
    for at in range(found.months[0].month, found.months[-1].month + 1):
        for name in sums:
            sums[name] += known[name].get(at, 0.0)
        over = found.latest is not None and at > found.latest
        yield tuple(
            Undefined(UNREPORTED) if over and name == ACTUAL else total
            for name, total in sums.items()
        )


def message(framework: Framework, books: Books, found: TrackedSum) -> str:
    """Say how much came, and how much was planned to come by then."""
    name = what(framework, found).text
    if found.latest is None:
        planned = wording.about(found.planned + found.to_come, books.currency)
        return f"{name}: {planned} planned, and nothing reported yet"
    actual, planned = (wording.about(x, books.currency) for x in (found.actual, found.planned))
    verb = "came" if found.kind else "spent"
    return f"{name}: {actual} {verb} by {month(found.latest)}, {planned} planned to date"
