"""Parties are the case's partners, or self."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.approach_facts import PATHWAY_AT
from civalue_build.model.enums import Level
from civalue_build.model.lines import SELF, CostLine
from civalue_build.model.place import KeyPath
from civalue_build.model.subject import Subject


@rule(code="CV057", level=Level.ERROR)
def unknown_party(subject: Subject) -> Iterator[Fault]:
    """No partner of the case has this name.

    A cost is paid and a benefit is gained by `self`, the organisation that did the work, or by a
    party under `partners`, where its sector says which perspectives count it. The stages of a
    pathway name those who hold them in the same way.

    *Fails:* at benefits.0.gained_by

        record: from-published-sources
        benefits:
          - id: home-care
            label: Hours of care at home no longer needed
            kind: cost-avoided
            gained_by: counsil
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 1
            grade: 4
            source: council-report

    *Passes:*

        record: from-published-sources
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
    """
    known = {SELF, *(partner.id for partner in subject.case.partners)}
    for path, line in placed_lines(subject.case):
        if isinstance(line, CostLine):
            named: list[tuple[KeyPath, str | None]] = [((*path, "paid_by"), line.paid_by)]
        else:
            named = [((*path, "gained_by"), line.gained_by), ((*path, "from"), line.from_party)]
        yield from strangers("party", named, known)
    stages = enumerate(subject.case.pathway)
    held = (((*PATHWAY_AT, at, "held_by"), stage.held_by) for at, stage in stages)
    yield from strangers("party", held, known)
