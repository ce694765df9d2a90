"""The sheet of discounting: a rate for each year, one's own rate in its place, and factors."""

from collections.abc import Mapping

from civalue_build.model.appraisal import Vintage
from civalue_build.model.enums import Stream
from civalue_build.model.record import record
from civalue_build.model.rests import Rests
from civalue_build.present.case.base import Material
from civalue_build.present.workbook.paper import YEAR, Book, Sheet
from civalue_build.present.workbook.terms import Term

OWN = 1
"""The column of the reader's own rate."""
_NAMES = {Stream.MONEY: "Money", Stream.HEALTH: "Health effects"}


@record
class Factors:
    """Where the discount factors of a stream stand: each by year, and all as one range."""

    by_year: tuple[Term, ...]
    all: str


def write_discounting(
    book: Book, sheet: Sheet, known: Material, rests: Rests, vintage: Vintage
) -> Mapping[Stream, Factors]:
    """Write rates and factors of both streams, and return where the factors stand."""
    schedule = known.framework.schedules.get(vintage.discounting)
    years = vintage.horizon
    sheet.widths(46, 18, years=years)
    sheet.text(1, 0, "Discounting", "title")
    title = schedule.title if schedule else vintage.discounting
    sheet.text(2, 0, f"Schedule: {title}", "label")
    sheet.text(3, 0, "A rate that you write under “Your own rate” holds for every year.", "label")
    sheet.years(5, ("Rate or factor", "Your own rate"), years)
    sheet.freeze(5, YEAR)
    money = _stream(sheet, 6, Stream.MONEY, rests.rates[Stream.MONEY], follows="")
    follows = "" if rests.own_health else sheet.at(7, YEAR).replace("$", "")
    health = _stream(sheet, 9, Stream.HEALTH, rests.rates[Stream.HEALTH], follows=follows)
    book.name("own_rate_money", sheet.at(7, OWN))
    book.name("own_rate_health", sheet.at(10, OWN))
    note = "Factor of year 0 = 1; of a later year = the factor before ÷ (1 + its rate)."
    sheet.text(13, 0, note, "label")
    return {Stream.MONEY: money, Stream.HEALTH: health}


def _stream(
    sheet: Sheet, row: int, stream: Stream, rates: tuple[float, ...], *, follows: str
) -> Factors:
    """Write three rows: the rates of the schedule, those that are used, and the factors."""
    name = _NAMES[stream]
    sheet.text(row, 0, f"{name}: rate of the schedule" + (" (that of money)" if follows else ""))
    sheet.text(row + 1, 0, f"{name}: rate used")
    sheet.blank(row + 1, OWN, "share input")
    sheet.text(row + 2, 0, f"{name}: factor")
    factors: list[Term] = []
    for year, rate in enumerate(rates):
        col = YEAR + year
        if follows:
            money = sheet.at(row - 2, col)
            given = sheet.formula(row, col, money, rate, "share")
        else:
            given = sheet.number(row, col, rate, "share input")
        own = sheet.at(row + 1, OWN)
        used = sheet.formula(row + 1, col, f"IF(ISNUMBER({own}),{own},{given.text})", rate, "share")
        before = factors[-1] if factors else None
        factors.append(_factor(sheet, row + 2, col, used, before))
    return Factors(by_year=tuple(factors), all=sheet.across(row + 2, YEAR, len(rates)))


def _factor(sheet: Sheet, row: int, col: int, rate: Term, before: Term | None) -> Term:
    if before is None:
        return sheet.number(row, col, 1, "factor")
    value = before.value / (1 + rate.value)
    return sheet.formula(row, col, f"{before.text}/(1+{rate.text})", value, "factor")
