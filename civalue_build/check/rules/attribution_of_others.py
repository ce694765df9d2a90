"""Whose share is meant."""

import re
from collections.abc import Iterator

from civalue_build.check.lines import placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.lines import BenefitLine
from civalue_build.model.subject import Subject

_OTHERS = re.compile(
    r"(?<![\d.])(\d{1,2}(?:\.\d)?)% (?:(?:of [a-z ]{1,30} )?(?:is|are|was|were) )?"
    r"(?:due|attributed|attributable|owed) to (?:other|others|another|somebody else)\b",
    re.IGNORECASE,
)
"""As in “30% was due to other work”; some reports state the share of others, and not their own."""


@rule(code="CV2030", level=Level.GAP)
def attribution_of_others(subject: Subject) -> Iterator[Fault]:
    """Attribution looks like the share that is due to others.

    Attribution is the share of a benefit that is due to this work. The line's own words say that
    the very same share is due to others. Some reports print the one and some the other, so write
    down what is left: where 30% is due to others, the attribution is 0.7.

    *Fails:* at benefits.0.attribution

        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            attribution: 0.3
            deadweight: 0.1
            grade: 4
            source: council-report
            note: 30% of this was due to other work of the council.

    *Passes:*

        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            attribution: 0.7
            deadweight: 0.1
            grade: 4
            source: council-report
            note: 30% of this was due to other work of the council.
    """
    for path, line in placed_benefits(subject.case):
        stated = line.attribution.range if line.attribution else None
        of_others = _share_of_others(line)
        if stated and of_others is not None and abs(stated.central - of_others) < 1e-9:
            rest = f"{1 - of_others:.3f}".rstrip("0")
            told = f"“{line.label}” says that {of_others * 100:g}% is due to others"
            yield (*path, "attribution"), f"{told}; then {rest} is due to this work"


def _share_of_others(line: BenefitLine) -> float | None:
    """Return the share that a line's words give to others; none where half is, which is both."""
    found = _OTHERS.search(f"{line.label}\n{line.note or ''}")
    share = float(found[1]) / 100 if found else None
    return None if share == 0.5 else share
