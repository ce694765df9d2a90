"""Changes that a text prints, as in “from 65 to 29, a fall of 55%”, and whether they come out.

Every pattern is linear: it looks at a short stretch after each “from” and a number.
"""

import re
from collections.abc import Iterator

from civalue_build.check.arithmetic import Slip, comes_out
from civalue_build.check.hints import lines_with, seldom
from civalue_build.check.numbers import NUMBER, Printed, read_number

_WORD = r"(?!to\b|from\b)[A-Za-z][A-Za-z’'-]{0,20}"
_WORDS = rf"((?: {_WORD}){{0,3}})"
_NOUN = r"rise|fall|increase|decrease|reduction|drop|change|difference|decline|growth|gain|cut"
_VERB = seldom(
    r"\b(?:fell|rose|dropped|went|go(?:es)?|increased|decreased|reduced|grew|halved|declined"
    rf"|changed|moved|down|up|shrank|cut|(?:{_NOUN})s?)\b[^.]{{0,60}}$",
    re.IGNORECASE,
)
_HOW_FAR = (
    r"over|more than|above|at least|nearly|almost|under|less than|up to|about|around|some"
    r"|roughly|just over|just under|well over"
)
_FROM_TO = seldom(
    rf"\b[Ff]rom (?:about |around )?({NUMBER}){_WORDS} to (?:about |around )?({NUMBER}){_WORDS}"
    rf"(?:[,;:]? (?:or |and |that is |which is |this is |– |- )?|[,;:]? ?\()(?:an? |the |by )?"
    rf"(?:(?:{_WORD} ){{0,2}}(?:{_NOUN}) of |(?:{_NOUN}) by )?"
    rf"(?:({_HOW_FAR}) )?({NUMBER})(?![\w])(?! ?[×*·÷+/=–-])((?: {_WORD})?)"
)
_HINT = re.compile(r"rom (?:[£$€\d]|a(?:bout|round) )")
_MORE = ("over", "more than", "above", "at least", "just over", "well over")
_LESS = ("nearly", "almost", "under", "less than", "up to", "just under")
_RATE = (" a", " an", " per", " each", " every", " for", " times", " in", " of", " out", " to")
LOOSE = 0.1
"""Share of a number by which one that is called about so many may be off."""


def changes(text: str) -> Iterator[Slip]:
    """Yield each change from one number to another that is printed otherwise than it is."""
    for start, line in lines_with(_HINT, text):
        for match in _FROM_TO().finditer(line):
            if _VERB().search(line, max(0, match.start() - 80), match.start()) or _is_named(match):
                yield from (slip._replace(at=start + slip.at) for slip in _slips(match))


def _is_named(match: re.Match[str]) -> bool:
    return bool(re.search(rf"\b(?:{_NOUN}) (?:of|by)\b", match[0]))


def _slips(match: re.Match[str]) -> Iterator[Slip]:
    first, last = read_number(match[1]), read_number(match[3])
    printed = read_number(match[6], is_result=True)
    is_bare_share = match[6].endswith("%") and match.string.startswith(")", match.end(6))
    if _are_years(first, last) or not (_is_named(match) or is_bare_share):
        return
    ways = [*_ways(match, first, last)]
    if ways and not any(_holds(ends, printed, match[5]) for ends in ways):
        low, high = ways[0]
        written = match.string[match.start() : match.end(6)] + ")" * is_bare_share
        yield Slip(
            match.start(),
            written,
            (low + high) / 2,
            is_money=printed.is_money,
            is_share=match[6].endswith("%"),
        )


def _ways(match: re.Match[str], first: Printed, last: Printed) -> Iterator[tuple[float, float]]:
    """Yield the ends of what a change can be: its size, and its share of what was before."""
    in_percent = match[6].endswith("%")
    of_shares = match[1].endswith("%") or match[3].endswith("%")
    ends = [
        (one, other)
        for one in (first.value - first.half, first.value + first.half)
        for other in (last.value - last.half, last.value + last.half)
    ]
    if in_percent and first.value - first.half > 0:
        shares = [abs(other - one) / one for one, other in ends]
        yield min(shares), max(shares)
    if in_percent == of_shares and _are_alike(match, first, last):
        sizes = [abs(other - one) for one, other in ends]
        yield min(sizes), max(sizes)


def _are_alike(match: re.Match[str], first: Printed, last: Printed) -> bool:
    """Whether a change is in the unit of what changed: words after it are words after them."""
    if (match[6][0] in "£$€") is not (first.is_money and last.is_money):
        return False
    after = match[7].lower()
    if after.startswith(_RATE) and after.strip() in {word.strip() for word in _RATE}:
        return False
    units = f"{match[2]} {match[4]}".lower().split()
    return not after or not units or after.strip() in units


def _holds(ends: tuple[float, float], printed: Printed, how_far: str | None) -> bool:
    low, high = ends
    if comes_out(list(ends), printed):
        return True
    if how_far in _MORE:
        return high >= printed.value - printed.half
    if how_far in _LESS:
        return low <= printed.value + printed.half
    slack = LOOSE * printed.value if how_far else 0.0
    return low - slack <= printed.value <= high + slack


def _are_years(first: Printed, last: Printed) -> bool:
    return all(1900 <= number.value <= 2100 and not number.is_money for number in (first, last))
