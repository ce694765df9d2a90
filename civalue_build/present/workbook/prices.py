"""The sheet of the price base: index levels, and what amounts are multiplied by."""

from collections.abc import Iterable, Mapping

from civalue_build.model.appraisal import LineValue, Vintage
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.workbook.paper import Sheet
from civalue_build.present.workbook.terms import ONE, Term

HEADS = ("Prices of", "Index in that year", "Index in the case’s year", "Factor", "Why")
NEEDED = "an amount of that year × the factor = the amount in prices of the case’s year"


def write_prices(sheet: Sheet, known: Material, vintage: Vintage) -> Mapping[str, Term]:
    """Write the factor of each price year, and return by line where its factor stands."""
    index = known.framework.price_indices.get(vintage.price_index)
    sheet.widths(20, 20, 24, 14, 70)
    sheet.text(1, 0, f"Price base: prices of {vintage.price_year}", "title")
    if index:
        note = f"Index: {index.title}. Source: {index.source.title}"
    else:
        note = "No index: every amount stays as its source prints it."
    sheet.text(2, 0, note, "label")
    sheet.head(4, HEADS, range(1, 4))
    sheet.freeze(4, 1)
    factors: dict[str, Term] = {}
    if len(known.appraisal.problems) == len(known.appraisal.lines):
        sheet.text(5, 0, "No line has an amount.", "label")
    row = 4
    for (year, _), lines in _by_year(known.appraisal.lines).items():
        row += 1
        sheet.text(row, 0, year or "not stated")
        sheet.text(row, 4, _why(known, lines[0], vintage))
        factor = _factor(sheet, row, lines[0])
        factors |= dict.fromkeys((line.id for line in lines), factor)
    return factors


def _why(known: Material, line: LineValue, vintage: Vintage) -> str:
    """Say why a factor is needed, and by which index where it is not that of the case."""
    if line.price_levels is None:
        return _why_one(line.price_year, vintage)
    index = known.framework.price_indices.get(line.price_index)
    own = line.price_index == vintage.price_index
    return NEEDED if own or index is None else f"{NEEDED}. Index: {index.title}"


def _by_year(lines: Iterable[LineValue]) -> Mapping[tuple[str, str], list[LineValue]]:
    found: dict[tuple[str, str], list[LineValue]] = {}
    for line in lines:
        if not line.undefined:
            own = line.price_index if line.price_levels else ""
            found.setdefault((line.price_year, own), []).append(line)
    return dict(sorted(found.items()))


def _factor(sheet: Sheet, row: int, line: LineValue) -> Term:
    if line.price_levels is None:
        sheet.number(row, 3, 1, "factor")
        return ONE
    own, base = (
        sheet.number(row, col, level, "factor input")
        for col, level in enumerate(line.price_levels, start=1)
    )
    return sheet.formula(row, 3, f"{base.text}/{own.text}", line.price_factor, "factor")


def _why_one(year: str, vintage: Vintage) -> str:
    if not year:
        return "no price year is stated, so the case’s own is taken"
    if year == vintage.price_year:
        return "the case’s own price year"
    return wording.sentence("no index is used, so the amount stays as it is printed")
