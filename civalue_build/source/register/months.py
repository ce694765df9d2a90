"""Months as finance teams head their columns. What can mean two months is no month."""

import re
from collections.abc import Iterable

from civalue_build.source.dates import read_date
from civalue_build.source.spreadsheet import kind_of_date, meant_dates
from civalue_build.source.words import show

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december")  # fmt: skip
_SPELT = {name[:length]: at for at, name in enumerate(_NAMES) for length in (3, len(name))}
_SPELT["sept"] = 8
_APRIL = 3
_FINANCIAL = r"(?:fy ?)?(?P<first>20\d\d|\d\d) ?[/-] ?(?P<second>20\d\d|\d\d)"
_YEAR = re.compile(rf"{_FINANCIAL}\Z", re.ASCII)
_OF_YEAR = re.compile(rf"(?:m|mth|month) ?(?P<number>\d\d?)(?: |, ?| ?- ?){_FINANCIAL}\Z", re.ASCII)
_YEAR_FIRST = re.compile(
    rf"{_FINANCIAL}(?: |, ?| ?- ?)(?:m|mth|month) ?(?P<number>\d\d?)\Z", re.ASCII
)
_NAMED_OF_YEAR = re.compile(rf"(?P<name>[a-z]{{3,9}})[ -]{_FINANCIAL}\Z", re.ASCII)
_NAMED = re.compile(
    r"(?:\d\d?[ -])?(?P<name>[a-z]{3,9})\.?(?:[ -]'?|')(?P<year>20\d\d|\d\d)\Z", re.ASCII
)
_ISO = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)(?:[ t]\d\d:\d\d.{0,12})?\Z", re.ASCII)
_SLASHED = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](20\d\d|\d\d)\Z", re.ASCII)
_SLASHED_MONTH = re.compile(r"(\d\d?)[/.-](20\d\d)\Z", re.ASCII)
_LIKE = re.compile(r"(?:m|mth|month) ?\d\d?\b|[\d/.-]+\Z|(?P<name>[a-z]{3,9})(?:\b|\d)", re.ASCII)
EXAMPLES = "Apr-25, 2025-04 or M1 2025/26"


def read_month(text: str, *, day_first: bool | None = None) -> int | None:
    """Return a month, none where a text is none or may be one of two.

    `day_first` says how dates such as 01/04/2025 are meant in this sheet, if that is known.
    """
    text = _plain(text)
    if found := _ISO.match(text):
        date = read_date(found[1])
        return _month(date["year"], date["month"] - 1) if date else None
    if found := _OF_YEAR.match(text) or _YEAR_FIRST.match(text):
        year, number = _financial(found), int(found["number"])
        return _month(year, _APRIL) + number - 1 if year and 1 <= number <= 12 else None
    if (found := _NAMED_OF_YEAR.match(text)) and found["name"] in _SPELT and _financial(found):
        at = _SPELT[found["name"]]
        return _month(_financial(found) + (at < _APRIL), at)
    if (found := _NAMED.match(text)) and found["name"] in _SPELT:
        return _month(_full(found["year"]), _SPELT[found["name"]])
    return _slashed(text, day_first)


def read_year(text: str) -> int | None:
    """Return the April of a financial year such as 2025/26, none where it is none."""
    found = _YEAR.match(_plain(text))
    year = _financial(found) if found else 0
    return _month(year, _APRIL) if year else None


def _plain(text: str) -> str:
    return " ".join(text.replace("–", "-").replace("’", "'").split()).casefold()


def _month(year: int, at: int) -> int:
    return 12 * year + at


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _financial(found: re.Match[str]) -> int:
    """Return the year in which a financial year begins, 0 where its second is not the next."""
    first, second = _full(found["first"]), _full(found["second"])
    return first if second == first + 1 else 0


def _slashed(text: str, day_first: bool | None) -> int | None:  # noqa: FBT001
    if found := _SLASHED_MONTH.match(text):
        return _month(int(found[2]), int(found[1]) - 1) if 1 <= int(found[1]) <= 12 else None
    readings = _readings(text)
    if readings[0] is None or readings[1] is None or readings[0] == readings[1]:
        return readings[0] if readings[0] is not None else readings[1]
    return None if day_first is None else readings[0 if day_first else 1]


def _readings(text: str) -> tuple[int | None, int | None]:
    """Return the months of a date with slashes: with the day first, and with the month first."""
    found = _SLASHED.match(text)
    if not found:
        return None, None
    one, two, year = int(found[1]), int(found[2]), _full(found[3])
    return _of_day(year, two, one), _of_day(year, one, two)


def _of_day(year: int, month: int, day: int) -> int | None:
    return _month(year, month - 1) if read_date(f"{year}-{month:02}-{day:02}") else None


def is_day_first(texts: Iterable[str]) -> bool | None:
    """Say how the dates with slashes of a sheet are meant, none where both ways are possible.

    Dates that stand for months are different months: 01/04/2025 and 01/05/2025 are April and May,
    since both would be in January the other way.
    """
    pairs = [_readings(_plain(text)) for text in set(texts) if _SLASHED.match(_plain(text))]
    fits = [
        len({months for months in way if months is not None}) == len(pairs)
        for way in zip(*pairs, strict=True)
    ]
    return fits[0] if len(fits) == 2 and fits[0] != fits[1] else None


def is_like_month(text: str) -> bool:
    """Whether a text was probably meant as a month."""
    found = _LIKE.match(_plain(text))
    return found is not None and (found["name"] is None or found["name"] in _SPELT)


def no_month(text: str) -> str:
    """Say what is wrong with a text where a month belongs."""
    plain = _plain(text)
    if kind := kind_of_date(plain):
        return f"expected a month, found {show(text)}; {meant_dates(kind, [plain])}"
    year = "; a month of which year?" if is_like_month(text) else ""
    return f"expected a month such as {EXAMPLES}, found {show(text)}{year}"
