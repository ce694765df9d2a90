"""Whether words say anything, and whom a group's name speaks of."""

import pytest

from civalue_build.check.words import does_the_work, is_affected, says


@pytest.mark.parametrize(
    "text",
    [None, "", " ", "-", "Yes", "Yes, we did this", "We did.", "n/a", "N/A", "TBC", "None", "x",
     "Not applicable", "to be confirmed", "see above", "YES!", "No."],
)  # fmt: skip
def test_an_empty_answer_says_nothing(text: str | None) -> None:
    assert not says(text)


@pytest.mark.parametrize(
    "text", ["Yes, and we asked every shift", "We asked staff", "None of them fell", "Hospice"]
)
def test_an_answer_says_something(text: str) -> None:
    assert says(text)


@pytest.mark.parametrize(
    "group", ["staff", "Ward nurses", "patient safety team", "GPs", "health-care-assistants"]
)
def test_a_group_that_does_the_work_is_known(group: str) -> None:
    assert does_the_work(group)
    assert not is_affected(group)


@pytest.mark.parametrize(
    "group",
    ["patients-and-carers", "patient panel", "service user", "Families", "experts by experience",
     "people with lived experience", "Carer representatives", "patient leaders"],
)  # fmt: skip
def test_a_group_that_is_affected_is_known(group: str) -> None:
    assert is_affected(group)
    assert not does_the_work(group)


def test_a_mixed_group_is_both() -> None:
    group = "staff and patient representatives"
    assert does_the_work(group)
    assert is_affected(group)


@pytest.mark.parametrize("group", ["", "Yes", "everyone", "stakeholders"])
def test_a_group_that_says_nothing_is_neither(group: str) -> None:
    assert not does_the_work(group)
    assert not is_affected(group)
