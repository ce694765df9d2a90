"""Numbers, shares, ranges and counts as text."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from math import floor, log10

from civalue_build.model.estimate import Range

MINUS = "\N{MINUS SIGN}"
JOINER = "\N{WORD JOINER}"
"""Keeps a line from ending between a minus and its currency."""

_WIDE = Context(prec=400)
"""Wide enough for any floating-point number to the last decimal that is shown."""
_WHOLE = 1e15
"""Below this a floating-point number and the half between two whole ones are both exact."""


@lru_cache(maxsize=4096)
def number(value: float, decimals: int = 0) -> str:
    """Return a number with commas over 999 and a true minus, rounded half up."""
    if decimals == 0 and -_WHOLE < value < _WHOLE:
        return _whole(value)
    step = Decimal(1).scaleb(-decimals)
    rounded = Decimal(repr(value)).quantize(step, rounding=ROUND_HALF_UP, context=_WIDE)
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,f}"


@lru_cache(maxsize=4096)
def half_up(value: float, decimals: int = 0) -> float:
    """Return a number rounded half up, away from zero; below 0, to tens, hundreds and so on."""
    step = Decimal(1).scaleb(-decimals)
    return float(Decimal(repr(value)).quantize(step, rounding=ROUND_HALF_UP, context=_WIDE))


def _whole(value: float) -> str:
    size = abs(value)
    whole = int(size)
    rounded = whole + (size - whole >= 0.5)
    return f"{MINUS if value < 0 and rounded else ''}{rounded:,}"


def exact(value: float) -> str:
    """Return a number with as many decimals as its author wrote, at most six."""
    if value == int(value):
        return number(value)
    text = number(value, 6)
    return text.rstrip("0").rstrip(".") if "." in text else text


def short(value: float) -> str:
    """Return a number for prose: three significant figures below 1,000, whole above."""
    if value == 0 or abs(value) >= 100:
        return number(value)
    text = number(value, max(0, 2 - floor(log10(abs(value)))))
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(share: float) -> str:
    """Return a share of 1 as a percentage: 0.6 is 60%."""
    return f"{exact(round(share * 100, 4))}%"


def signed_percent(share: float) -> str:
    """Return a change as a percentage with its sign: +10%, −5%, 0%."""
    text = percent(share)
    return f"+{text}" if share > 0 else text


def part(share: float) -> str:
    """Return a part of a whole in whole percent; neither nothing nor all where it is not so."""
    if 0 < share < 0.01:
        return "less than 1%"
    return "more than 99%" if 0.99 < share < 1 else f"{number(share * 100)}%"


def span(low: str, high: str) -> str:
    """Return two ends joined by the word `to`, or the one text where they are alike."""
    return low if low == high else f"{low} to {high}"


def rounded(value: float) -> str:
    """Return a worked-out quantity: two decimals from 1 upwards, four below."""
    return exact(half_up(value, 2 if abs(value) >= 1 else 4))


def near(low: float, high: float, digits: int = 3) -> str:
    """Return two ends to so many significant figures, with as many decimals each: 1.20 to 1.21."""
    both = [float(f"{end:.{digits}g}") for end in (low, high)]
    first, second = map(short, both)
    if len(first.partition(".")[0]) == len(second.partition(".")[0]):
        places = max(len(text.partition(".")[2]) for text in (first, second))
        first, second = (number(end, places) for end in both)
    return span(first, second)


def ends(values: Range, show: Callable[[float], str]) -> str:
    """Return the ends of a range, as in `midpoint of 3 to 5`; empty where it has no width."""
    if values.is_certain:
        return ""
    both = span(show(values.low), show(values.high))
    return f"midpoint of {both}" if values.is_midpoint else both


def people(count: int, small: float = 7) -> str:
    """Return a count of people; counts from 1 to `small` are never printed."""
    if 0 < count <= small:
        return f"1 to {number(small)}"
    return number(count)


def counted(value: float, singular: str, plural: str, decimals: int = 0) -> str:
    """Return a number with the right form of its noun: 1 year, 3 years."""
    text = number(value, decimals).removesuffix(".0")
    return f"{text} {singular if text == '1' else plural}"


def file_size(size: int) -> str:
    """Return the size of a download: 1 kB at least, then whole kB, then MB."""
    return f"{number(size / 1e6, 1)} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} kB"
