"""Costs are what the work takes."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_estimates, placed_lines
from civalue_build.check.rule import Fault, rule
from civalue_build.model.appraisal import LineValue
from civalue_build.model.case import Case
from civalue_build.model.enums import Level, Side
from civalue_build.model.estimate import Estimate
from civalue_build.model.lines import CostLine
from civalue_build.model.place import FILES, KeyPath
from civalue_build.model.subject import Subject


@rule(code="CV079", level=Level.ERROR)
def cost_below_zero(subject: Subject) -> Iterator[Fault]:
    """Cost comes to less than nothing.

    A cost is never negative, also where its number comes from a shared volume or from the actual
    amounts of the ledger. What the work saves is a benefit, with a kind and somebody who gains.

    *Fails:* at costs.0.quantity

        volumes: {hours: -800}
        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: hours
            unit: hour
            unit_value: nurse-band-7-hour
            years: 0-1
            grade: 2
            source: accounts
        printed: []

    *Passes:*

        volumes: {hours: 800}
        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: hours
            unit: hour
            unit_value: nurse-band-7-hour
            years: 0-1
            grade: 2
            source: accounts
    """
    case = subject.case
    values = {line.id: line for line in subject.appraisal.lines if line.side is Side.COST}
    for path, line in placed_lines(case):
        if not isinstance(line, CostLine):
            continue
        message = f"the cost “{line.label}” is below zero; make it a benefit"
        shared = [at for at, number in placed_estimates(path, line) if _is_negative(number, case)]
        for at in shared:
            yield at, message
        if not shared and (year := _year_below_zero(values.get(line.id))) is not None:
            yield _booked(path, year, line, values[line.id], case), message


def _is_negative(estimate: Estimate, case: Case) -> bool:
    volume = case.volumes.get(estimate.volume) if estimate.volume else None
    return bool(volume and volume.range and volume.range.low < 0)


def _year_below_zero(value: LineValue | None) -> int | None:
    found = (item.year for item in value.by_year if item.gross < 0) if value else iter(())
    return next(found, None)


def _booked(path: KeyPath, year: int, line: CostLine, value: LineValue, case: Case) -> KeyPath:
    """Return the row of the ledger that takes money off a line, or else the line."""
    rows = (e.row for e in case.entries if e.line == line.id and (e.actual or 0) < 0)
    row = next(rows, None)
    if case.ledger is None or row is None or year not in value.from_ledger:
        return path
    return (FILES, case.ledger, row, 1)
