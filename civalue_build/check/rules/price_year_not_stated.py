"""Money is of a year."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.prices import without_a_year
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2025", level=Level.GAP)
def price_year_not_stated(subject: Subject) -> Iterator[Fault]:
    """Nothing says in prices of which year an amount is.

    A pound of ten years ago bought more than one of today. Without a year the amount is taken to be
    in prices of the case's own year, which may be wrong. A `price_year` on the line also serves for
    the price of its unit.

    *Fails:* at costs.0.price_year

        costs:
          - id: kit
            label: Lamps and mirrors
            type: direct
            paid_by: self
            amount: 40000
            years: 0
            grade: 2
            source: accounts
        printed: []

    *Passes:*

        costs:
          - id: kit
            label: Lamps and mirrors
            type: direct
            paid_by: self
            amount: 40000
            price_year: 2022/23
            years: 0
            grade: 2
            source: accounts
        printed: []
    """
    for path, line in placed_lines(subject.case):
        if missing := without_a_year(line):
            told = "states no price year, so the case's own is taken"
            yield (*path, *missing), f"“{line.label}” {told}"
