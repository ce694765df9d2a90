"""The same thing counted by the year and by the month, and whether the two fit."""

import re
from collections.abc import Iterator

from civalue_build.check.arithmetic import Slip, comes_out
from civalue_build.check.hints import lines_with, seldom
from civalue_build.check.numbers import NUMBER, Printed, read_number

_IN_A_YEAR = {
    "month": (12.0, 12.0),
    "week": (52.0, 52.2),
    "day": (365.0, 366.0),
    "quarter": (4.0, 4.0),
}
"""How many of a shorter time make a year, at least and at most."""

_WORD = r"[A-Za-z][A-Za-z’'-]{0,20}"
_EACH = r"(?:a|an|per|each|every|in the|in a)"
_RATES = seldom(
    rf"(?<![\w.,/–-])({NUMBER})((?: (?!a |an |per |in ){_WORD}){{0,4}}) {_EACH} year"
    rf"(?:,? (?:or|which is|that is)|,|;| \()(?: (?:a mean of|a monthly mean of|on average|about))?"
    rf" ?({NUMBER})((?: (?!a |an |per |in ){_WORD}){{0,3}}) {_EACH} (month|week|day|quarter)\b"
)
_HINT = re.compile(r"year(?:[,;] | \(| or | which | that )")


def rates(text: str) -> Iterator[Slip]:
    """Yield each number a year beside which the same a month, week or day does not make it."""
    for start, line in lines_with(_HINT, text):
        for match in _RATES().finditer(line):
            a_year = read_number(match[1])
            shorter = read_number(match[3], is_result=True)
            if a_year.is_money is not shorter.is_money or _differ(match[2], match[4]):
                continue
            fewest, most = _IN_A_YEAR[match[5]]
            ends = [(shorter.value - shorter.half) * fewest, (shorter.value + shorter.half) * most]
            if not comes_out(ends, _rounded(a_year, match[1])):
                value = shorter.value * fewest
                yield Slip(start + match.start(), match[0], value, is_money=a_year.is_money)


def _differ(one: str, other: str) -> bool:
    """Whether two counts are of different things: what is not said is the same."""
    first, second = set(one.lower().split()), set(other.lower().split())
    return bool(first) and bool(second) and not first & second


def _rounded(number: Printed, text: str) -> Printed:
    """Return a number with the rounding that a result has."""
    return read_number(text, is_result=True) if number.value >= 1 else number
