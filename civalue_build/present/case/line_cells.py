"""The numbers of one line in its row: quantity, price, and the share that is claimed."""

from collections.abc import Callable, Iterator

from civalue_build.model.appraisal import LineValue
from civalue_build.model.estimate import Estimate
from civalue_build.model.lines import Line
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.views import Cell

OWN_PRICES = "the case’s own prices"
"""What an amount without a price year is taken to be in."""


def quantity_cell(known: Material, line: LineValue, stated: Line) -> Cell:
    """Return the quantity of one year with its ends and unit, or the amount in its place."""
    if line.quantity is None:
        return _no_quantity(known, line, stated)
    shown = wording.rounded(line.quantity.central)
    unit = known.framework.units.get(line.unit or "")
    ends = wording.ends(line.quantity, wording.rounded)
    name = wording.unit_name(shown, unit, line.unit or "")
    note = " ".join(filter(None, (ends and f"({ends})", name)))
    total = total_in_words(known, stated.quantity, wording.exact)
    return Cell(text=shown, note=", ".join(filter(None, (note, total))))


def price_cell(known: Material, line: LineValue) -> Cell:
    """Return the price of one unit, its ends, its price year and the way to the case's prices."""
    basis = (_price_year(line), _factor(known, line))
    if line.price is None:
        note = ", ".join(filter(None, basis))
        text = "not stated" if line.undefined else "no unit price"
        return Cell(text=text, note=note, empty=True)
    notes = (wording.ends(line.price, known.price), *basis, *later_prices(known, line))
    return Cell(text=known.price(line.price.central), note=", ".join(filter(None, notes)))


def later_prices(known: Material, line: LineValue) -> Iterator[str]:
    """Say what one costs in each year in which it is not the price of year 0."""
    for year, price in line.price_by_year:
        if line.price is None or price != line.price.central:
            yield f"{known.price(price)} in year {year}"


def share_cell(line: LineValue) -> Cell:
    """Return the share of a line that is claimed in its first year."""
    share = 1.0
    for item in line.shares:
        if item.name == "attribution":
            share *= item.value
        elif item.name in ("deadweight", "displacement"):
            share *= 1 - item.value
    return Cell(text=wording.percent(share), note=_drop(line))


def spread(known: Material, estimate: Estimate | None, show: Callable[[float], str]) -> str:
    """Return a number that has ends, or is a part of a total, in words; empty for all others."""
    number = known.range(estimate)
    if number is None:
        return ""
    ends = wording.ends(number, show)
    return f"{show(number.central)} ({ends})" if ends else total_in_words(known, estimate, show)


def total_in_words(known: Material, estimate: Estimate | None, show: Callable[[float], str]) -> str:
    """Return a source's total that was spread over years; empty where none was."""
    found = known.estimate(estimate)
    if found is None or found.total is None or found.over is None:
        return ""
    years = wording.years(found.over)
    return f"a total of {show(found.total)} over {years}, spread evenly"


def _no_quantity(known: Material, line: LineValue, stated: Line) -> Cell:
    if line.undefined:
        return Cell(text="not stated", empty=True)
    text = "see its working" if line.price else "an amount of money"
    return Cell(text=text, note=spread(known, stated.amount, known.price), empty=True)


def _price_year(line: LineValue) -> str:
    if line.undefined:
        return ""
    return f"{line.price_year} prices" if line.price_year else OWN_PRICES


def _factor(known: Material, line: LineValue) -> str:
    if line.price_factor == 1 or known.appraisal.vintage is None:
        return ""
    factor = wording.exact(round(line.price_factor, 4))
    return f"× {factor} to {known.appraisal.vintage.price_year}"


def _drop(line: LineValue) -> str:
    shares = {share.name: share for share in line.shares}
    lost = shares["drop_off"].value if "drop_off" in shares else 0.0
    notes = (
        "" if all(s.stated for s in shares.values() if s.name == "attribution") else "not stated",
        f"less {wording.percent(lost)} each later year" if lost else "",
    )
    return "; ".join(note for note in notes if note)
