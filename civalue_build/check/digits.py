"""Numbers that name a person: NHS numbers and telephone numbers.

Each function returns where they begin, never what they say: a finding is printed in public logs.
Every pattern is linear: whatever it repeats, it repeats a few times at most.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from civalue_build.check.hints import lines_with, seldom, shapes
from civalue_build.check.urls import hide_dois, in_urls

_LONG = re.compile(r"\d[\d ()._/-]{7}", re.ASCII)
"""How any number begins that is long enough to matter."""
_SHAPES = shapes(n="0123456789 ()._/-")
_GAP = r"(?: ?[-./_] ?| )?"
_NHS = seldom(rf"(?<!\d)\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?!\d|\.\d)", re.ASCII)
_NHS_ODD = seldom(
    r"(?<!\d)(?<!\d[ .,/-])\d(?:[ -]?\d){9}(?![ .,/-]?\d)|"
    r"(?<!\d)(?<!\d[ .,/-])\d(?:[.]\d){9}(?![ .,/-]?\d)",
    re.ASCII,
)
_PHONE = seldom(
    r"(?<!\d)(?:(?:\+ ?|00 ?)?44[ ._-]?(?:\(?0\)?[ .-]?)?[ ()]{0,2}|\(?0[()]{0,2})"
    r"[127](?:[ ()._-]{0,3}\d){8,9}(?!\d)",
    re.ASCII,
)
_GROUP = re.compile(r"\d+", re.ASCII)
_DATE = re.compile(r"\(?\d\d[ .-]\d\d[ .-](?:19|20)\d\d", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_MONEY = re.compile(r"(?:[£$€]|GBP|EUR|USD) ?$")
_PART = re.compile(r"\d[.,/-]$", re.ASCII)
_DECIMAL = re.compile(r"\d\.$", re.ASCII)
_BOOK = re.compile(r"ISBN|97[89][ -]?$", re.IGNORECASE)
_REGISTERED = re.compile(
    r"(?:PMC|PMID|PubMed|ISSN|ORCID|ISRCTN|NCT|EudraCT|OpenAlex)(?: ?ID)?[ :.#-]{0,3}$",
    re.IGNORECASE,
)
_LETTERS_BEFORE = re.compile(r"[A-Za-z]+$")
_LETTERS = re.compile(r"[A-Za-z]+")
_HEX = re.compile(r"[A-Fa-f]+|[A-Za-z]")
NEAR = 16
"""Letters around a number that tell what it is."""


def nhs_numbers(text: str) -> tuple[int, ...]:
    """Return where numbers of ten digits begin that are NHS numbers by their check digit."""
    return tuple(start + at for start, line in _with_numbers(text) for at in _nhs_in(line))


def phones(text: str) -> tuple[int, ...]:
    """Return where UK numbers begin that can be a person's: 01, 02, 07, nine or ten digits more."""
    return tuple(start + at for start, line in _with_numbers(text) for at in _phones_in(line))


@lru_cache(maxsize=4)
def _with_numbers(text: str) -> tuple[tuple[int, str], ...]:
    """Return the lines that hold a long number, for both: a case has three texts."""
    may_hold = b"nnnnnnnn" in text.encode().translate(_SHAPES)
    return tuple(lines_with(_LONG, text)) if may_hold else ()


def _nhs_in(line: str) -> Iterator[int]:
    bare = hide_dois(line)
    is_in_url = in_urls(bare)
    found = {match.start() for match in _NHS().finditer(bare) if _is_nhs(match)}
    odd = {match.start() for match in _NHS_ODD().finditer(bare) if _is_odd_nhs(match)}
    # In an address, ten digits that begin with 0 to 2 are times, and no number is issued so.
    return (at for at in sorted(found | odd) if bare[at] not in "012" or not is_in_url(at))


def _phones_in(line: str) -> Iterator[int]:
    bare = hide_dois(line)
    is_in_url = in_urls(bare)
    for match in _PHONE().finditer(bare):
        if _is_phone(match) and (not is_in_url(match.start()) or _is_mobile(match[0])):
            yield match.start()


def _is_nhs(match: re.Match[str]) -> bool:
    return not _DECIMAL.search(_before(match)) and _is_free(match) and _has_check_digit(match[0])


def _is_odd_nhs(match: re.Match[str]) -> bool:
    """Whether ten digits in other groups are a number: not years, not some few numbers."""
    groups = _GROUP.findall(match[0])
    if match[0][0] not in "34679" and [len(group) for group in groups] != [6, 4]:
        return False
    has_year = any(_YEAR.fullmatch(group) for group in groups)
    return not has_year and _is_free(match) and _has_check_digit(match[0])


def _is_phone(match: re.Match[str]) -> bool:
    groups = _GROUP.findall(match[0].replace("(0)", ""))
    has_code = _digits(match[0]).startswith(("44", "0044"))
    long = len(_national(match[0])) == 10
    if match[0].startswith("44") and (not long or any(map(_YEAR.fullmatch, groups))):
        return False
    if sum(len(group) == 1 for group in groups) > 1 or len(groups) > 7:
        return False
    if not long and not has_code and len(groups[0]) < 4:
        return False
    is_part = _PART.search(_before(match)) or _DATE.match(match[0])
    return not is_part and _is_free(match)


def _is_mobile(number: str) -> bool:
    national = _national(number)
    return len(national) == 10 and national[0] == "7" and number.strip("+").isdigit()


def _national(number: str) -> str:
    digits = _digits(number.replace("(0)", ""))
    if digits.startswith(("44", "0044")):
        return digits.removeprefix("00").removeprefix("44").removeprefix("0")
    return digits.removeprefix("0")


def _digits(number: str) -> str:
    return "".join(_GROUP.findall(number))


def _is_free(match: re.Match[str]) -> bool:
    """Whether a number is neither money, nor of a register, nor a piece of a longer name."""
    before = _before(match)
    after = _LETTERS.match(match.string, match.end(), match.end() + NEAR)
    runs = (_LETTERS_BEFORE.search(before), after)
    if any(run and _HEX.fullmatch(run[0]) for run in runs):
        return False
    return not any(kind.search(before) for kind in (_MONEY, _BOOK, _REGISTERED))


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - NEAR) : match.start()].rpartition("\n")[2]


def _has_check_digit(number: str) -> bool:
    """Whether the last of ten digits is the modulus 11 check digit of the first nine.

    Source: NHS Data Dictionary, NHS number.
    """
    digits = [int(digit) for digit in _digits(number)]
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == digits[9]
