"""The framework's prices are in pounds."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.prices import foreign_currency, value_of
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2023", level=Level.ERROR)
def unit_value_of_another_currency(subject: Subject) -> Iterator[Fault]:
    """Price in pounds stands in a case of another currency.

    The unit values of the framework are in pounds sterling. Nothing is ever converted, so a case
    in another currency needs prices of its own, in that currency.

    *Fails:* at costs.0.unit_value

        record: from-published-sources
        appraisal: {currency: EUR, price_index: none}
        benefits: []

    *Passes:*

        record: from-published-sources
        appraisal: {currency: EUR, price_index: none}
        benefits: []
        printed: []
        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: 800
            unit: hour
            unit_value: {amount: 52, price_year: 2023/24, source: accounts}
            years: 0-1
            grade: 2
            source: accounts
    """
    currency = foreign_currency(subject)
    for path, line in placed_lines(subject.case) if currency else ():
        if value := value_of(line, subject):
            told = f"“{value.title}” is in pounds, and the case is in {currency}"
            yield (*path, "unit_value"), f"{told}; state a price of your own"
