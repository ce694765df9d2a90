"""An average price is no cash."""

from collections.abc import Iterator

from civalue_build.check.lines import is_loss, placed_benefits
from civalue_build.check.prices import basis_of, rebased, values_of_unit
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Basis, Kind, Level
from civalue_build.model.lines import BenefitLine
from civalue_build.model.subject import Subject


@rule(code="CV2013", level=Level.ADVICE)
def average_price_called_cash(subject: Subject) -> Iterator[Fault]:
    """Cash is claimed at an average price.

    One bed day fewer does not cut a budget by the average cost of a bed day: staff and building
    are still paid for. Cash takes a marginal price, or another kind of benefit is meant.

    *Fails:* at benefits.0.unit_value

        record: from-published-sources
        benefits:
          - id: bed-days
            label: Bed days no longer needed
            kind: cash-releasing
            gained_by: self
            quantity: 400
            unit: bed-day
            unit_value: bed-day
            years: 0-1
            grade: 3
            source: audit

    *Passes:*

        record: from-published-sources
        benefits:
          - id: bed-days
            label: Food and linen of bed days no longer needed
            kind: cash-releasing
            gained_by: self
            quantity: 400
            unit: bed-day
            unit_value: {amount: 21, price_year: 2023/24, source: accounts, basis: marginal}
            years: 0-1
            grade: 3
            source: audit
    """
    for path, line in placed_benefits(subject.case):
        if line.kind is not Kind.CASH_RELEASING or line.unit_value is None or is_loss(line):
            continue
        if basis_of(line.unit_value, subject) is Basis.AVERAGE:
            yield (*path, "unit_value"), f"“{line.label}” is called cash at an average price"
        elif _is_like_an_average(line, subject):
            what = "a price as high as an average, and it does not say that it is marginal"
            yield (*path, "unit_value"), f"“{line.label}” is called cash at {what}"


def _is_like_an_average(line: BenefitLine, subject: Subject) -> bool:
    """Whether a price of the case’s own says no basis, and is as high as an average of its unit."""
    price = line.unit_value
    number = price.amount.range if price and price.amount else None
    if price is None or number is None or basis_of(price, subject) is not None:
        return False
    year = price.price_year or line.price_year
    entries = (x for x in values_of_unit(line.unit, subject) if x[0].basis is Basis.AVERAGE)
    averages = [rebased(end, entry.price_year, year, subject) for entry, end in entries]
    return bool(averages) and number.central >= min(averages)
