"""One saving has shares of at most one."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.case import Case
from civalue_build.model.contribution import ALL, SavingShare, Totals, add
from civalue_build.model.enums import Level
from civalue_build.model.lines import BenefitLine
from civalue_build.model.subject import Subject


@rule(code="CV2012", level=Level.ERROR)
def saving_claimed_twice(subject: Subject) -> Iterator[Fault]:
    """More than all of one saving is claimed.

    Lines with the same `saving_key` speak of one and the same saving. Their shares in any one
    year add up to 1 at most; a share that is not stated counts as 1. A disbenefit claims nothing
    of the saving: it is taken off the account in full.

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
    totals: Totals = {}
    keyed = [(path, line) for path, line in placed_benefits(subject.case) if line.saving_key]
    losses = _losses(subject) if len(keyed) > 1 else frozenset()
    for path, line in keyed:
        claimed = 0.0 if line.id in losses else add(totals, _share(line, subject.case))
        if claimed > ALL:
            yield (
                (*path, "saving_key"),
                f"{claimed:.0%} of the saving “{line.saving_key}” is claimed up to here",
            )


def _losses(subject: Subject) -> frozenset[str]:
    """Return the ids of lines that lower the value of the work."""
    return frozenset(line.id for line in subject.appraisal.lines if line.total_claimed < 0)


def _share(line: BenefitLine, case: Case) -> SavingShare:
    """Return the share that a line claims in each of its years, all where it states none."""
    stated = line.attribution
    if stated and stated.volume:
        stated = case.volumes.get(stated.volume)
    share = stated.range if stated else None
    central = share.central if share else 1.0
    years = frozenset(line.years)
    return SavingShare(
        saving=line.saving_key or "",
        first=min(years, default=0),
        by_year=tuple(
            central if year in years else 0.0
            for year in range(min(years, default=0), max(years, default=-1) + 1)
        ),
    )
