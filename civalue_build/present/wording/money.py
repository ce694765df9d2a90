"""Amounts of money, prices and returns as text."""

from functools import lru_cache
from math import floor, log10

from civalue_build.present.wording.numbers import JOINER, MINUS, exact, half_up, number, short

NO_RETURN = "none: its benefits are below zero"
"""In place of a return where the benefits themselves are below zero."""

ROUNDED = "Each amount is rounded by itself, so sums of them can differ slightly."
_SYMBOLS = {"GBP": "£"}


@lru_cache(maxsize=4096)
def money(amount: float, currency: str = "GBP") -> str:
    """Return an amount to the pound, as tables show it: −£4,000; USD 1,200."""
    return _in_currency(number(amount), currency)


def adds_up(costs: float, benefits: float, net: float) -> bool:
    """Whether a reader who subtracts costs from benefits, as shown to the pound, finds the net."""
    return half_up(benefits) - half_up(costs) == half_up(net)


def price(amount: float, currency: str = "GBP") -> str:
    """Return the price of one unit: whole pounds, or pence and what lies below them."""
    digits = exact(amount)
    whole, point, decimals = digits.partition(".")
    return _in_currency(f"{whole}{point}{decimals.ljust(2, '0')}" if point else whole, currency)


def worked_price(amount: float, currency: str = "GBP") -> str:
    """Return a price that was worked out: pence under £100, whole pounds from there on.

    Below a penny it has three significant figures, since a price of £0.00 says nothing.
    """
    size = abs(amount)
    if size >= 100 or amount == 0:
        return money(amount, currency)
    digits = number(amount, 2) if size >= 0.01 else short(amount)
    return _in_currency(digits.removesuffix(".00"), currency)


def about(amount: float, currency: str = "GBP") -> str:
    """Return an amount for prose, without false precision: £1.8 million, £53,400."""
    size = abs(amount)
    if size < 1_000:
        return money(amount, currency)
    places = floor(log10(size)) - 2
    rounded = half_up(amount, -places)
    for limit, word in ((1e9, "billion"), (1e6, "million")):
        if abs(rounded) >= limit:
            digits = number(amount / limit, 1).removesuffix(".0")
            return f"{_in_currency(digits, currency)} {word}"
    return money(rounded, currency)


def net(amount: float, currency: str = "GBP") -> str:
    """Return a net present value in words: `net benefit of £1.8 million`."""
    if round(amount) == 0:
        return "no net cost and no net benefit"
    word = "benefit" if amount > 0 else "cost"
    return f"net {word} of {about(abs(amount), currency)}"


def balance(amount: float, currency: str = "GBP") -> str:
    """Return a net present value as what work does: `brings £1.8 million more than it costs`."""
    if round(amount) == 0:
        return "brings as much as it costs"
    size = about(abs(amount), currency)
    if amount > 0:
        return f"brings {size} more than it costs"
    return f"costs {size} more than it brings"


def one_pound(currency: str = "GBP") -> str:
    """Return what a return is given for: £1, or USD 1."""
    return _in_currency("1", currency)


def ratio(value: float, currency: str = "GBP") -> str:
    """Return what £1 of cost brings, to the penny; words where it brings less than nothing."""
    return NO_RETURN if round(value, 2) < 0 else _in_currency(number(value, 2), currency)


def net_ratio(value: float, currency: str = "GBP") -> str:
    """Return what £1 of cost brings on top of itself; a part of it that is lost, as a loss."""
    if round(value, 2) < -1:
        return NO_RETURN
    lost = "a loss of " if round(value, 2) < 0 else ""
    return f"{lost}{_in_currency(number(abs(value), 2), currency)}"


def per_pound(value: float, currency: str = "GBP") -> str:
    """Return a ratio as its source prints it, with its sign: `£34.20 per £1`."""
    return f"{_in_currency(number(value, 2), currency)} per {one_pound(currency)}"


def _in_currency(digits: str, currency: str) -> str:
    sign = f"{MINUS}{JOINER}" if digits.startswith(MINUS) else ""
    bare = digits.removeprefix(MINUS)
    symbol = _SYMBOLS.get(currency)
    return f"{sign}{symbol}{bare}" if symbol else f"{sign}{currency} {bare}"
