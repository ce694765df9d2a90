"""A team that names an approach is asked what the approach asks; nobody else is."""

import pytest

from tests.check.library import judged, overlaid

OPEN = """
    approaches:
      evo:
        sessions: [{date: 2023-05, people: [clinicians, finance]}]
"""
PUBLISHED = OPEN + "    record: from-published-sources\n"


def messages(example: str) -> list[str]:
    found = judged(overlaid(example)).findings
    return [finding.message for finding in found if finding.code == "CV2054"]


def test_a_question_that_stays_open_is_told_once_with_what_is_missing() -> None:
    assert messages(OPEN) == [
        "“EVO” asks for “What was decided”: nothing says what a session decided"
    ]


@pytest.mark.parametrize("example", ["", PUBLISHED])
def test_nothing_is_asked_of_a_case_that_names_none_or_is_told_from_papers(example: str) -> None:
    assert messages(example) == []


@pytest.mark.parametrize("facts", ["null", "{}", "[]", "soon", "{sessions: soon}"])
def test_facts_without_an_answer_leave_every_question_open(facts: str) -> None:
    assert len(messages(f"approaches: {{evo: {facts}}}")) == 2


def test_the_gap_can_be_waived_with_a_reason() -> None:
    waived = OPEN + "    waivers: {approach-asks-for-more: The sessions go on until spring}\n"
    assert messages(waived) == []
