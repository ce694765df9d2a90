"""Every unit value with its history, its sources and the cases that use it."""

from collections.abc import Iterable, Iterator, Mapping

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework
from civalue_build.model.record import record
from civalue_build.model.reference import DatedValue, UnitValue
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import CASES, UNIT_VALUES, UNITS, relative
from civalue_build.present.library.base import Library, draw, natural, ways
from civalue_build.present.library.views import (
    CHECKED,
    CaseList,
    case_list,
    prose_link,
    source_cell,
)
from civalue_build.present.views import Cell, Column, Link, Row, Table

OVERVIEW = (
    Column(text="Value of one"),
    Column(text="Amount", numeric=True),
)
FAMILIES = (
    ("beds", "Days in a bed", ("bed-day", "critical-care-day")),
    ("staff", "Staff time", ("hour", "wte", "post", "shift")),
    ("visits", "Appointments, contacts and attendances", ("appointment", "contact", "attendance")),
    ("stays", "Stays, treatments and tests",
     ("admission", "day-case", "dialysis-session", "theatre-session", "theatre-hour", "test",
      "patient", "prescription")),
    ("ambulances", "Ambulances and journeys",
     ("ambulance-incident", "ambulance-hour", "journey", "mile")),
    ("harm", "Harm that did not happen", ("ulcer", "fall", "fracture", "infection", "incident")),
    ("health", "Health and wellbeing", ("qaly", "wellby", "life")),
)  # fmt: skip
"""Groups of units in the order of the page; a unit in none of them stands under `OTHERS`."""

OTHERS = ("others", "Other values")
HISTORY = (
    Column(text="In force from"),
    Column(text="Amount", numeric=True),
    Column(text="Price year"),
    Column(text="What sort of price"),
    Column(text="Source"),
)


@record
class ValueView:
    """One unit value: its entries oldest first, and the cases that use it."""

    anchor: str
    title: str
    worth: str
    unit: Link
    history: Table
    notes: tuple[str, ...]
    cases: CaseList | None


@record
class Family:
    """Values of like units: one table to scan, then what lies behind each value."""

    anchor: str
    heading: str
    table: Table
    values: tuple[ValueView, ...]


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of unit values."""
    values = dict(sorted(library.framework.unit_values.items(), key=_by_title))
    yield draw(
        UNIT_VALUES,
        "library_unit_values.html",
        title="Unit values",
        lead="What one bed day, one hour or one appointment is worth in these pages, and who "
        "says so.",
        onward=ways(
            UNIT_VALUES,
            prose_link(
                library.framework, "methods/price-base", "See how prices of old years are used"
            ),
            prose_link(library.framework, "contribute/index", "Propose a correction"),
            Link(text="Read the cases", href=CASES),
        ),
        checked=_checked(values.values()),
        families=tuple(_families(library, values)),
    )


def _families(library: Library, values: Mapping[str, UnitValue]) -> Iterator[Family]:
    groups: dict[tuple[str, str], dict[str, UnitValue]] = {
        head: {} for head in (*((a, heading) for a, heading, _ in FAMILIES), OTHERS)
    }
    for key, value in values.items():
        groups[_family_of(value)][key] = value
    for (anchor, heading), members in groups.items():
        if members:
            yield Family(
                anchor=anchor,
                heading=heading,
                table=_overview(library.framework, f"{anchor}-table", heading, members),
                values=tuple(_value(library, key, value) for key, value in members.items()),
            )


def _family_of(value: UnitValue) -> tuple[str, str]:
    found = ((anchor, heading) for anchor, heading, units in FAMILIES if value.unit in units)
    return next(found, OTHERS)


def _by_title(item: tuple[str, UnitValue]) -> tuple[object, ...]:
    return natural(item[1].title), item[0]


def _checked(values: Iterable[UnitValue]) -> str:
    """Return how many entries a person has compared with their sources."""
    entries = [entry for value in values for entry in value.values]
    done = sum(entry.source.checked for entry in entries)
    return (
        f"A person has compared {wording.number(done)} of "
        f"{wording.counted(len(entries), 'entry', 'entries')} with its source."
    )


def _overview(
    framework: Framework, name: str, heading: str, values: Mapping[str, UnitValue]
) -> Table:
    return Table(
        id=name,
        caption=f"{heading}: what one is worth",
        caption_hidden=True,
        columns=OVERVIEW,
        rows=tuple(_summary(framework, key, value) for key, value in values.items()),
    )


def _summary(framework: Framework, key: str, value: UnitValue) -> Row:
    """Return a value in one row. Where it depends on the date, its own table says how."""
    entries = value.values
    years = dict.fromkeys(entry.price_year.label for entry in entries)
    note = f"one {_unit(framework, value)}, {wording.listed(years)} prices"
    checked = all(entry.source.checked for entry in entries)
    return Row(
        cells=(
            Cell(text=value.title, href=f"#{key}", tags=(CHECKED,) if checked else ()),
            Cell(text=_worth(value), note=note, empty=len(entries) > 1),
        )
    )


def _worth(value: UnitValue) -> str:
    entries = value.values
    return amount(entries[0]) if len(entries) == 1 else f"{len(entries)} entries, by date"


def _unit(framework: Framework, value: UnitValue) -> str:
    unit = framework.units.get(value.unit)
    return unit.singular if unit else wording.plain(value.unit)


def _value(library: Library, key: str, value: UnitValue) -> ValueView:
    entries = sorted(value.values, key=lambda entry: entry.from_date.first_day)
    used: list[CaseCard] = [card for card in library.cards if key in card.unit_values]
    notes = dict.fromkeys(entry.note for entry in entries if entry.note)
    unit = _unit(library.framework, value)
    return ValueView(
        anchor=key,
        title=value.title,
        worth=f"{_worth(value)} for one {unit}",
        unit=Link(text=unit, href=relative(UNIT_VALUES, f"{UNITS}#{value.unit}")),
        history=Table(
            id=f"{key}-history",
            caption=f"{value.title}, for one {unit}",
            columns=HISTORY,
            stacked=True,
            rows=tuple(map(_entry, entries)),
        ),
        notes=tuple(notes),
        cases=case_list(UNIT_VALUES, used),
    )


def _entry(entry: DatedValue) -> Row:
    stream = wording.label(entry.stream)
    return Row(
        cells=(
            Cell(text=wording.date(entry.from_date)),
            Cell(text=amount(entry)),
            Cell(text=entry.price_year.label),
            Cell(text=wording.capital(wording.label(entry.basis)), note=f"discounted as {stream}"),
            source_cell(entry.source),
        )
    )


def amount(entry: DatedValue) -> str:
    """Return an amount as its source gives it, with its range where there is one."""
    spread = entry.value.range
    if spread is None:
        return "not stated"
    middle = wording.price(spread.central)
    if spread.is_certain:
        return middle
    ends = wording.span(wording.price(spread.low), wording.price(spread.high))
    return f"{ends}, midpoint {middle}" if spread.is_midpoint else f"{middle} ({ends})"
