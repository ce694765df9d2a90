"""Sums that a text writes in words, as in “£26,090 less £8,368 is £17,722”.

Every pattern is linear: it looks at a short stretch around each word that stands for a sign.
"""

import re
from collections.abc import Iterator

from civalue_build.check.arithmetic import Slip, comes_out
from civalue_build.check.hints import lines_with, seldom
from civalue_build.check.numbers import NUMBER, Printed, read_number

_WORD = r"[A-Za-z][A-Za-z’'-]{0,20}"
_WORDS = rf"(?: (?!than\b|to\b|and\b){_WORD}){{0,4}}"
_SIGNS = {
    "less": "-",
    "minus": "-",
    "plus": "+",
    "times": "×",
    "multiplied by": "×",
    "divided by": "÷",
    "shared by": "÷",
    "shared over": "÷",
    "shared out over": "÷",
    "for": "÷ each",
    "over": "÷ each",
    "across": "÷ each",
}
_SUM = seldom(
    rf"(?<![\w.,/£$€%+×÷(-])({NUMBER})({_WORDS}),? ({'|'.join(_SIGNS)})"
    rf" (?:all |the |our |these |those )?({NUMBER}){_WORDS},?"
    rf" (?:is|are|gives?|makes?|leaves?|comes? to|equals?|or|means)"
    rf" (-?{NUMBER})(?![\w%])((?: {_WORD})?)"
    r"(?! ?[×*·÷+/=–-])"
)
_HINT = re.compile(r" (?:is|are|gives?|makes?|leaves?|to|equals?|or|means) -?[£$€]?\d")
_EACH = (" each", " a", " an", " for", " per", " apiece")
_BEFORE = seldom(
    r"(?:\b(?:than|by|about|around|over|nearly|almost|some|plus|less|minus)|[,;(=+×÷-]) ?$"
)


def sums_in_words(text: str) -> Iterator[Slip]:
    """Yield each sum in words that does not come out within the rounding of what is printed."""
    for start, line in lines_with(_HINT, text):
        for match in _SUM().finditer(line):
            if not _BEFORE().search(line, max(0, match.start() - 12), match.start()):
                yield from (slip._replace(at=start + slip.at) for slip in _slip(match))


def _slip(match: re.Match[str]) -> Iterator[Slip]:
    sign = _SIGNS[match[3]]
    if sign == "÷ each" and match[6] not in _EACH:
        return
    first, second = read_number(match[1]), read_number(match[4])
    result = match[5].removeprefix("-")
    printed = read_number(result, is_result=True)
    values = [
        _value(sign[0], one, other) for one in _ends(first) for other in _ends(second) if other
    ]
    sizes = [abs(value) for value in values]
    if values and first.is_money == printed.is_money and not comes_out(sizes, printed):
        written = match.string[match.start() : match.end(5)]
        value = _value(sign[0], first.value, second.value)
        yield Slip(match.start(), written, value, is_money=printed.is_money)


def _ends(number: Printed) -> tuple[float, ...]:
    return (number.value - number.half, number.value + number.half)


def _value(sign: str, one: float, other: float) -> float:
    if sign == "÷":
        return one / other
    return one * other if sign == "×" else one + (other if sign == "+" else -other)
