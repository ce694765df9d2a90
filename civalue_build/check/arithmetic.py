"""Sums, products and shares that a text prints, and whether they come out.

Every pattern is linear: it looks at a short stretch before and after each sign of equality, and
repeats a few times at most.
"""

import re
from collections.abc import Iterator
from itertools import product
from math import isnan
from typing import NamedTuple

from civalue_build.check.hints import lines_with, seldom
from civalue_build.check.numbers import NUMBER, Printed, read_number

_WORDS = r"(?: (?!x )[A-Za-z][A-Za-z’'-]{0,20}){0,4}"
_SIGN = r"(?: ?[×*·] ?| x | [+÷/-] )"
_BETWEEN = seldom(rf"({NUMBER})({_WORDS})({_SIGN})?")
_LEFT = seldom(rf"(?<![\w.,/£$€%+×÷(-])-?(?:{NUMBER}{_WORDS}{_SIGN}){{1,6}}{NUMBER}{_WORDS} ?$")
_RIGHT = seldom(rf" ?(-?{NUMBER})(?![\w%])(?!(?:{_WORDS})(?: ?[×*·÷+/–-] ?| x | to | or )\S)")
_UNFINISHED = seldom(r"(?:[×*·÷+/(=-]|\bx|\d)(?: [A-Za-z’'-]{1,20}){0,4} ?$")
_SHARE = seldom(
    rf"(?<![\w.,£-])(\d{{1,3}}(?:\.\d{{1,4}})?%) of (?:the )?({NUMBER}){_WORDS}? ?"
    rf"(?:=|\bis|\bare|\bmakes|\bequals) ?({NUMBER})(?![\w%])"
)
_OUT_OF = seldom(
    rf"(?<![\w.,£$€/-])(\d[\d,]{{0,12}}) (?:out )?of (?:the |our |these )?(\d[\d,]{{0,12}})"
    rf"(?![.\d])(?:{_WORDS}) \((\d{{1,3}}(?:\.\d{{1,4}})?%)\)"
)
_HINT = re.compile(r"[=%](?:(?<==) ?-?[£$€\d]|(?<=%)(?: of |\)))")
_TIME = seldom(r"\b(?:sec|min|hour|hr|day|night|week|month|year|quarter|penn|pence)")
_FACTORS = (7, 12, 24, 30, 52, 60, 100, 365, 1000, 1440, 3600)
"""How many of one unit make one of another: minutes an hour, pence a pound, and so on."""

REACH = 140
"""Letters before a sign of equality in which what it equals stands."""


class Slip(NamedTuple):
    """Where a sum stands in a text, as it is written, and what it comes to."""

    at: int
    written: str
    comes_to: float
    is_money: bool = False
    is_share: bool = False


def slips(text: str) -> Iterator[Slip]:
    """Yield each sum of a text that does not come out within the rounding of what is printed."""
    for start, line in lines_with(_HINT, text):
        for find, sign in _FINDERS:
            if sign in line:
                yield from (slip._replace(at=start + slip.at) for slip in find(line))


def _sums(line: str) -> Iterator[Slip]:
    at = line.find("=")
    while at >= 0:
        begin = max(0, at - REACH)
        right = _RIGHT().match(line, at + 1)
        left = _LEFT().search(line, begin, at) if right else None
        if left and right and not _UNFINISHED().search(line, begin, left.start()):
            yield from _slip(line, left, right)
        at = line.find("=", at + 1)


def _slip(line: str, left: re.Match[str], right: re.Match[str]) -> Iterator[Slip]:
    parts = _BETWEEN().findall(left[0])
    terms = [read_number(number) for number, _, _ in parts]
    terms[0] = signed(terms[0], left[0])
    signs = [sign.strip() for _, _, sign in parts[:-1]]
    printed = signed(read_number(right[1].removeprefix("-"), is_result=True), right[1])
    values = _ends(terms, signs)
    if values is None or comes_out(values, printed):
        return
    central = _value([term.value for term in terms], signs)
    written = line[left.start() : right.end()]
    if not _is_converted(central, printed, line[left.start() : right.end() + 20]):
        is_money = printed.is_money or any(term.is_money for term in terms)
        is_share = right[1].endswith("%")
        yield Slip(left.start(), written, central, is_money=is_money, is_share=is_share)


def signed(number: Printed, text: str) -> Printed:
    """Return a number with the sign that a text begins with."""
    return number._replace(value=-number.value) if text.startswith("-") else number


def _shares(line: str) -> Iterator[Slip]:
    for match in _SHARE().finditer(line):
        share, whole = read_number(match[1]), read_number(match[2])
        printed = read_number(match[3], is_result=True)
        values = _ends([share, whole], ["×"])
        if values and not comes_out(values, printed):
            value = share.value * whole.value
            yield Slip(match.start(), match[0], value, is_money=whole.is_money)


def _out_of(line: str) -> Iterator[Slip]:
    for match in _OUT_OF().finditer(line):
        part, whole = read_number(match[1]).value, read_number(match[2]).value
        printed = read_number(match[3], is_result=True)
        if whole and part <= whole and not comes_out([part / whole] * 2, printed):
            yield Slip(match.start(), match[0], part / whole, is_share=True)


_FINDERS = ((_sums, "="), (_shares, "% of "), (_out_of, "%)"))
"""What finds sums in a line, each with what the line must hold."""


def _ends(terms: list[Printed], signs: list[str]) -> list[float] | None:
    """Return what a sum can come to as each number is at either end of its rounding."""
    is_product = any(sign not in "+-" for sign in signs)
    ends = [_end(term, is_product=is_product) for term in terms]
    values = [_value(list(chosen), signs) for chosen in product(*ends)]
    return None if any(map(isnan, values)) else values


def _end(term: Printed, *, is_product: bool) -> tuple[float, ...]:
    is_whole = term.value == int(term.value) and not term.is_scaled
    half = 0.0 if is_whole and not is_product else term.half
    return (term.value - half, term.value + half) if half else (term.value,)


def _value(numbers: list[float], signs: list[str]) -> float:
    """Return what numbers come to, products before sums; not a number where one is over nought."""
    total, run = 0.0, numbers[0]
    for sign, number in zip(signs, numbers[1:], strict=True):
        if sign in "+-":
            total, run = total + run, number if sign == "+" else -number
        elif sign in "÷/":
            run = run / number if number else float("nan")
        else:
            run *= number
    return total + run


def comes_out(values: list[float], printed: Printed) -> bool:
    """Whether a printed number lies between what it can be, within its own rounding."""
    slack = printed.half + abs(printed.value) * 1e-9
    return min(values) - slack <= printed.value <= max(values) + slack


def _is_converted(value: float, printed: Printed, text: str) -> bool:
    """Whether a sum goes from one unit to another, as from minutes to hours."""
    if not printed.value or not value or not _TIME().search(text):
        return False
    ratio = max(value / printed.value, printed.value / value)
    slack = 0.02 + printed.half / abs(printed.value)
    return any(abs(ratio / factor - 1) <= slack for factor in _FACTORS)
