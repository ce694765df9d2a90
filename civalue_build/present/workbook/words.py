"""What each number of a case is called, in which unit it is, and who states it."""

from collections.abc import Iterator, Mapping

from civalue_build.model.estimate import Estimate, PriceYear
from civalue_build.model.gate import FromMeasureWorking
from civalue_build.model.lines import BenefitLine, Line
from civalue_build.model.record import record
from civalue_build.model.reference import DatedValue, UnitValue
from civalue_build.model.rests import LineRests, Rests
from civalue_build.present import wording
from civalue_build.present.case.base import Material

_By = Estimate | FromMeasureWorking | None
_WHAT = {"quantity": "quantity a year", "amount": "amount a year", "unit_value": "price of one"}


@record
class Told:
    """What is known of a number; `look` is how it is shown, `by` how the case states it."""

    label: str
    look: str
    unit: str = ""
    price_year: str = ""
    source: str = ""
    by: _By = None


def told(known: Material, rests: Rests) -> Mapping[str, Told]:
    """Return what is known of each number of a case, by its key."""
    found = {key: _volume(known, rests, key) for key in _keys(rests) if key.startswith("volumes.")}
    of_line = {item.line: item for item in rests.lines}
    for line in known.case.lines:
        own = of_line[line.id]
        found |= {key: told for key, told in _of_line(known, line, own) if key not in found}
    return found


def _keys(rests: Rests) -> Iterator[str]:
    yield from rests.inputs
    yield from rests.unstated


def _volume(known: Material, rests: Rests, key: str) -> Told:
    name = key.removeprefix("volumes.")
    users = [line.line for line in rests.lines if key in _used(line)]
    labels = {line.id: line.label for line in known.case.lines}
    shared = wording.listed(f"“{labels[user]}”" for user in users)
    is_share = any(key in line.shares.values() for line in rests.lines)
    return Told(
        label=f"Shared volume “{wording.plain(name)}”" + (f", used by {shared}" if shared else ""),
        look="share" if is_share else "quantity",
        by=known.case.volumes.get(name),
    )


def _used(line: LineRests) -> set[str | None]:
    return {*line.units.values(), *line.shares.values(), line.price}


def _of_line(known: Material, line: Line, own: LineRests) -> Iterator[tuple[str, Told]]:
    side = "benefits" if isinstance(line, BenefitLine) else "costs"
    source, year = known.source(line.source), _year(line.price_year)
    unit = _unit(known, line.unit)
    is_measured = isinstance(line, BenefitLine) and line.from_measure is not None
    counts = line.quantity is not None or line.unit_value is not None or is_measured
    look = "quantity" if counts else "money"

    def one(what: str, look: str, unit: str, by: _By) -> tuple[str, Told]:
        words = _WHAT.get(what) or wording.share(what)
        return f"{side}.{line.id}.{what}", Told(
            label=f"{line.label}: {words}",
            look=look,
            unit=unit,
            price_year=year if look == "money" else "",
            source=source,
            by=by,
        )

    money = f"{known.currency} a year"
    by = line.quantity or _measured(known, line)
    yield one("quantity", "quantity", f"{unit} a year" if unit else "", by)
    yield one("amount", "money", money, line.amount)
    for item in line.years.by_year:
        key, said = one(f"years.{item.year}", look, unit if counts else money, item.value)
        word = "quantity" if counts else "amount"
        yield key, _renamed(said, f"{line.label}: {word} of year {item.year}")
    for at in own.actuals:
        key, said = one(f"ledger.{at}", "money", money, None)
        yield key, _renamed(said, f"{line.label}: actual amount of year {at}, from the ledger")
    for name in own.shares:
        yield one(name, "share", "share of 1", getattr(line, name))
    if line.unit_value:
        yield _price(known, line, side)


def _measured(known: Material, line: Line) -> FromMeasureWorking | None:
    return next((w for w in known.appraisal.from_measures if w.line == line.id), None)


def _renamed(said: Told, label: str) -> Told:
    return Told(
        label=label,
        look=said.look,
        unit=said.unit,
        price_year=said.price_year,
        source=said.source,
        by=said.by,
    )


def _price(known: Material, line: Line, side: str) -> tuple[str, Told]:
    price = line.unit_value
    value = known.framework.unit_values.get((price and price.id) or "")
    entry = known.case.entry_of(value) if value else None
    if value and entry and price:
        return f"unit-values.{price.id}", _of_framework(known, value, entry)
    stated = price.amount if price else None
    unit = _unit(known, line.unit)
    key = f"unit-values.{price.id}" if price and price.id else f"{side}.{line.id}.unit_value"
    return key, Told(
        label=f"{line.label}: price of one",
        look="price",
        unit=f"{known.currency} per {unit}" if unit else known.currency,
        price_year=_year((price and price.price_year) or line.price_year),
        source=known.source((price and price.source) or line.source),
        by=stated,
    )


def _of_framework(known: Material, value: UnitValue, entry: DatedValue) -> Told:
    checked = "" if entry.source.checked else " (nobody has compared it with its source yet)"
    of_year = " (of year 0; later years keep their proportion to it)" if value.yearly else ""
    return Told(
        label=f"Unit value of the framework: {value.title}{of_year}",
        look="price",
        unit=f"{known.currency} per {_unit(known, value.unit)}",
        price_year=entry.price_year.label,
        source=f"{entry.source.title}{checked}",
        by=entry.value,
    )


def _unit(known: Material, name: str | None) -> str:
    unit = known.framework.units.get(name or "")
    return unit.singular if unit else wording.plain(name or "")


def _year(year: PriceYear | None) -> str:
    return year.label if year else ""
