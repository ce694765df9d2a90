"""A year is measured in a year."""

import re
from collections.abc import Iterator

from civalue_build.check.lines import SEEN, claim_of, placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.lines import BenefitLine
from civalue_build.model.subject import Subject

_A_YEAR = re.compile(
    r"\b(?:a|per|each|every|full|whole) year\b|\b(?:yearly|annual|annually|annualised)\b",
    re.IGNORECASE,
)
ALMOST = 11
"""Months of a period that is taken as a whole year."""


@rule(code="CV2031", level=Level.GAP)
def year_made_of_a_part(subject: Subject) -> Iterator[Fault]:
    """Figure of a year is called measured after less than a year.

    The work ran for some months, and the line speaks of a year. A few good months multiplied up
    to a year are a forecast: seasons differ, and beginnings are often better than what follows.
    Call the line a forecast, or give the figure of the months that were measured.

    *Fails:* at benefits.0.claim

        record: from-published-sources
        period: {start: 2024-04, end: 2024-09}
        aim: {by: 2025-03}
        benefits:
          - id: home-care
            label: Hours of care at home no longer needed, a year
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 0
            grade: 4
            measure: overtime
            claim: measured
            source: council-report

    *Passes:*

        record: from-published-sources
        period: {start: 2024-04, end: 2024-09}
        aim: {by: 2025-03}
        benefits:
          - id: home-care
            label: Hours of care at home no longer needed, a year
            kind: cost-avoided
            gained_by: council
            quantity: 300
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: council-report}
            years: 0
            grade: 4
            claim: forecast
            source: council-report
    """
    months = _months(subject.case)
    if months is None or months >= ALMOST:
        return
    for path, line in placed_benefits(subject.case):
        claim = claim_of(line, subject.case)
        if claim in SEEN and _is_yearly(line):
            told = f"“{line.label}” is of a year, and the period has {months} months"
            yield (*path, "claim"), f"{told}; what is multiplied up is a forecast"


def _months(case: Case) -> int | None:
    """Return how many months the period of a case has, if it has an end."""
    if case.period.end is None:
        return None
    (first, since, _), (last, until, _) = case.period.start.first_day, case.period.end.last_day
    return (last - first) * 12 + until - since + 1


def _is_yearly(line: BenefitLine) -> bool:
    return bool(_A_YEAR.search(f"{line.label}\n{line.note or ''}"))
