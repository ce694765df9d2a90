"""What reproduces can be computed."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.appraisal import Reproduction, Undefined
from civalue_build.model.enums import Level, Reproduces
from civalue_build.model.subject import Subject


@rule(code="CV2027", level=Level.ERROR)
def printed_figure_cannot_be_computed(subject: Subject) -> Iterator[Fault]:
    """Figure is said to reproduce, and it cannot be computed.

    Nobody can say that a figure follows from inputs which the case does not hold. State them, or
    say `reproduces: not-stated`, and why under `because`.

    *Fails:* at printed.0

        printed:
          - label: Cost of the lead nurse
            value: 96000
            of: lines
            source: accounts
            reproduces: fully

    *Passes:*

        printed:
          - label: Cost of the work
            value: 97000
            of: lines
            lines: [nurse-lead, kit]
            source: accounts
            reproduces: fully
        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            quantity: 800
            unit: hour
            unit_value: nurse-band-7-hour
            years: 0-1
            grade: 2
            source: accounts
          - id: kit
            label: Lamps and mirrors
            type: direct
            paid_by: self
            amount: 1000
            price_year: 2023/24
            years: 0
            grade: 2
            source: accounts
    """
    computed = subject.appraisal.printed
    for at, item in enumerate(subject.case.printed):
        why = _why_not(computed[at]) if at < len(computed) else "no money is stated"
        if item.reproduces is Reproduces.FULLY and why:
            yield ("printed", at), f"“{item.label}” cannot be computed: {why}"


def _why_not(found: Reproduction) -> str:
    whys = (figure.why for figure in found.computed if isinstance(figure, Undefined))
    return next(whys, "") if found.agrees is None else ""
