"""Principle 7: a case is looked at again."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV703", level=Level.GAP, principle="leaders-own", evidence=True)
def review_overdue(subject: Subject) -> Iterator[Fault]:
    """Next review is overdue, or has no date.

    Somebody who curates a case looks at it again. The date under `review_by` lies ahead.

    *Fails:* at review_by

        review_by: 2026-10-31

    *Passes:*

        review_by: 2027-03
    """
    due = subject.case.review_by
    if due is None:
        yield ("review_by",), "no date by which the case is reviewed again"
    elif subject.today is not None and due.last_day < subject.today:
        yield ("review_by",), f"the review was due by {due}"
