"""Principle 4: the common part of the definition."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.estimate import Estimate
from civalue_build.model.lines import BenefitLine
from civalue_build.model.subject import Subject


@rule(code="CV401", level=Level.GAP, principle="common-definition", evidence=True)
def no_benefit_of_a_common_kind(subject: Subject) -> Iterator[Fault]:
    """No benefit is stated in one of the common kinds.

    A common definition lets two cases be read side by side. At least one benefit line says its
    kind, and gives its amount or says openly that it is not stated.

    *Fails:* at benefits

        benefits: []
        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: council
            quantity: 800
            unit: hour
            unit_value: nurse-band-7-hour
            years: 0-1
            grade: 2
            source: accounts
        printed: []

    *Passes:*

        benefits:
          - id: wounds
            label: Fewer painful wounds
            kind: health
            gained_by: council
            amount: not-stated
            years: 0
            attribution: 1
            grade: 4
            source: audit
    """
    if not any(_is_open(line) for line in subject.case.benefits or ()):
        yield ("benefits",), "no benefit line says what kind of value the work brings"


def _is_open(line: BenefitLine) -> bool:
    stated: tuple[Estimate | None, ...] = (line.amount, line.quantity)
    return any(stated) or line.from_measure is not None or bool(line.years.by_year)
