"""What a value without quotes means. Only plain numbers, true, false and null are not text."""

import re

LARGEST = 1e12
"""The largest number that anybody means: a million million."""
_NUMBERS = (int, float)
_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})\Z", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,17})\.\d{1,18}\Z", re.ASCII)
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_FIRST_OF_NUMBERS = frozenset("-0123456789")
_FIRST_OF_WORDS = frozenset(word[:1] for word in _WORDS)
_CLEAN = re.compile(r"[£$€,_' \u00a0\u2009\u202f]")
_POWER = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)[eE]\+?(\d{1,2})\Z", re.ASCII)
_INFINITE = re.compile(r"[-+]?\.?(?:inf|infinity|nan)\Z", re.IGNORECASE)


def resolve(raw: str) -> str | int | float | bool | None:
    """Return what a plain scalar stands for: `no`, `12:30`, `017`, `1e3`, `.inf` are text."""
    first = raw[:1]
    if first in _FIRST_OF_NUMBERS:
        number = read_number(raw)
        return raw if number is None else number
    return _WORDS.get(raw, raw) if first in _FIRST_OF_WORDS else raw


def read_number(raw: str) -> int | float | None:
    """Return the finite number written in `raw`, none where it is not one."""
    if _WHOLE.match(raw):
        return int(raw)
    return float(raw) if _DECIMAL.match(raw) else None


def is_infinite(raw: str) -> bool:
    """Whether `raw` is a spelling of infinity or of not-a-number."""
    return bool(_INFINITE.match(raw.strip()))


def meant_number(raw: str) -> str | None:
    """Return the plain spelling of a number that `raw` was probably meant to be, none if unsure."""
    text = _CLEAN.sub("", raw.strip()).removeprefix("+").replace("−", "-")
    if text.endswith("%"):
        return _hundredth(text[:-1])
    if power := _POWER.match(text):
        text = _short(float(power[1]) * 10.0 ** min(int(power[2]), 18))
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    digits = re.sub(r"\A0+(?=\d)", "", f"0{digits}" if digits.startswith(".") else digits)
    text = sign + digits.removesuffix(".")
    return None if read_number(text) is None else text


def is_too_large(value: object) -> bool:
    """Whether a number is further from zero than anybody means it."""
    return isinstance(value, _NUMBERS) and abs(value) > LARGEST


def looks_like_number(raw: str) -> bool:
    """Whether `raw` was meant as a number: it begins like one."""
    return bool(re.match(r"[-+−~<>≈£$€ ]*\.?\d", raw))


def _hundredth(text: str) -> str | None:
    number = read_number(text)
    return None if number is None else _short(number / 100)


def _short(number: float) -> str:
    text = f"{number:.10f}".rstrip("0").rstrip(".")
    return text or "0"
