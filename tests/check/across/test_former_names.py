"""An earlier name leads on to one case, unless another case has its address."""

from typing import Any

from civalue_build.check.across.former_names import judge_former_names
from civalue_build.model.card import CaseCard
from civalue_build.model.place import Place
from tests.check.across.test_members import card


def renamed(slug: str, *names: str, **changes: Any) -> CaseCard:
    """The card of a case with earlier names, which stand in line 5 of its file."""
    places = tuple(Place(f"cases/{slug}/case.md", 5, 12 + at) for at in range(len(names)))
    return card(slug, programme=None, formerly=names, formerly_at=places, **changes)


def test_each_earlier_name_leads_on_to_its_case() -> None:
    judged = judge_former_names(["new"], [renamed("new", "older", "old")])
    assert judged.findings == ()
    assert judged.redirects == (("old", "new"), ("older", "new"))


def test_a_name_that_another_folder_has_today_leads_nowhere() -> None:
    judged = judge_former_names(["new", "old"], [renamed("new", "older", "old")])
    assert judged.redirects == (("older", "new"),)
    (found,) = judged.findings
    assert (found.name, str(found.place), found.case) == (
        "former-name-taken",
        "cases/new/case.md:5:13",
        "new",
    )


def test_a_name_that_two_cases_claim_leads_nowhere_and_both_are_told() -> None:
    judged = judge_former_names(["a", "b"], [renamed("b", "old"), renamed("a", "old")])
    assert judged.redirects == ()
    assert [(found.name, found.case) for found in judged.findings] == [
        ("former-name-claimed-twice", "a"),
        ("former-name-claimed-twice", "b"),
    ]


def test_a_name_given_twice_by_one_case_leads_on_once() -> None:
    assert judge_former_names(["a"], [renamed("a", "old", "old")]).redirects == (("old", "a"),)


def test_a_card_without_places_is_found_at_its_file() -> None:
    one = card("a", formerly=("b",))
    (found,) = judge_former_names(["a", "b"], [one]).findings
    assert str(found.place) == "cases/a/case.md:1:1"
