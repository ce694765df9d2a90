"""Marks of a person in a text. Every pattern is linear: no quantifier stands inside another.

Each function returns how many marks there are, never what they say: a finding is printed in
public logs.
"""

import re

_URL = re.compile(r"https?://\S+")
_LONG = re.compile(r"\d[\d\u00a0 ()-]{7}")
"""How any number begins that is long enough to matter."""
_NHS_NUMBER = re.compile(
    r"(?<![\w£$€.,/-])\d{3}[ \u00a0-]?\d{3}[ \u00a0-]?\d{4}(?!\w|[.,/-]\d)", re.ASCII
)
_EMAIL = re.compile(r"[\w.%+-]@[A-Za-z0-9][A-Za-z0-9-]*\.[A-Za-z]")
_PHONE = re.compile(
    r"(?<![\w.,/+])(?:\+44 ?(?:\(0\) ?)?|0044 ?|\(?0)[127]\d{1,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?!\w)"
)
_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])"
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]"
    r"|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?"
    r"|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)"
    r"\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])"
)
_BIRTH = re.compile(
    r"\b(?:date of birth|d\.?o\.?b|born)\b[^\d\n]{0,20}"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\d{1,2}|[A-Za-z]{3,9})[ ./-]\d{2,4}|\d{4}-\d{2}-\d{2})",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.? [A-Z][a-z’'-]")
PERSON_UNIT = re.compile(
    r"(?:of [\d,]+ )?(?:patients?|persons?|people|residents?|carers?|child|children|baby|babies"
    r"|women|men|mothers?|clients?|users?|service users?|families|family|deaths?)"
    r"(?: of [\d,]+)?(?: (?:a|per) (?:month|quarter|year))?"
)
"""A unit that counts people who receive care, or those close to them."""


def nhs_numbers(text: str) -> int:
    """Count numbers of ten digits that are NHS numbers by their check digit."""
    if not _LONG.search(text):
        return 0
    plain = _without_urls(text)
    found = (match for match in _NHS_NUMBER.finditer(plain) if not _is_book(plain, match.start()))
    return sum(_has_check_digit(match[0]) for match in found)


def emails(text: str, allowed: str | None = None) -> int:
    """Count email addresses, but for one that is `allowed`."""
    if "@" not in text:
        return 0
    rest = text.replace(allowed, " ") if allowed else text
    return len(_EMAIL.findall(_without_urls(rest)))


def phones(text: str) -> int:
    """Count UK telephone numbers that can be a person's: 01, 02 and 07 with nine or ten digits."""
    if not _LONG.search(text):
        return 0
    return sum(_is_phone(match[0]) for match in _PHONE.finditer(_without_urls(text)))


def postcodes(text: str) -> int:
    """Count full UK postcodes, which can stand for a handful of houses."""
    return len(_POSTCODE.findall(_without_urls(text)))


def births(text: str) -> int:
    """Count dates of birth that are called so."""
    folded = text.casefold()
    if not any(word in folded for word in ("born", "birth", "dob", "o.b")):
        return 0
    return len(_BIRTH.findall(text))


def named_people(text: str) -> int:
    """Count names with a title before them, as in “Dr Smith”."""
    return len(_TITLE.findall(text))


def _without_urls(text: str) -> str:
    return _URL.sub(" ", text) if "://" in text else text


def _is_book(text: str, start: int) -> bool:
    return "ISBN" in text[max(0, start - 10) : start].upper()


def _has_check_digit(number: str) -> bool:
    """Whether the last of ten digits is the modulus 11 check digit of the first nine.

    Source: NHS Data Dictionary, NHS number.
    """
    digits = [int(char) for char in number if char.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == digits[9]


def _is_phone(number: str) -> bool:
    digits = "".join(char for char in number.replace("(0)", "") if char.isdigit())
    national = digits.removeprefix("0044").removeprefix("44" if number[0] == "+" else "0")
    return len(national) in (9, 10)
