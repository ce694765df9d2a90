"""Health effects have discount rates of their own."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level, Stream
from civalue_build.model.reference import DatedValue
from civalue_build.model.subject import Subject


@rule(code="CV2042", level=Level.GAP)
def health_discounted_as_money(subject: Subject) -> Iterator[Fault]:
    """Price of a health effect that is discounted as money.

    The framework discounts the unit at the rate for health effects. A price of the case's own
    follows the rate for money unless it says `stream: health`. Where a source discounts health as
    money on purpose, waive this with that reason.

    *Fails:* at benefits.0.unit_value.stream

        record: from-published-sources
        benefits:
          - id: quality-of-life
            label: Quality of life not lost to wounds
            kind: health
            gained_by: self
            quantity: 1.1
            unit: qaly
            unit_value: {amount: 20000, price_year: 2023/24, source: audit}
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
    for path, line in placed_benefits(subject.case):
        price = line.unit_value
        if price is None or price.id or price.stream is Stream.HEALTH:
            continue
        entries = tuple(_entries(line.unit, subject))
        if entries and all(entry.stream is Stream.HEALTH for entry in entries):
            yield (
                (*path, "unit_value", "stream"),
                f"“{line.label}” is an effect on health, and it is discounted as money",
            )


def _entries(unit: str | None, subject: Subject) -> Iterator[DatedValue]:
    for value in subject.framework.unit_values.values():
        if value.unit == unit:
            yield from value.values
