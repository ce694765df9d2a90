"""Dates of birth, where they are called so. Every pattern is linear."""

import re
from collections.abc import Iterator

from civalue_build.check.hints import lines_with, seldom

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?: ?(?:st|nd|rd|th))?"
_DATE = (
    rf"(?:(?<!\d){_DAY}(?: ?[./-] ?| | ?of )(?:\d{{1,2}}|{_MONTH})(?: ?[.,/-] ?| )"
    r"(?:\d{4}|\d{2})(?![./]?\d)"
    rf"|(?<![a-z]){_MONTH}\.?[ -]{_DAY}(?: ?[,./-] ?| )(?:\d{{4}}|\d{{2}})(?!\d)"
    r"|(?<!\d)\d{4}(?: ?[./-] ?| )\d{1,2}(?: ?[./-] ?| )\d{1,2}(?!\d)"
    rf"|(?<!\d)\d{{4}}[ -]{_MONTH}[ -]{_DAY}(?!\d)|(?<!\d)\d{{8}}(?!\d))"
)
_CALLED = r"(?:dates?[ _-]?of[ _-]?birth|birth[ _-]?(?:date|day)|d[. ]{0,2}o[. ]{0,2}b)"
_RANGE = seldom(rf" ?(?:to|until|till|through|and|or|-|–) ?(?:the )?(?:\d|{_MONTH})", re.IGNORECASE)
_COHORT = seldom(r"\b(?:after|before|since|between|from|until|by|up to)\b", re.IGNORECASE)
_WORDS_BEFORE = seldom(rf"(?<![a-z])(?:{_CALLED}|born)(?![a-z])([^\d\n]{{0,30}})$", re.IGNORECASE)
_WORDS_AFTER = seldom(
    r"[ ,;:(\[|-]{1,4}(?:(?:is|was|as|being|his|her|their|the) ){0,2}"
    rf"(?:{_CALLED}(?![a-z])|born\))",
    re.IGNORECASE,
)
WINDOW = 48
"""Letters before a date in which the words for it stand."""

_HEADED = seldom(rf"(?<![a-z]){_CALLED}(?![a-z])|^\W*born\W*$", re.IGNORECASE)
_ANY_DATE = seldom(_DATE, re.IGNORECASE)
_HINT = re.compile(r"[bBdD](?i:(?<=b)(?:orn|irth)|(?<=d)[. ]{0,2}o[. ]{0,2}b(?![a-z]))")
_TOLD = re.compile(
    r"b(?:orn|.{1,2}rth"
    r"|(?:(?<=o[. ]b)|(?<=o[. ]{2}b)|(?<=dob)|(?<=d[. ]ob)|(?<=[. ]{2}ob))(?![a-z]))"
)
"""What a hint holds in small letters, or a little more: most texts have nothing of it."""


def births(text: str) -> tuple[int, ...]:
    """Return where dates of birth begin that are called so, in words or by their column."""
    lines = tuple(lines_with(_HINT, text)) if _TOLD.search(text.lower()) else ()
    told = {start + at for start, line in lines for at in _told(_with_next(text, start, line))}
    has_column = any("|" in line for _, line in lines)
    return tuple(sorted(told | set(_in_columns(text) if has_column else ())))


def _with_next(text: str, start: int, line: str) -> str:
    """Return a line with the next one, on which a date may stand below the words for it."""
    end = text.find("\n", start + len(line) + 1)
    return text[start : end if end >= 0 else len(text)]


def _told(lines: str) -> Iterator[int]:
    dates = (_named(date) for date in _ANY_DATE().finditer(lines))
    return (at for at in dates if at is not None)


def _named(date: re.Match[str]) -> int | None:
    """Return where a date of birth begins with the words for it, none if the date is another.

    A range of dates and “born after …” are of many people.
    """
    text, start = date.string, max(0, date.start() - WINDOW)
    if _RANGE().match(text, date.end()):
        return None
    before = _WORDS_BEFORE().search(text, start, date.start())
    if before and not _COHORT().search(before[1]):
        return before.start()
    return date.start() if _WORDS_AFTER().match(text, date.end()) else None


def _in_columns(text: str) -> Iterator[int]:
    """Yield where each row of a table begins that has a date in a column headed so."""
    at, columns = 0, frozenset[int]()
    for line in text.split("\n"):
        cells = line.strip(" >").removeprefix("|").split("|")
        if len(cells) == 1 and "|" not in line:
            columns = frozenset()
        elif any(_ANY_DATE().search(cells[column]) for column in columns if column < len(cells)):
            yield at
        else:
            columns |= {number for number, cell in enumerate(cells) if _HEADED().search(cell)}
        at += len(line) + 1
