"""What a case gives for one approach is shown as it stands, under the question that it answers."""

from dataclasses import replace
from typing import Any

import pytest

from civalue_build.model.approach import Approach
from civalue_build.model.case import Case
from civalue_build.model.reporting import Item, Part
from civalue_build.present.case.approach_facts import UNPUBLISHED, FactView, facts_view
from tests.present.conftest import SOURCE

MEETINGS = Approach(
    number=1,
    title="Meetings",
    short="Meetings",
    about="They meet.",
    categories=(),
    sources=(SOURCE,),
    asks=(
        Item(id="sessions", title="The sessions",
             parts=(Part(says="when", keys=("approaches.meet.sessions.*.date",)),)),
        Item(id="asked", title="What was asked",
             parts=(Part(says="what", keys=("approaches.meet.sessions.*.asked",)),)),
        Item(id="aim", title="The aim", parts=(Part(says="an aim", keys=("aim.by",)),)),
    ),
)  # fmt: skip


def shown(case: Case, given: Any) -> tuple[FactView, ...]:
    return facts_view(replace(case, approaches={"meet": given}), "meet", MEETINGS)


def test_each_of_several_stands_apart_under_the_first_question_that_it_answers(
    story: Case,
) -> None:
    given = {
        "sessions": [
            {"date": "2023-05", "people": ["finance", "nurses"], "asked": "Why?"},
            {"date": "2024-02-29"},
        ]
    }
    assert shown(story, given) == (
        FactView("The sessions", "1 of 2",
                 ("Date: May 2023", "People: finance and nurses", "Asked: Why?")),
        FactView("The sessions", "2 of 2", ("Date: 29 February 2024",)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("costs.csv", (UNPUBLISHED.capitalize(),)),
        ({"first_week": "2023-13", "cost": 5}, ("First week: 2023-13", "Cost: 5")),
        (["a", ["b", "c"]], ("a", "b and c")),
        ({"who": {"lead": "nurse", "with": "finance"}}, ("Who: Lead: nurse; With: finance",)),
    ],
)
def test_any_form_that_an_author_may_write_is_told(
    story: Case, value: Any, told: tuple[str, ...]
) -> None:
    assert shown(story, {"next_use": value}) == (FactView("Next use", "", told),)


def test_a_case_without_facts_shows_none(story: Case) -> None:
    assert facts_view(story, "meet", MEETINGS) == ()
    assert shown(story, "words alone") == ()
    assert shown(story, {"sessions": []}) == ()
