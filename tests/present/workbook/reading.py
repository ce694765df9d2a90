"""What a workbook says, beside what the appraisal says: both as rows of figures."""

from collections.abc import Iterator, Mapping, Sequence
from math import isclose
from typing import Any

from openpyxl.workbook import Workbook

from civalue_build.model.appraisal import Appraisal, Figure, Returns, Uncertainty, Undefined
from civalue_build.model.enums import Perspective
from civalue_build.model.framework import Framework
from civalue_build.present import wording
from civalue_build.present.workbook.results import TABLES
from civalue_build.present.workbook.sensitivity import BENT

Row = Sequence[Figure | None]
CLOSE = 1e-9


def unlike(book: Workbook, value: Appraisal, framework: Framework) -> list[str]:
    """Return every figure of a workbook that is not the appraisal's."""
    return [*_results(book, value, framework), *_lines(book, value), *_inputs(book, value)]


def headline(book: Workbook) -> Any:
    """Return what a workbook says that the headline net present value is."""
    (at,) = [cell for _, cell in book.defined_names["headline_npv"].destinations]
    return book["Results"][at.replace("$", "")].value


def _results(book: Workbook, value: Appraisal, framework: Framework) -> Iterator[str]:
    found = _tables(book)
    assert value.vintage
    for (_, title), seen in zip(TABLES, _seen(), strict=True):
        for result in value.results:
            if result.horizon <= value.vintage.horizon:
                name = wording.title(framework.perspectives, result.perspective)
                row = found[title, name, result.horizon]
                yield from _row(f"{title}, {name}, {result.horizon}", row, seen(result))
        for rung in value.ladder:
            name = wording.capital(wording.label(rung.step))
            row = found[title, name, value.vintage.horizon]
            yield from _row(f"{title}, {name}", row, seen(rung))
    for party in value.parties:
        row = found["Who pays", party.name, None]
        figures = (party.pays, party.gains, party.net, party.net_corrected)
        yield from _row(party.name, row, figures)


def _seen() -> tuple[Any, ...]:
    return (
        lambda cell: _present(cell.claimed),
        lambda cell: _present(cell.corrected),
        lambda cell: _plain(cell.claimed),
        lambda cell: _plain(cell.corrected),
    )


def _present(found: Returns) -> Row:
    ratios = (found.return_per_pound, found.net_return, found.payback_years)
    return (found.pv_costs, found.pv_benefits, found.npv, *ratios)


def _plain(found: Returns) -> Row:
    sums = found.undiscounted
    return (sums.costs, sums.benefits, sums.net, sums.return_per_pound, None, sums.payback_years)


def _tables(book: Workbook) -> Mapping[tuple[str, str, int | None], Sequence[Any]]:
    titles = [title for _, title in TABLES] + ["Who pays"]
    found, table = {}, ""
    for first, years, *figures in book["Results"].iter_rows(min_row=4, values_only=True):
        text = str(first or "")
        table = next((title for title in titles if text.startswith(title)), table)
        when = int(str(years).partition(",")[0]) if str(years)[:1].isdigit() else None
        found[table, text, when] = figures
    return found


def _row(name: str, cells: Sequence[Any], figures: Row) -> Iterator[str]:
    numbers = [abs(figure) for figure in figures[:3] if isinstance(figure, float)]
    scale = max([1.0, *numbers])
    for at, figure in enumerate(figures):
        if figure is not None and not _same(cells[at], figure, scale if at < 3 else 1.0):
            yield f"{name}, figure {at}: {cells[at]!r} is not {figure!r}"
    for figure in figures:
        if isinstance(figure, Undefined) and not _says(cells, wording.reason(figure)):
            yield f"{name} does not say why: {figure.why}"


def _says(cells: Sequence[Any], why: str) -> bool:
    return any(why in cell for cell in cells if isinstance(cell, str))


def _same(cell: Any, figure: Figure | str, scale: float = 1.0) -> bool:
    if isinstance(figure, Undefined | str):
        return isinstance(cell, str) and not cell.startswith(("#", "Err"))
    if not isinstance(cell, int | float):
        return False
    return isclose(cell, figure, rel_tol=CLOSE, abs_tol=CLOSE * scale)


def _lines(book: Workbook, value: Appraisal) -> Iterator[str]:
    """Compare the sums over years of every line, in each table of the sheet."""
    sums: dict[str, list[Any]] = {}
    for label, total in book["Lines by year"].iter_rows(min_row=5, max_col=2, values_only=True):
        if total is not None:
            sums.setdefault(str(label), []).append(total)
    for line in value.lines:
        years = line.by_year
        wanted = [
            sum(getattr(year, name) for year in years)
            for name in ("gross", "claimed", "corrected", "discounted", "discounted_corrected")
        ]
        scale = max([1.0, *(abs(year.gross) for year in years)])
        for cell, figure in zip(sums[line.label.lstrip()], wanted, strict=True):
            if not _same(cell, line.undefined or figure, scale):
                yield f"{line.label}: {cell!r} is not {figure!r}"


def _inputs(book: Workbook, value: Appraisal) -> Iterator[str]:
    """Compare the headline at both ends of each input, and where it is nothing."""
    found = value.uncertainty
    if not isinstance(found, Uncertainty):
        return
    rows = {row[-1]: row for row in book["Sensitivity"].iter_rows(min_row=7, values_only=True)}
    cell = value.result(Perspective.NHS, value.vintage.horizon if value.vintage else 0)
    assert cell
    sides = (cell.claimed.pv_costs, cell.claimed.pv_benefits)
    size = max(abs(side) for side in sides if isinstance(side, float))
    for one in found.one_at_a_time:
        row = rows[one.input]
        scale = max(1.0, size, abs(one.low), abs(one.high))
        for got, figure in ((row[5], one.low), (row[6], one.high)):
            if not _same(got, figure, scale):
                yield f"{one.input}: {got!r} is not {figure!r}"
        slope, switch = row[4], row[7]
        if slope == BENT:
            continue
        rise = slope * (max(abs(one.range.low), abs(one.range.high)) or 1.0) or 1.0
        if not _switches_alike(switch, one.switching_value, abs(scale / rise)):
            yield f"{one.input} switches at {switch!r}, not at {one.switching_value!r}"


def _switches_alike(cell: Any, figure: Figure, size: float) -> bool:
    """Whether two switching values are the same, as far as floating-point numbers can tell.

    `size` is how many times larger the headline is than what the input can do to it.
    """
    if isinstance(cell, str) or isinstance(figure, Undefined):
        known = [found for found in (cell, figure) if isinstance(found, int | float)]
        return all(min(abs(one), abs(1 - one)) < CLOSE for one in known)  # just at an end
    return isclose(cell, figure, rel_tol=max(CLOSE, 1e-15 * size), abs_tol=CLOSE)
