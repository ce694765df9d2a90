"""A programme by itself: its shared costs and its words are judged as those of a case are."""

from collections.abc import Iterator
from dataclasses import replace

from civalue_build.check.judge import finding_of, is_listed
from civalue_build.check.registry import BY_NAME
from civalue_build.check.rule import Inquiry
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.case import HEADINGS
from civalue_build.model.finding import Finding
from civalue_build.model.framework import Framework
from civalue_build.model.place import SourceMap
from civalue_build.model.programme import STORY, Programme
from civalue_build.model.subject import Subject

RULES = (
    "archived-without-because",
    "cost-below-zero",
    "currency-without-a-code",
    "date-of-birth",
    "email-address",
    "full-postcode",
    "line-without-a-grade",
    "long-sentence",
    "long-summary",
    "nhs-number",
    "no-leader-owns-it",
    "nobody-to-ask",
    "period-ends-before-it-starts",
    "person-in-place-of-a-role",
    "price-index-of-another-currency",
    "price-of-another-unit",
    "price-year-not-stated",
    "price-year-outside-the-index",
    "priority-without-a-how",
    "review-overdue",
    "small-count",
    "telephone-number",
    "total-out-of-place",
    "total-over-other-years",
    "unexplained-short-form",
    "unit-value-not-in-force",
    "unit-value-of-another-currency",
    "unknown-discount-schedule",
    "unknown-party",
    "unknown-price-index",
    "unknown-priority",
    "unknown-source",
    "unknown-unit",
    "unknown-unit-value",
    "word-with-a-plainer-one",
    "years-past-the-horizon",
)
"""The rules of cases that hold for a programme too."""


def judge_programme(
    programme: Programme,
    appraisal: Appraisal,
    places: SourceMap,
    framework: Framework,
    today: tuple[int, int, int] | None = None,
) -> tuple[Finding, ...]:
    """Return what is at fault in a programme's own file, by place.

    `appraisal` is that of its shared costs, `programme.as_case()`. A programme with an error is
    not published; its cases are.
    """
    subject = Subject(
        case=programme.as_case(), appraisal=appraisal, framework=framework, today=today
    )
    found = _found(subject, _with_story(places))
    return tuple(sorted(found, key=lambda item: (item.place, item.code, item.message)))


def _found(subject: Subject, places: SourceMap) -> Iterator[Finding]:
    inquiry = Inquiry(subject=subject)
    for rule in (BY_NAME[name] for name in RULES):
        if is_listed(rule, subject):
            for fault in rule.search(inquiry):
                yield replace(finding_of(rule, fault, subject, places), case="")


def _with_story(places: SourceMap) -> SourceMap:
    """Return the places with a heading for each part of the story: the key that holds it."""
    named = zip(STORY, HEADINGS, strict=True)
    marks = {heading: places.marks.get(("story", key)) for key, heading in named}
    return replace(places, headings={heading: mark[0] for heading, mark in marks.items() if mark})
