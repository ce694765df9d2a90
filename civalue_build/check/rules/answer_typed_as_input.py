"""A figure is tested against its inputs, not against itself."""

from collections.abc import Iterator

from civalue_build.check.figures import close
from civalue_build.check.lines import placed_lines
from civalue_build.check.rule import Fault, rule
from civalue_build.model.case import Printed
from civalue_build.model.enums import Level, PrintedOf, Reproduces
from civalue_build.model.lines import BenefitLine, Line
from civalue_build.model.subject import Subject


@rule(code="CV2005", level=Level.ERROR)
def answer_typed_as_input(subject: Subject) -> Iterator[Fault]:
    """Total is typed in as the line that it is tested against.

    A total that is typed as a bare amount, or as one unit at that price, reproduces itself and
    shows nothing. State the quantity and the price of one, or say that the figure's inputs are not
    stated.

    *Fails:* at costs.0.amount

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            amount: 96000
            price_year: 2023/24
            years: 0
            grade: 2
            source: accounts

    *Passes:*

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            amount: 96000
            price_year: 2023/24
            years: 0
            grade: 2
            source: accounts
        printed: []
    """
    totals = {line.id: line.total_claimed for line in subject.appraisal.lines if not line.undefined}
    tested = [p for p in subject.case.printed if p.reproduces is Reproduces.FULLY]
    for path, line in placed_lines(subject.case):
        total = totals.get(line.id) if _is_bare(line) else None
        for item in tested:
            if _is_tested(line, item) and _is_total(item, total):
                key = "amount" if line.amount else "quantity"
                yield (*path, key), f"“{line.label}” is the printed “{item.label}” itself"


def _is_bare(line: Line) -> bool:
    """Whether a line is one amount, also where it is dressed as one unit at that price."""
    if line.amount:
        return not line.unit_value
    price = line.unit_value
    once = line.quantity is not None and line.quantity.central == 1
    return once and price is not None and price.amount is not None


def _is_total(item: Printed, total: float | None) -> bool:
    return item.value is not None and close(item.value, total, item.to_nearest)


def _is_tested(line: Line, item: Printed) -> bool:
    if item.of is PrintedOf.LINES:
        return line.id in item.lines
    side = PrintedOf.BENEFITS if isinstance(line, BenefitLine) else PrintedOf.COSTS
    return item.of is side
