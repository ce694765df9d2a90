"""Health and wider value are society's alone."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.prices import basis_of, entry_of, value_of
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Basis, Level, Step, Stream
from civalue_build.model.lines import BenefitLine, Line
from civalue_build.model.subject import Subject


@rule(code="CV2041", level=Level.ERROR)
def health_counted_as_money(subject: Subject) -> Iterator[Fault]:
    """Value of health counted as money of the NHS.

    The value of a year of life, of wellbeing or of carbon is no price that a budget pays or
    saves. A line at such a value is a benefit of kind `health`, `experience` or `wider`, which
    society alone counts. What gets worse is such a benefit below zero, and no cost.

    *Fails:* at benefits.0.unit_value

        record: from-published-sources
        benefits:
          - id: quality-of-life
            label: Quality of life not lost to wounds
            kind: cost-avoided
            gained_by: self
            quantity: 1.1
            unit: qaly
            unit_value: {amount: 20000, price_year: 2023/24, source: audit, stream: health}
            years: 0-1
            grade: 5
            source: audit

    *Passes:*

        record: from-published-sources
        benefits:
          - id: quality-of-life
            label: Quality of life not lost to wounds
            kind: health
            gained_by: self
            quantity: 1.1
            unit: qaly
            unit_value: {amount: 20000, price_year: 2023/24, source: audit, stream: health}
            years: 0-1
            grade: 5
            source: audit
    """
    for path, line in placed_lines(subject.case):
        if not _is_of_society(line) and _is_no_price(line, subject):
            yield (
                (*path, "unit_value"),
                f"“{line.label}” is counted as money, at a value that only society counts",
            )


def _is_of_society(line: Line) -> bool:
    return isinstance(line, BenefitLine) and line.kind.step is Step.SOCIETY


def _is_no_price(line: Line, subject: Subject) -> bool:
    """Whether a line is priced at what something is worth to people, and nobody pays."""
    price, value = line.unit_value, value_of(line, subject)
    if price is None:
        return False
    unit = subject.framework.units.get((value.unit if value else line.unit) or "")
    entry = entry_of(price, subject)
    stream = entry.stream if entry else price.stream
    is_worth = basis_of(price, subject) is Basis.WILLINGNESS_TO_PAY or stream is Stream.HEALTH
    return is_worth or bool(unit and unit.society_only)
