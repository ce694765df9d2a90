"""Printed numbers, and how far each may be from what was meant: as written, so rounded."""

from typing import NamedTuple

_SCALE = r"(?: ?(?:%|(?:million|billion|thousand|bn|[mkp])(?!\w)))?"
NUMBER = rf"[£$€]?\d[\d,]{{0,15}}(?:\.\d{{1,6}})?{_SCALE}"
"""How a number is printed, in one piece: its currency, its digits, and its scale."""

SCALES = {"%": 0.01, "p": 0.01, "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}
SCALES |= {"bn": 1e9, "billion": 1e9}

ROUNDED_FROM = 1000
"""Results below this that end in noughts are taken as they are written."""


class Printed(NamedTuple):
    """A number with half of its last printed place, and whether it is an amount of money."""

    value: float
    half: float
    is_money: bool
    is_scaled: bool


def read_number(text: str, *, is_result: bool = False) -> Printed:
    """Read a number. Whole numbers are exact, but for money and scaled ones.

    The noughts at the end of a large result may be its rounding.
    """
    digits = text.strip("£$€")
    scale = digits.lstrip("0123456789,.").strip()
    bare = digits[: len(digits) - len(scale)].strip().replace(",", "")
    factor = SCALES.get(scale, 1.0)
    is_money = text[0] in "£$€"
    _, _, decimals = bare.partition(".")
    place = 10.0 ** -len(decimals)
    if is_result and not decimals and float(bare) >= ROUNDED_FROM:
        place = 10.0 ** (len(bare) - len(bare.rstrip("0")))
    is_rounded = is_result or bool(decimals) or is_money or bool(scale)
    return Printed(float(bare) * factor, place / 2 * factor * is_rounded, is_money, bool(scale))
