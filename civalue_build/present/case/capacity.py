"""Capacity in the units that services are run by: bed days, hours, appointments."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Operational
from civalue_build.model.enums import Claim, Kind
from civalue_build.model.lines import BenefitLine, Harvest
from civalue_build.model.reference import Unit
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.lenses import Point
from civalue_build.present.views import Cell, Column, Fact, Row, Table

_AHEAD = {
    Claim.PLANNED: "to be freed in all, as planned",
    Claim.FORECAST: "freed in all, as forecast",
}
"""What is said of capacity that nobody has yet measured as freed."""


def capacity_table(known: Material) -> Table | None:
    """Return what was freed by year and in all; none where one year says it all, or nothing is."""
    items = known.appraisal.operational
    years = range(max((len(item.by_year) for item in items), default=0))
    if len(years) < 2:
        return None
    return Table(
        stacked=True,
        id="capacity-table",
        caption="Capacity freed, after the share due to this work",
        columns=(
            Column(text="What"),
            *(Column(text=f"Year {year}", numeric=True) for year in years),
            Column(text="In all", numeric=True),
        ),
        rows=tuple(Row(cells=tuple(_cells(known, item))) for item in items),
        note="Year 0 is the first 12 months. These are plain sums, not discounted.",
    )


def capacity_lead(known: Material) -> str:
    """Return what the totals are: freed, or as far as it is known only planned or forecast."""
    units = {item.unit for item in known.appraisal.operational}
    freed = [line for line in known.appraisal.lines if line.kind and line.unit in units]
    claims = {line.claim or Claim.PLANNED for line in freed}
    words = _AHEAD.get(max(claims, key=list(Claim).index, default=Claim.MEASURED), "freed in all")
    return f"{wording.capital(words)}, after the share due to this work:"


def capacity_totals(known: Material) -> tuple[Point, ...]:
    """Return each total in words: `410 bed days`, with beds a year as small print."""
    return tuple(_total(known, item) for item in known.appraisal.operational)


def _total(known: Material, item: Operational) -> Point:
    unit = known.framework.units.get(item.unit)
    years = sum(amount != 0 for amount in item.by_year)
    note = _shown_as(unit, item.total / years) if years else ""
    each = "in one year" if years == 1 else f"on average, over {years} years"
    return Point(
        text=wording.quantity(item.total, unit, item.unit), note=f"{note} {each}" if note else ""
    )


def capacity_uses(known: Material) -> tuple[Fact, ...]:
    """Return what was decided about each thing that was freed, and what its best next use is.

    Of released capacity both are always said, even that they are not stated.
    """
    return tuple(
        Fact(
            term=line.label,
            value=wording.capital(wording.label(line.harvest.decision if line.harvest else None)),
            note=wording.sentence(harvest_note(line.harvest, is_freed=_is_freed(known, line))),
        )
        for line in known.case.benefits or ()
        if line.harvest or _is_freed(known, line)
    )


def harvest_note(harvest: Harvest | None, *, is_freed: bool = False) -> str:
    """Return the best next use of what was freed, and who decided on it.

    Of released capacity (`is_freed`) it says so where no next use is stated.
    """
    use = (harvest and harvest.best_next_use) or ("not stated" if is_freed else "")
    parts = (
        use and f"best next use: {use}",
        harvest and harvest.decided_by and f"decided by: {harvest.decided_by}",
    )
    return "; ".join(part for part in parts if part)


def _is_freed(known: Material, line: BenefitLine) -> bool:
    """Whether a line released capacity, rather than took it up."""
    values = (value for value in known.appraisal.lines if value.id == line.id)
    return line.kind is Kind.RELEASED_CAPACITY and all(v.total_claimed >= 0 for v in values)


def _cells(known: Material, item: Operational) -> Iterator[Cell]:
    unit = known.framework.units.get(item.unit)
    title = unit.title if unit else wording.plain(item.unit)
    yield Cell(text=wording.capital(title))
    for amount in item.by_year:
        yield Cell(text=_number(amount), note=_shown_as(unit, amount))
    yield Cell(text=_number(item.total))


def _shown_as(unit: Unit | None, amount: float) -> str:
    if unit is None or unit.shown_as is None or amount == 0:
        return ""
    return f"{wording.number(amount / unit.shown_as.divide_by, 1)} {unit.shown_as.unit}"


def _number(amount: float) -> str:
    return wording.exact(round(amount, 1))
