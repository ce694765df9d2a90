"""An average price is no cash."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_benefits
from civalue_build.check.prices import basis_of
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Basis, Kind, Level
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
        price = line.unit_value
        if price and line.kind is Kind.CASH_RELEASING and basis_of(price, subject) is Basis.AVERAGE:
            yield (*path, "unit_value"), f"“{line.label}” is called cash at an average price"
