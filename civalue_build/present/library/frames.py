"""Results and lines of cases as rows of a table, each column with its unit and what it means.

Money is in the case's currency at full precision; what is not defined is none.
"""

from collections.abc import Iterator, Mapping

from civalue_build.model.appraisal import Appraisal, LineValue, Result, Returns, YearValue
from civalue_build.present.library.columns import MONEY, RETURNS, WAYS, known
from civalue_build.present.sheets import Value

Row = dict[str, Value]

YEARS = "years"
RESULTS: Mapping[str, tuple[str, str]] = {
    "case": ("folder of the case", "id"),
    "perspective": ("whose costs and gains are counted", "id"),
    "horizon_years": ("years counted; nothing accrues past the case’s own", YEARS),
    "is_own_horizon": ("whether these are all years of the case", "yes or no"),
    "is_headline": ("whether this is the headline of the case", "yes or no"),
    "currency": ("currency of its money", "ISO 4217 code"),
    "price_year": ("the year whose prices its money is in", "year"),
    "per": ("the unit of which all figures are for one; empty for the whole of the work", "id"),
    "discounting": ("the discount schedule used", "id"),
    **{
        f"{way}_{name}": (f"{means}, {words}", unit)
        for way, words in WAYS.items()
        for name, means, unit, _ in RETURNS
    },
}
"""Columns of results: name to meaning and unit."""
LINES: Mapping[str, tuple[str, str]] = {
    "case": ("folder of the case", "id"),
    "line": ("the line, a key of its case", "id"),
    "label": ("what it is", ""),
    "side": ("cost or benefit", "id"),
    "kind": ("kind of benefit, or type of cost", "id"),
    "party": ("who pays or gains", "id"),
    "from": ("who pays for a transfer", "id"),
    "claim": ("how far the benefit has come", "id"),
    "grade": ("evidence grade, 1 is the strongest", "1 to 6"),
    "unit": ("what is counted", "id"),
    "year": ("year of the case, 0 is the first", "year"),
    "gross": ("quantity × price, or the amount, at the price year of the case", MONEY),
    "claimed": ("after the shares that are claimed", MONEY),
    "corrected": ("corrected for evidence", MONEY),
    "pv_claimed": ("claimed, discounted to year 0", MONEY),
    "pv_corrected": ("corrected, discounted to year 0", MONEY),
    "currency": ("currency of its money", "ISO 4217 code"),
    "why_not": ("why the line has no value", ""),
}
"""Columns of lines, one row a line and year: name to meaning and unit."""


def result_rows(found: Appraisal) -> Iterator[Row]:
    """Return each perspective and horizon of a case; nothing where it is not valued."""
    for result in found.results:
        yield _result(found, result)


def _result(found: Appraisal, result: Result) -> Row:
    vintage, headline = found.vintage, found.headline
    is_own = vintage is not None and result.horizon == vintage.horizon
    return {
        "case": found.case,
        "perspective": str(result.perspective),
        "horizon_years": result.horizon,
        "is_own_horizon": is_own,
        "is_headline": headline is not None
        and (result.perspective, result.horizon) == (headline.perspective, headline.horizon),
        "currency": vintage.currency if vintage else None,
        "price_year": vintage.price_year if vintage else None,
        "per": vintage.per if vintage else None,
        "discounting": vintage.discounting if vintage else None,
        **_returns("claimed", result.claimed),
        **_returns("corrected", result.corrected),
    }


def _returns(way: str, returns: Returns) -> Row:
    return {f"{way}_{name}": known(returns, name) for name, *_ in RETURNS}


def line_rows(found: Appraisal) -> Iterator[Row]:
    """Return each line of a case in each year; one row with the reason where it has no value."""
    currency = found.vintage.currency if found.vintage else None
    for line in found.lines:
        for item in line.by_year or (None,):
            yield (
                _line(found.case, line)
                | _year(item)
                | {
                    "currency": currency,
                    "why_not": line.undefined or None,
                }
            )


def _line(case: str, line: LineValue) -> Row:
    return {
        "case": case,
        "line": line.id,
        "label": line.label,
        "side": str(line.side),
        "kind": str(line.kind or line.cost_type or "") or None,
        "party": line.party,
        "from": line.from_party,
        "claim": str(line.claim) if line.claim else None,
        "grade": line.grade,
        "unit": line.unit,
    }


def _year(item: YearValue | None) -> Row:
    return {
        "year": item.year if item else None,
        "gross": item.gross if item else None,
        "claimed": item.claimed if item else None,
        "corrected": item.corrected if item else None,
        "pv_claimed": item.discounted if item else None,
        "pv_corrected": item.discounted_corrected if item else None,
    }
