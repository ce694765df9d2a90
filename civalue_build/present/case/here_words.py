"""The words of each number that a reader from another place may replace by their own."""

from collections.abc import Iterator, Mapping

from civalue_build.model.appraisal import LineValue
from civalue_build.model.estimate import Range
from civalue_build.model.scaling import Dial
from civalue_build.present import wording
from civalue_build.present.case.base import Material

Lines = Mapping[str, LineValue]
"""The lines of a case, by id."""


def label(known: Material, dial: Dial, lines: Lines) -> str:
    """Return what a dial is called: its line, its shared volume, or the price of what."""
    kind, _, name = dial.key.partition(".")
    first = lines[dial.lines[0]]
    if kind == "volumes":
        return wording.capital(wording.plain(name))
    if kind == "unit-values" and name in known.framework.unit_values:
        return known.framework.unit_values[name].title
    return f"{first.label}: price of one" if dial.is_price else first.label


def before(known: Material, dial: Dial, lines: Lines) -> str:
    """Return what stands before the number: the currency of an amount of money."""
    if dial.stated is None or not _is_money(dial, lines):
        return ""
    return wording.one_pound(known.currency).removesuffix("1")


def unit(known: Material, dial: Dial, lines: Lines, shown: str = "") -> str:
    """Return what stands after the number, in the form for `shown`, or for any number."""
    first = lines[dial.lines[0]]
    own = known.framework.units.get(first.unit or "")
    if dial.stated is None:
        return "% of the case’s"
    if dial.is_price:
        return f"for one {own.singular if own else wording.plain(first.unit or 'unit')}"
    every = "a year" if any(len(lines[name].by_year) > 1 for name in dial.lines) else ""
    if _is_money(dial, lines):
        return every or "once"
    many = wording.unit_name(shown, own, first.unit or "units")
    return many if first.unit == "year" else f"{many} {every}".strip()


def hint(known: Material, dial: Dial, lines: Lines) -> str:
    """Return what the case itself has, with its own range, and which lines the number moves."""
    return " ".join(_hints(known, dial, lines))


def _hints(known: Material, dial: Dial, lines: Lines) -> Iterator[str]:
    first, stated = lines[dial.lines[0]], dial.stated
    if stated:
        yield f"In the case: {_number(known, dial, lines, stated.central)}."
        yield from _range(known, dial, lines, stated)
    elif first.total_claimed < 0:
        yield "A loss, which counts against the benefits."
    else:
        yield "The case has another number in each year; all change in proportion."
    if len(dial.lines) > 1 or (dial.is_price and dial.key.startswith("unit-values.")):
        yield f"Used for: {'; '.join(lines[name].label for name in dial.lines)}."
    if dial.is_price and first.price_by_year:
        yield "This is the price of year 0; those of later years change in proportion."
    if dial.is_price and any(lines[name].from_ledger for name in dial.lines):
        yield "Years that the ledger has in full keep what was paid."


def _number(known: Material, dial: Dial, lines: Lines, value: float) -> str:
    text = known.price(round(value, 2)) if _is_money(dial, lines) else wording.rounded(value)
    vintage = known.appraisal.vintage
    year = f", in {vintage.price_year} prices" if vintage and _is_money(dial, lines) else ""
    return f"{text} {unit(known, dial, lines, text)}{year}"


def _range(known: Material, dial: Dial, lines: Lines, stated: Range) -> Iterator[str]:
    if stated.is_certain:
        return
    is_money = _is_money(dial, lines)
    ends = (
        known.price(round(end, 2)) if is_money else wording.rounded(end)
        for end in (stated.low, stated.high)
    )
    middle = ", of which it takes the midpoint" if stated.is_midpoint else ""
    yield f"The case’s own range: {wording.span(*ends)}{middle}."


def _is_money(dial: Dial, lines: Lines) -> bool:
    return dial.is_price or lines[dial.lines[0]].quantity is None
