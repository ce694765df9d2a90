"""Marks of a person in a text. Every pattern is linear: no quantifier stands inside another.

Each function returns where the marks are, never what they say: a finding is printed in public
logs.
"""

import re
from collections.abc import Iterator

from civalue_build.check.hints import lines_with, seldom, shapes
from civalue_build.check.urls import in_urls

_AT = re.compile("@")
_SPELT = seldom(r"[(\[{]at[)\]}]", re.IGNORECASE)
_SPELT_ENDS = ("at)", "at]", "at}")
_EMAIL = seldom(r"[\w.%+!#$&*=?^{}~-](?:@| ?[(\[{]at[)\]}] ?)\w[\w-]*\.[^\W\d_]", re.IGNORECASE)
_REST = r"\d[A-Z\d]?(?P<gap>[ +]| ?- ?| {2})?(?P<inward>\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])"
_INWARD = "ABDEFGHJLNPQRSTUWXYZabdefghjlnpqrstuwxyz"
_END = re.compile(rf"\d[{_INWARD}]{{2}}(?![A-Za-z0-9])", re.ASCII)
_SHAPES = shapes(n="0123456789", i=_INWARD, o="CIKMOVcikmov")
_POSTCODE = seldom(
    r"(?<![A-Za-z0-9])"
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]"
    r"|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?"
    r"|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)" + _REST,
    re.IGNORECASE | re.ASCII,
)
_NO_INWARD = re.compile(r"\dth|1st|2nd|3rd|\d(?:hr|yr|ft|pt|gb|tb|hz)")
"""Ordinals and units, which look like the end of a postcode in small letters."""
_BEFORE_AT = tuple(".%+!#$&^{}-")
_MARKS = "*_`~"
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.? [A-Z][a-z’'-]")
PERSON_UNIT = re.compile(
    r"(?:of [\d,]+ )?(?:patients?|persons?|people|residents?|carers?|child|children|baby|babies"
    r"|women|men|mothers?|clients?|users?|service users?|families|family|deaths?)"
    r"(?: of [\d,]+)?(?: (?:a|per) (?:month|quarter|year))?"
)
"""A unit that counts people who receive care, or those close to them."""


def emails(text: str, allowed: str | None = None) -> tuple[int, ...]:
    """Return where email addresses begin, or end their first part, but for one that is allowed."""
    role = allowed.casefold() if allowed else None
    return tuple(
        start + match.start()
        for start, line in _with_at(text)
        for match in _EMAIL().finditer(line)
        if not (role and _is_whole(line, match.start(), role))
    )


def postcodes(text: str) -> tuple[int, ...]:
    """Return where full UK postcodes begin, which can stand for a handful of houses."""
    if b"nii " not in text.encode().translate(_SHAPES) + b" ":
        return ()
    return tuple(start + at for start, line in lines_with(_END, text) for at in _codes_in(line))


def named_people(text: str) -> int:
    """Count names with a title before them, as in “Dr Smith”."""
    return len(_TITLE.findall(text))


def _with_at(text: str) -> list[tuple[int, str]]:
    """Return the lines with an @, or with “at” in brackets."""
    found = dict(lines_with(_AT, text))
    low = text.lower()
    if any(end in low for end in _SPELT_ENDS):
        found |= lines_with(_SPELT(), text)
    return sorted(found.items())


def _is_whole(text: str, at: int, role: str) -> bool:
    """Whether the address whose first part ends at `at` is this one, from its first letter on."""
    start = at + 1 - role.find("@")
    end = start + len(role)
    if start < 0 or text[start:end].casefold() != role:
        return False
    before = text[max(0, start - 8) : start].rstrip(_MARKS)[-1:]
    after = text[end : end + 8].lstrip(_MARKS)
    goes_on = after[:1].isalnum() or after[:1] == "-" or (after[:1] == "." and after[1:2].isalnum())
    return not (goes_on or before.isalnum() or before in _BEFORE_AT)


def _codes_in(line: str) -> Iterator[int]:
    is_in_url = in_urls(line)
    for match in _POSTCODE().finditer(line):
        if _is_postcode(match) and (match["gap"] or not is_in_url(match.start())):
            yield match.start()


def _is_postcode(match: re.Match[str]) -> bool:
    """Whether it stands in capitals, or in small letters is no ordinal, unit or short name."""
    if match[0].isupper():
        return True
    return not _NO_INWARD.fullmatch(match["inward"].lower()) and (
        bool(match["gap"]) or len(match[0]) > 5
    )
