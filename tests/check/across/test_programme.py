"""A programme's own file is judged by the rules of cases that hold for it."""

import pytest

from civalue_build.appraise import appraise
from civalue_build.check.across.programme import RULES, judge_programme
from civalue_build.check.registry import BY_NAME
from civalue_build.model.finding import Finding
from civalue_build.source.programme import parse_programme
from tests.check.library import TODAY, framework

TEXT = """\
format: 1
title: Value in wards
summary: Twelve wards learn together.
record: team
organisation: {name: Example Hospitals}
status: under-way
period: {start: 2023-04, end: 2026-03}
contact: {role: Head of improvement}
sponsor: {role: Chief executive, how: Opens each learning day}
review_by: 2027-10
strategy: [{priority: safer-care, how: It is the first of our goals}]
appraisal: {price_year: 2023/24, horizon: 3, valued_on: 2025-10-01}
costs:
  - id: coach
    label: Coaching
    type: direct
    paid_by: self
    quantity: 300
    unit: hour
    unit_value: nurse-band-7-hour
    years: 0-2
    grade: 2
    source: rosters
story:
  learned: |
    Count the tests that fail.

    Count the coach.
sources: [{id: rosters, title: Rosters}]
"""


def judged(text: str) -> tuple[Finding, ...]:
    """What is found in a programme that has no fault of structure."""
    reading = parse_programme("wards", "programmes/wards.yml", text.encode())
    assert reading.findings == ()
    assert reading.programme
    shared = appraise(reading.programme.as_case(), framework(), uncertain=False)
    return judge_programme(reading.programme, shared, reading.places, framework(), TODAY)


def test_every_rule_that_holds_for_programmes_is_there() -> None:
    assert set(RULES) <= BY_NAME.keys()
    assert len(set(RULES)) == len(RULES)


def test_a_sound_programme_has_no_finding() -> None:
    assert judged(TEXT) == ()


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("source: rosters", "source: roster", "unknown-source"),
        ("paid_by: self", "paid_by: coucil", "unknown-party"),
        ("nurse-band-7-hour", "nurse-band-70-hour", "unknown-unit-value"),
        ("horizon: 3,", "horizon: 3, currency: pounds,", "currency-without-a-code"),
        ("horizon: 3,", "horizon: 3, discounting: own,", "unknown-discount-schedule"),
        ("horizon: 3,", "horizon: 2,", "years-past-the-horizon"),
        ("price_year: 2023/24", "price_year: 1948/49", "price-year-outside-the-index"),
        ("Count the coach.", "Ring 07700 900123.", "telephone-number"),
        ("Count the coach.", "Write to someone@example.org.", "email-address"),
        ("sponsor: {role: Chief executive, how: Opens each learning day}\n", "",
         "no-leader-owns-it"),
        ("status: under-way", "status: archived", "archived-without-because"),
        ("end: 2026-03", "end: 2020-03", "period-ends-before-it-starts"),
        ("priority: safer-care", "priority: safer", "unknown-priority"),
    ],
)  # fmt: skip
def test_a_fault_of_a_programme_is_found(old: str, new: str, name: str) -> None:
    assert name in {found.name for found in judged(TEXT.replace(old, new, 1))}


def test_a_finding_stands_in_the_file_of_the_programme_and_names_no_case() -> None:
    text = TEXT.replace("Count the coach.", "Ring 07700 900123.")
    (found,) = judged(text)
    line = text.splitlines().index("    Ring 07700 900123.") + 1
    assert (found.place.file, found.place.line) == ("programmes/wards.yml", line)
    assert found.case == ""


def test_a_record_from_published_sources_is_not_asked_for_a_sponsor() -> None:
    text = TEXT.replace("sponsor: {role: Chief executive, how: Opens each learning day}\n", "")
    assert judged(text.replace("record: team", "record: from-published-sources")) == ()
