"""The same edit made to a case, and to its workbook."""

import io
from dataclasses import replace
from typing import Any

from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, Line, UnitPrice
from civalue_build.model.reference import Band, DiscountSchedule
from tests.present.workbook.office import formulas


def book_with(book: bytes, key: str, value: float) -> bytes:
    """Return a workbook in which somebody wrote over the value of one input."""
    found = formulas(book)
    sheet = found["Inputs"]
    (row,) = [cells[0].row for cells in sheet.iter_rows(min_row=5) if cells[-1].value == key]
    sheet.cell(row, 2, value)
    return _saved(found)


def book_at_rate(book: bytes, rate: float, *, health: bool = False) -> bytes:
    """Return a workbook in which somebody wrote a discount rate of their own."""
    found = formulas(book)
    name = "own_rate_health" if health else "own_rate_money"
    ((sheet, cell),) = found.defined_names[name].destinations
    found[sheet][cell.replace("$", "")] = rate
    return _saved(found)


def _saved(book: Any) -> bytes:
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def case_with(case: Case, key: str, value: float) -> Case:
    """Return a case in which one of its own numbers is another."""
    head, _, rest = key.partition(".")
    if head == "volumes":
        return replace(case, volumes={**case.volumes, rest: _at(case.volumes[rest], value)})
    name, _, what = rest.partition(".")
    lines = tuple(
        _line_with(line, what, value) if line.id == name else line for line in getattr(case, head)
    )
    changes: dict[str, Any] = {head: lines}
    return replace(case, **changes)


def _line_with(line: Line, what: str, value: float) -> Line:
    if what.startswith("years."):
        year = int(what.removeprefix("years."))
        items = tuple(
            replace(item, value=_at(item.value, value)) if item.year == year else item
            for item in line.years.by_year
        )
        return replace(line, years=replace(line.years, by_year=items))
    if what == "unit_value":
        assert isinstance(line.unit_value, UnitPrice)
        price = replace(line.unit_value, amount=_at(line.unit_value.amount, value))
        return replace(line, unit_value=price)
    if what == "quantity" and isinstance(line, BenefitLine) and line.from_measure:
        return replace(line, from_measure=None, quantity=Estimate(central=value))
    changes: dict[str, Any] = {what: _at(getattr(line, what), value)}
    return replace(line, **changes)


def _at(estimate: Estimate | None, value: float) -> Estimate:
    if estimate and estimate.total is not None:
        return replace(estimate, total=value * len(tuple(estimate.over or ())))
    return replace(estimate, central=value) if estimate else Estimate(central=value)


def framework_with(framework: Framework, name: str, factor: float) -> Framework:
    """Return a framework in which every entry of a unit value is so many times what it was."""
    old = framework.unit_values[name]
    entries = tuple(replace(entry, value=_times(entry.value, factor)) for entry in old.values)
    values = {**framework.unit_values, name: replace(old, values=entries)}
    return replace(framework, unit_values=values)


def _times(estimate: Estimate, factor: float) -> Estimate:
    assert estimate.range
    return replace(estimate, central=estimate.range.central * factor)


def framework_at_rate(framework: Framework, name: str, rate: float, *, health: bool) -> Framework:
    """Return a framework in which a schedule has one rate for all years of a stream."""
    old = framework.schedules[name]
    changes: dict[str, Any] = {"health" if health else "money": (Band(first=0, rate=rate),)}
    new: DiscountSchedule = replace(old, **changes)
    return replace(framework, schedules={**framework.schedules, name: new})
