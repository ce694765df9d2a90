"""What a spreadsheet wrote where a date or a number belongs, and what it was probably meant as."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from civalue_build.source.dates import read_date
from civalue_build.source.words import clean
from civalue_build.source.yaml.scalars import is_infinite, meant_number, read_number

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?:[ T].*)?\Z", re.ASCII)
_SLASHED_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})\Z", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d\d)(?:[-/.]?(\d\d))?(?:[ T]\d.*)?\Z", re.ASCII)
_NAMED = re.compile(r"(?:(\d{1,2})[ -])?([A-Za-z]{3,9})\.?[ -]'?(\d{4}|\d\d)\Z", re.ASCII)
_SERIAL = re.compile(r"[2-7]\d{4}(?:\.\d+)?\Z", re.ASCII)
_EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet's count, for days after February 1900."""

Slashed = tuple[int, int, int]


def kind_of_date(raw: str) -> str:
    """Return which way of writing dates a text follows, empty where it is none that is known."""
    if _SLASHED.match(raw):
        return "slashed"
    if _SERIAL.match(raw):
        return "serial"
    return "other" if _plain_date(raw) else ""


def meant_dates(kind: str, texts: Sequence[str]) -> str:
    """Return what the first of a column's dates of one kind is probably meant as, in words.

    Whether the day or the month comes first shows in the column as a whole, or not at all.
    """
    if kind == "slashed":
        return _slashed(texts)
    if kind == "serial":
        day = _EPOCH + timedelta(days=int(float(texts[0])))
        return f"a spreadsheet’s number for a day, probably {day}: format the column as yyyy-mm-dd"
    return f"write {_plain_date(texts[0])}"


def _slashed(texts: Sequence[str]) -> str:
    parts = [_parts(text) for text in texts]
    first, second, year = parts[0]
    british, american = _iso(year, second, first), _iso(year, first, second)
    if any(middle > 12 for _, middle, _ in parts):
        return f"the month comes first here, so write {american}" if american else ""
    if any(one > 12 for one, _, _ in parts) or british == american:
        return f"write {british}" if british else ""
    return f"write {british} if the day comes first, as in Britain, {american} if the month does"


def _parts(text: str) -> Slashed:
    found = _SLASHED.match(text)
    assert found is not None  # noqa: S101 only texts of this kind come here
    return int(found[1]), int(found[2]), _full(found[3])


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _iso(year: int, month: int, day: int) -> str:
    text = f"{year:04}-{month:02}-{day:02}"
    return text if read_date(text) else ""


def _plain_date(raw: str) -> str:
    """Return an unambiguous date as the format spells it, empty where it is none."""
    parts: tuple[str, ...] = ()
    if found := _YEAR_FIRST.match(raw):
        parts = tuple(part for part in found.groups() if part)
    elif found := _SLASHED_MONTH.match(raw):
        parts = (found[2], f"{int(found[1]):02}")
    elif (found := _NAMED.match(raw)) and found[2][:3].casefold() in _MONTHS:
        month = _MONTHS.index(found[2][:3].casefold()) + 1
        parts = (str(_full(found[3])), f"{month:02}")
        parts += (f"{int(found[1]):02}",) if found[1] else ()
    text = "-".join(parts)
    return text if read_date(text) else ""


_ABSENT = frozenset(
    [
        "n/a",
        "na",
        "#n/a",
        "null",
        "none",
        "missing",
        "unknown",
        "tbc",
        "tbd",
        "?",
        ".",
        "..",
        "...",
        "x",
        "no data",
        "not available",
        "not recorded",
        "not known",
    ]
)
_NONE_OR_ABSENT = ("-", "–", "—", "nil", "zero")
_SUPPRESSED = re.compile(r"(?:[<≤]\s*\d+|\*+|\[?c\]?|(?:fewer|less) than \d+)\Z", re.IGNORECASE)
_WITH_UNIT = re.compile(r"([-+£$€]*\d[\d,.]*)\s*([A-Za-z%‰°/][^\d]*)\Z")


def meant_value(raw: str) -> str:
    """Return what to do about a text where a number belongs, empty where nothing is likely."""
    word = raw.casefold()
    if word in _NONE_OR_ABSENT:
        return "write 0 if nothing was counted; leave the field empty where nobody knows"
    if word in _ABSENT or is_infinite(raw):
        return "leave the field empty where there is no number"
    if _SUPPRESSED.match(raw):
        return "leave the field empty, and say in “note” that the number is too small to be shown"
    if raw.startswith("#"):
        return "a formula of the spreadsheet failed; mend it, or leave the field empty"
    return _meant_digits(raw)


def _meant_digits(raw: str) -> str:
    if found := _WITH_UNIT.match(raw):
        meant = meant_number(found[1])
        unit = clean(found[2], 20)
        return f"write {meant}; “{unit}” belongs in the measure’s unit" if meant else ""
    if re.match(r"-?[1-9]\d{0,2},\d{3}\Z", raw):
        whole, part = raw.replace(",", ""), raw.replace(",", ".")
        return f"write {whole} if the comma groups thousands, {part} if it parts decimals"
    if re.match(r"-?\d+,\d+\Z", raw):
        raw = raw.replace(",", ".")
    elif found := re.match(r"\((.+)\)\Z", raw):
        raw = f"-{found[1]}"
    meant = meant_number(raw)
    return f"write {meant}" if meant else ""


_GROUPED = re.compile(r"-?\d{1,3}([, \u00a0\u2009\u202f])\d{3}(?:\1\d{3})*(\.\d+)?\Z", re.ASCII)
_GROUPED_BY_POINTS = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z", re.ASCII)
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+\Z", re.ASCII)
SURE_COMMA = re.compile(r"-?(?:\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|0,\d+)\Z", re.ASCII)
"""A number whose comma can only part decimals."""


def number_as_written(raw: str, decimal: str) -> float | None:
    """Return the number in a field, with what groups its thousands; none where it is not sure.

    `decimal` is the sign that parts decimals in the whole table, empty where that is not known.
    """
    number = read_number(raw)
    if decimal == ",":
        if _GROUPED_BY_POINTS.match(raw) or _DECIMAL_COMMA.match(raw):
            return read_float(raw.replace(".", "").replace(",", "."))
        return number
    found = _GROUPED.match(raw) if number is None else None
    if found and (decimal == "." or found[1] != "," or found[2]):
        return read_float(raw.replace(found[1], ""))
    return number


def read_float(raw: str) -> float | None:
    """Return the number written in plain digits, none where it is not one."""
    number = read_number(raw)
    return None if number is None else float(number)
