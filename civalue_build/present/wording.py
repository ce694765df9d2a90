"""The only place where a number, a date or a member of a vocabulary becomes text."""

from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from math import floor, log10

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.case import Period
from civalue_build.model.estimate import PartialDate, Range
from civalue_build.model.framework import Term
from civalue_build.model.reference import Unit
from civalue_build.present.labels import LABELS, MONTHS, SHARES

MINUS = "\N{MINUS SIGN}"
BRIEF = 40
"""The letters of the longest reason that a cell of a table still takes."""

DAYS = 365
"""The days of a year, to give a short time in days."""
NO_RETURN = "none: it costs more than it brings"
"""In place of a return where the benefits themselves are below zero."""

_SYMBOLS = {"GBP": "£"}

_WIDE = Context(prec=400)
"""Wide enough for any floating-point number to the last decimal that is shown."""


def number(value: float, decimals: int = 0) -> str:
    """Return a number with commas over 999 and a true minus, rounded half up."""
    step = Decimal(1).scaleb(-decimals)
    rounded = Decimal(repr(value)).quantize(step, rounding=ROUND_HALF_UP, context=_WIDE)
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,f}"


def exact(value: float) -> str:
    """Return a number with as many decimals as its author wrote, at most six."""
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
    return exact(round(value, 2 if abs(value) >= 1 else 4))


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


def _in_currency(digits: str, currency: str) -> str:
    sign = MINUS if digits.startswith(MINUS) else ""
    bare = digits.removeprefix(MINUS)
    symbol = _SYMBOLS.get(currency)
    return f"{sign}{symbol}{bare}" if symbol else f"{sign}{currency} {bare}"


def money(amount: float, currency: str = "GBP") -> str:
    """Return an amount to the pound, as tables show it: −£4,000; USD 1,200."""
    return _in_currency(number(amount), currency)


def price(amount: float, currency: str = "GBP") -> str:
    """Return the price of one unit: whole pounds, or pence and what lies below them."""
    digits = exact(amount)
    whole, point, decimals = digits.partition(".")
    return _in_currency(f"{whole}{point}{decimals.ljust(2, '0')}" if point else whole, currency)


def about(amount: float, currency: str = "GBP") -> str:
    """Return an amount for prose, without false precision: £1.8 million, £53,400."""
    size = abs(amount)
    if size < 1_000:
        return money(amount, currency)
    places = floor(log10(size)) - 2
    rounded = float(round(amount, -places))
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


def duration(years: float) -> str:
    """Return a length in years; in months below two years, and in days below two months."""
    if years >= 2:
        return counted(years, "year", "years", 1)
    if years == 0:
        return "at once"
    if years * 12 >= 2:
        return counted(float(round(years * 12)), "month", "months")
    return counted(max(1.0, float(round(years * DAYS))), "day", "days")


def counted(value: float, singular: str, plural: str, decimals: int = 0) -> str:
    """Return a number with the right form of its noun: 1 year, 3 years."""
    text = number(value, decimals).removesuffix(".0")
    return f"{text} {singular if text == '1' else plural}"


def quantity(value: float, unit: Unit | None, name: str = "") -> str:
    """Return a quantity with its unit: 14,500 bed days. `name` serves where no unit is known."""
    text = short(value)
    return f"{text} {unit_name(text, unit, name)}".strip()


def unit_name(shown: str, unit: Unit | None, name: str = "") -> str:
    """Return the name of a unit in the form that the number before it takes.

    The plural of a unit that the framework does not know cannot be told, so none is made up.
    """
    if unit is None:
        return plain(name)
    return unit.singular if shown.removeprefix(MINUS) == "1" else unit.title


def figure(value: Figure, show: Callable[[float], str]) -> str:
    """Return a figure through `show`, or the reason why there is none."""
    return reason(value) if isinstance(value, Undefined) else show(value)


def reason(value: Undefined) -> str:
    """Return why a figure is not given, as a phrase."""
    return value.why.strip().rstrip(".") or "not stated"


def brief(value: Figure, show: Callable[[float], str]) -> str:
    """Return a figure for a cell of a table: a long reason is left to the note below it."""
    text = figure(value, show)
    return "not given" if isinstance(value, Undefined) and len(text) > BRIEF else text


def not_given(values: Iterable[Figure]) -> str:
    """Return the long reasons that `brief` left out, each once, as a sentence."""
    reasons = dict.fromkeys(reason(value) for value in values if isinstance(value, Undefined))
    long = [text for text in reasons if len(text) > BRIEF]
    return f"Not given: {'; '.join(long)}." if long else ""


def date(value: PartialDate) -> str:
    """Return a date as exact as it is known: 1 October 2026, October 2026, 2026."""
    parts = (value.day and str(value.day), value.month and MONTHS[value.month - 1], str(value.year))
    return " ".join(part for part in parts if part)


def period(value: Period) -> str:
    """Return when work was done: April 2023 to March 2025, or `from April 2023`."""
    if value.end is None:
        return f"from {date(value.start)}"
    return span(date(value.start), date(value.end))


def years(items: Iterable[int]) -> str:
    """Return years of a case: `year 0`, `years 0 to 2`, `years 0 and 3`."""
    known = sorted(set(items))
    if not known:
        return "no year"
    if len(known) == 1:
        return f"year {known[0]}"
    if known == list(range(known[0], known[-1] + 1)):
        return f"years {known[0]} to {known[-1]}"
    return f"years {listed(map(str, known))}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence: a, b and c."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def label(member: StrEnum | None) -> str:
    """Return the words for a member of a closed vocabulary, `not stated` for none."""
    if member is None:
        return "not stated"
    return LABELS[type(member)][member.value]


def share(name: str) -> str:
    """Return the words for one share of the value chain."""
    return SHARES.get(name, plain(name))


def plain(identifier: str) -> str:
    """Return an id as words, for want of a label."""
    return identifier.replace("-", " ").replace("_", " ")


def title(terms: Mapping[str, Term], identifier: str) -> str:
    """Return the title of a term of the framework, the id as words where it is unknown."""
    term = terms.get(identifier)
    return term.title if term else capital(plain(identifier))


def capital(text: str) -> str:
    """Return the text with its first letter in upper case, the others untouched."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return a message as a sentence: capital letter, full stop."""
    words = capital(text.strip())
    return words if words.endswith((".", "!", "?", ":")) or not words else f"{words}."


def lower_first(text: str) -> str:
    """Return the text with a small first letter, unless it starts with a short form."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def file_size(size: int) -> str:
    """Return the size of a download: 1 kB at least, then whole kB, then MB."""
    return f"{number(size / 1e6, 1)} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} kB"


def signed_percent(share: float) -> str:
    """Return a change as a percentage with its sign: +10%, −5%, 0%."""
    text = percent(share)
    return f"+{text}" if share > 0 else text
