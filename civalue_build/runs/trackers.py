"""What stands in a tracker to fill in: the lines of cases, and what their ledgers hold."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from civalue_build.errors import CivalueError
from civalue_build.model.case import Case
from civalue_build.model.register import LineToFill, Which
from civalue_build.pipeline import Surroundings
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs
from civalue_build.source.names import slug_of
from civalue_build.source.register.lines import kind_of, stream_of
from civalue_build.source.register.months import read_year

MOST = 2_000
"""Lines of a tracker: it has two rows for each, and is read again."""
_APRIL = 4


def months_of(year: str | None, around: Surroundings) -> range:
    """Return the months of a financial year, or of that in which the library stands today."""
    if year is not None:
        first = read_year(year)
        if first is None:
            raise CivalueError(f"--year expects a financial year such as 2025/26, not “{year}”")
    elif around.today is not None:
        now, month, _ = around.today
        first = 12 * (now - (month < _APRIL)) + _APRIL - 1
    else:
        raise CivalueError("say which financial year the tracker is for, such as: --year 2025/26")
    return range(first, first + 12)


def tracker_rows(
    root: Path, named: Sequence[str]
) -> tuple[tuple[LineToFill, ...], tuple[str, ...]]:
    """Return the lines of the named cases, or of all, and the cases that have none.

    Raises CivalueError where there is no line, or more than a tracker can have.
    """
    slugs = [slug_of(root, name) for name in named] or case_slugs(root)
    found: list[LineToFill] = []
    left: list[str] = []
    for slug in slugs:
        case = parse_case(load_case(root, slug)).case
        lines = tuple(_lines(case)) if case else ()
        found += lines
        left += [] if lines else [slug]
    if not found:
        raise CivalueError("none of the cases has costs or benefits: there is no line to track")
    if len(found) > MOST:
        raise CivalueError(f"more than {MOST:,} lines: name the cases that the tracker is for")
    return tuple(found), tuple(left)


def _lines(case: Case) -> Iterator[LineToFill]:
    for line in case.lines:
        amounts = {
            (12 * one.month.year + (one.month.month or 1) - 1, which): amount
            for one in case.entries
            if one.line == line.id
            for which, amount in ((Which.PLAN, one.plan), (Which.ACTUAL, one.actual))
            if amount is not None
        }
        yield LineToFill(
            slug=case.slug,
            title=case.title,
            stream=stream_of(case),
            line=line.id,
            label=line.label,
            kind=kind_of(line),
            amounts=amounts,
        )
