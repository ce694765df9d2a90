"""Pages of numbers: discount schedules, price indices, thresholds, units."""

from collections.abc import Iterable, Iterator, Mapping

from civalue_build.model.framework import Framework, Threshold
from civalue_build.model.reference import (
    Band,
    DiscountSchedule,
    PriceIndex,
    Unit,
)
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    DISCOUNTING,
    PRICE_INDICES,
    THRESHOLDS,
    UNITS,
)
from civalue_build.present.library.base import Library
from civalue_build.present.library.parts import part
from civalue_build.present.library.views import Section, TermView, source_cell
from civalue_build.present.views import Cell, Column, Row, Table


def pages(library: Library) -> Iterator[Page]:
    """Draw the pages of the numbers that cases are worked out with."""
    yield from _rates_and_prices(library.framework)
    yield from _limits_and_units(library.framework)


def _rates_and_prices(framework: Framework) -> Iterator[Page]:
    yield part(
        DISCOUNTING,
        "Discount schedules",
        "How much less an amount counts for each year that it lies ahead.",
        *(_schedule(key, item, framework) for key, item in framework.schedules.items()),
    )
    yield part(
        PRICE_INDICES,
        "Price indices",
        "What brings amounts from different years to the prices of one year.",
        *(_index(key, item) for key, item in framework.price_indices.items()),
    )


def _limits_and_units(framework: Framework) -> Iterator[Page]:
    yield part(
        THRESHOLDS,
        "Thresholds of the checks",
        "The numbers that checks compare with, and why they are what they are.",
        Section(terms=tuple(_threshold(item) for item in framework.thresholds.values())),
    )
    yield part(
        UNITS,
        "Units",
        "What is counted. Some units are operational currency: beds, hours and appointments that "
        "people in the NHS count every day.",
        *_units(framework),
    )


def _schedule(key: str, item: DiscountSchedule, framework: Framework) -> Section:
    used = " It is used where a case names none." if key == framework.default_discounting else ""
    return Section(
        anchor=key,
        heading=item.title,
        text=f"{item.note or ''}{used}".strip(),
        source=source_cell(item.source),
        tables=tuple(_rates(key, item)),
    )


def _rates(key: str, item: DiscountSchedule) -> Iterator[Table]:
    yield _bands(f"{key}-money", f"{item.title}: money, a year", item.money)
    if item.health:
        yield _bands(f"{key}-health", f"{item.title}: health effects, a year", item.health)


def _bands(identifier: str, caption: str, bands: Iterable[Band]) -> Table:
    return Table(
        id=identifier,
        caption=caption,
        columns=(Column(text="Years"), Column(text="Rate", numeric=True)),
        rows=tuple(
            Row(cells=(Cell(text=_years(band)), Cell(text=wording.percent(band.rate))))
            for band in bands
        ),
    )


def _years(band: Band) -> str:
    if band.last is None:
        return f"From year {band.first}"
    return f"Years {wording.span(str(band.first), str(band.last))}"


def _index(key: str, item: PriceIndex) -> Section:
    groups = (("financial", item.financial), ("calendar", item.calendar))
    return Section(
        anchor=key,
        heading=item.title,
        text=item.note or "",
        source=source_cell(item.source),
        tables=tuple(
            _levels(f"{key}-{name}", f"{item.title}: level by {name} year", levels)
            for name, levels in groups
            if levels
        ),
    )


def _levels(identifier: str, caption: str, levels: Mapping[str, float]) -> Table:
    places = max(len(wording.exact(level).partition(".")[2]) for level in levels.values())
    return Table(
        id=identifier,
        caption=caption,
        columns=(Column(text="Year"), Column(text="Level", numeric=True)),
        rows=tuple(
            Row(cells=(Cell(text=year), Cell(text=wording.number(level, places))))
            for year, level in sorted(levels.items())
        ),
    )


def _threshold(item: Threshold) -> TermView:
    return TermView(
        anchor=item.id,
        title=f"{wording.capital(wording.plain(item.id))}: {wording.exact(item.value)}",
        means=item.why,
        source=source_cell(item.source) if item.source else None,
    )


def _units(framework: Framework) -> Iterator[Section]:
    units = framework.units.values()
    groups = (
        ("operational", "Operational currency", [unit for unit in units if unit.operational]),
        ("other", "Other units", [unit for unit in units if not unit.operational]),
    )
    for anchor, heading, members in groups:
        if members:
            terms = tuple(_unit(unit) for unit in members)
            yield Section(anchor=f"{anchor}-units", heading=heading, terms=terms)


def _unit(unit: Unit) -> TermView:
    other = unit.shown_as
    size = wording.quantity(other.divide_by, unit) if other else ""
    return TermView(
        anchor=unit.id,
        title=wording.capital(unit.title),
        means=f"Also shown as {other.unit}, at {size} each." if other else "",
        note=f"In a case file: {unit.id}",
        source=source_cell(other.source) if other and other.source else None,
    )
