"""What would have happened anyway."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import tokens
from civalue_build.model.enums import Level
from civalue_build.model.lines import BenefitLine
from civalue_build.model.subject import Subject


@rule(code="CV2008", level=Level.ADVICE)
def before_after_without_deadweight(subject: Subject) -> Iterator[Fault]:
    """Comparison of before with after, and nothing would have happened anyway.

    Without a control group, part of the change mostly comes by itself, and no benefit line has a
    `deadweight` for it.

    *Fails:* at evaluation.design

        record: from-published-sources
        evaluation: {design: before-after, maryland: 1}
        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            grade: 4
            source: council-report

    *Passes:*

        evaluation: {design: before-after, maryland: 1}
    """
    evaluation = subject.case.evaluation
    lines = subject.case.benefits or ()
    design = tokens(evaluation.design) if evaluation else []
    if lines and _has_no_control(design) and not any(map(_has_deadweight, lines)):
        yield (
            ("evaluation", "design"),
            "before is compared with after, and no benefit has a deadweight",
        )


def _has_no_control(design: list[str]) -> bool:
    compared = {"before", "after"} <= set(design)
    return compared and not any(word.startswith("control") for word in design)


def _has_deadweight(line: BenefitLine) -> bool:
    share = line.deadweight.range if line.deadweight else None
    return share is not None and share.central > 0
