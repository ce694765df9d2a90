"""One saving has shares of at most one."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.lines import BenefitLine
from civalue_build.model.subject import Subject

ALL = 1 + 1e-9
"""The whole of a saving, with slack for binary fractions."""


@rule(code="CV2012", level=Level.ERROR)
def saving_claimed_twice(subject: Subject) -> Iterator[Fault]:
    """More than all of one saving is claimed.

    Lines with the same `saving_key` speak of one and the same saving. Their shares in any one
    year add up to 1 at most; a share that is not stated counts as 1.

    *Fails:* at benefits.1.saving_key

        record: from-published-sources
        benefits:
          - id: bed-days
            label: Bed days no longer needed
            kind: released-capacity
            gained_by: self
            quantity: 400
            unit: bed-day
            unit_value: bed-day
            years: 0-1
            attribution: 0.6
            grade: 3
            saving_key: ward-bed-days
            source: audit
          - id: same-bed-days
            label: Bed days no longer needed, told again
            kind: released-capacity
            gained_by: self
            quantity: 400
            unit: bed-day
            unit_value: bed-day
            years: 1
            attribution: 0.6
            grade: 3
            saving_key: ward-bed-days
            source: audit

    *Passes:*

        record: from-published-sources
        benefits:
          - id: bed-days
            label: Bed days no longer needed
            kind: released-capacity
            gained_by: self
            quantity: 400
            unit: bed-day
            unit_value: bed-day
            years: 0-1
            attribution: 0.5
            grade: 3
            saving_key: ward-bed-days
            source: audit
          - id: same-bed-days
            label: Bed days no longer needed, told again
            kind: released-capacity
            gained_by: self
            quantity: 400
            unit: bed-day
            unit_value: bed-day
            years: 1
            attribution: 0.5
            grade: 3
            saving_key: ward-bed-days
            source: audit
    """
    shares: dict[tuple[str, int], float] = {}
    for path, line in placed_benefits(subject.case):
        claimed = 0.0
        for year in line.years if line.saving_key else ():
            slot = (line.saving_key or "", year)
            shares[slot] = shares.get(slot, 0) + _share(line)
            claimed = max(claimed, shares[slot])
        if claimed > ALL:
            yield (
                (*path, "saving_key"),
                f"{claimed:.0%} of the saving “{line.saving_key}” is claimed up to here",
            )


def _share(line: BenefitLine) -> float:
    share = line.attribution.range if line.attribution else None
    return share.central if share else 1.0
