"""One answer, as somebody typed it, becomes the spelling that a case takes.

The form in the browser has the same rules in `present/static/case_text.js`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from civalue_build.model.intake import Sort

UNKNOWN = frozenset({"not known", "not stated", "not-stated", "unknown", "?"})
"""What people write where a number, a date or a choice belongs that nobody knows."""
_NUMBER_ALONE = "enter a number alone, such as 1650 or 0.35"
_WHOLE = "enter a whole number, such as 12"
_SHARE = "enter a percentage from 0 to 100, such as 60"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPACES = re.compile("[ \u00a0\u2009\u202f]")
_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d*)?", re.ASCII)
_NUMBER = re.compile(r"(-?)(\d*)(?:\.(\d*))?", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?|(\d{4})", re.ASCII)
_SLASHED = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})", re.ASCII)
_NAMED = re.compile(r"(?:(\d{1,2})[ -])?([A-Za-z]{3,9})\.?[ -](\d{4}|\d\d)", re.ASCII)
_PRICE_YEAR = re.compile(r"(\d{4})(?: ?[/-] ?(?:20)?(\d\d))?", re.ASCII)
_YEARS = re.compile(r"(\d{1,2})(?: *(?:-|–|to) *(\d{1,2}))?", re.ASCII)
_MAILBOX = re.compile(
    r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class Unfit(Exception):
    """An answer that cannot be taken, in words that say how to mend it."""


class Plain(str):
    """A number, a date or a word of the format: written without quotation marks."""

    __slots__ = ()


def number(text: str) -> Plain:
    """Return a number in plain digits; thousands may have commas, and pounds their sign."""
    sign, whole, part = _digits(text)
    return _spelt(sign, whole, part)


def whole_number(text: str) -> Plain:
    """Return a whole number of at least 0."""
    sign, whole, part = _digits(text, _WHOLE)
    if sign or part.strip("0"):
        raise Unfit(_WHOLE)
    return _spelt("", whole, "")


def share(text: str) -> Plain:
    """Return a percentage as the share that it is: 60 is 0.6."""
    bare = text.removesuffix("%").strip()
    sign, whole, part = _digits(bare, _SHARE)
    digits = whole.rjust(3, "0")
    found = _spelt(sign, digits[:-2], (digits[-2:] + part).rstrip("0"))
    if bare == text and not sign and 0 < float(found) < 0.01:
        raise Unfit("enter 60 for 60 per cent; a share below 1 per cent needs its sign, as in 0.5%")
    if sign or float(found) > 1:
        raise Unfit(_SHARE)
    return found


def _digits(text: str, wanted: str = _NUMBER_ALONE) -> tuple[str, str, str]:
    bare = _SPACES.sub("", text).replace("−", "-").replace("£", "")
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(",", "")
    found = _NUMBER.fullmatch(bare)
    if not found or not (found[2] or found[3]):
        raise Unfit(wanted)
    whole, part = found[2].lstrip("0"), found[3] or ""
    if len(whole) > 12 or len(part) > 15:
        raise Unfit("enter a number with fewer digits")
    return found[1], whole, part


def _spelt(sign: str, whole: str, part: str) -> Plain:
    digits = f"{whole.lstrip('0') or '0'}{'.' if part else ''}{part}"
    return Plain(digits if not digits.strip("0.") else sign + digits)


def partial_date(text: str) -> Plain:
    """Return a year, a month or a day as the format has it; the day comes before the month."""
    year, month, day = _parts(text)
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise Unfit(_NO_DATE) from None
    if not 1900 <= int(year) <= 2100:
        raise Unfit("enter a year from 1900 to 2100")
    return Plain("-".join((year, *(part.rjust(2, "0") for part in (month, day) if part))))


_NO_DATE = "enter a date such as 2025-03 or March 2025"


def _parts(text: str) -> tuple[str, str, str]:
    if found := _DATE.fullmatch(text):
        return found[1] or found[4], found[2] or "", found[3] or ""
    if found := _SLASHED.fullmatch(text):
        return found[3], found[2], found[1] or ""
    found = _NAMED.fullmatch(text)
    if found and found[2][:3].lower() in _MONTHS:
        month = str(_MONTHS.index(found[2][:3].lower()) + 1)
        return found[3] if len(found[3]) == 4 else f"20{found[3]}", month, found[1] or ""
    raise Unfit(_NO_DATE)


def price_year(text: str) -> Plain:
    """Return a financial year such as 2024/25, or a calendar year."""
    found = _PRICE_YEAR.fullmatch(text)
    if not found or (found[2] and int(found[2]) != (int(found[1]) + 1) % 100):
        raise Unfit("enter a year such as 2024/25")
    return Plain(f"{found[1]}/{found[2]}" if found[2] else found[1])


def years(text: str) -> Plain:
    """Return one year of the case, or the first and the last of several."""
    found = _YEARS.fullmatch(text)
    if not found or int(found[2] or 99) < int(found[1]):
        raise Unfit("enter a year such as 0, or the first and the last such as 0-2")
    first, last = int(found[1]), int(found[2] or found[1])
    return Plain(first if first == last else f"{first}-{last}")


def mailbox(text: str) -> str:
    """Return an address of mail that is nothing but name, at and host."""
    if len(text) > 254 or not _MAILBOX.fullmatch(text):
        raise Unfit("enter an address such as improvement@example.org")
    return text


def address(text: str) -> str:
    """Return a web address."""
    if not _ADDRESS.fullmatch(text):
        raise Unfit("enter a whole web address, from https on")
    return text


READERS: Mapping[Sort, Callable[[str], str]] = {
    Sort.NUMBER: number,
    Sort.WHOLE: whole_number,
    Sort.SHARE: share,
    Sort.DATE: partial_date,
    Sort.PRICE_YEAR: price_year,
    Sort.YEARS: years,
    Sort.ADDRESS: address,
    Sort.MAILBOX: mailbox,
    Sort.PEOPLE: whole_number,
}
"""What reads an answer that is neither text nor a choice."""
