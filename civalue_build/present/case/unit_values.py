"""The unit values of the framework that a case uses."""

from civalue_build.model.lines import Line
from civalue_build.model.reference import DatedValue
from civalue_build.present import wording
from civalue_build.present.addresses import UNIT_VALUES
from civalue_build.present.case.base import Material
from civalue_build.present.library.views import checked_tag
from civalue_build.present.views import Cell, Column, Row, Table


def entry(known: Material, line: Line) -> DatedValue | None:
    """Return the entry of the framework that prices a line, if it names one."""
    price = line.unit_value
    value = known.framework.unit_values.get(price.id or "") if price else None
    return known.case.entry_of(value) if value else None


def unit_values_table(known: Material) -> Table | None:
    """Return each value of the framework that prices a line; none where no line names one."""
    used = {line.unit_value.id: line for line in known.case.lines if line.unit_value}
    rows = tuple(
        _unit_value(known, identifier, found)
        for identifier, line in sorted(used.items(), key=lambda item: item[0] or "")
        if identifier and (found := entry(known, line))
    )
    if not rows:
        return None
    return Table(
        stacked=True,
        id="unit-values",
        caption="Unit values of the framework used here",
        columns=(
            Column(text="Unit value"),
            Column(text="Value", numeric=True),
            Column(text="Source"),
        ),
        rows=rows,
    )


def _unit_value(known: Material, identifier: str, found: DatedValue) -> Row:
    value = found.value.range
    shown = known.price(value.central) if value else "not stated"
    ends = wording.ends(value, known.price) if value else ""
    notes = (ends, f"{found.price_year.label} prices")
    tag = checked_tag(found.source.checked)
    return Row(
        cells=(
            Cell(
                text=known.framework.unit_values[identifier].title,
                href=known.to(f"{UNIT_VALUES}#{identifier}"),
                note=wording.capital(wording.label(found.basis)),
            ),
            Cell(text=shown, note=", ".join(filter(None, notes))),
            Cell(text=found.source.title, note=found.source.publisher or "", tags=(tag,)),
        )
    )
