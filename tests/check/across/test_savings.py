"""More than all of one saving, claimed by several cases, is found at the line of each."""

from civalue_build.check.across.savings import Savings, judge_savings
from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import SavingClaim, SavingShare
from civalue_build.model.enums import Level, Status
from civalue_build.model.place import Place
from tests.present.library.cards import card


def claiming(slug: str, *shares: float, first: int = 2023, **changes: object) -> CaseCard:
    """A case that claims shares of one saving, year by year."""
    share = SavingShare(saving="ward-beds", by_year=shares, first=first)
    place = Place(f"cases/{slug}/case.md", 40, 17)
    return card(slug, savings=(SavingClaim(share=share, places=(place,)),), **changes)


def test_each_case_is_told_at_its_line_and_the_others_are_named() -> None:
    found = judge_savings([claiming("b", 0.7), claiming("a", 0.6), claiming("c", 0.1)])
    assert found.savings == {"ward-beds"}
    assert [(item.code, item.level, str(item.place), item.case) for item in found.findings] == [
        ("CV5016", Level.GAP, f"cases/{slug}/case.md:40:17", slug) for slug in "abc"
    ]
    assert "140% of the saving “ward-beds”" in found.findings[0].message
    assert "April 2023" in found.findings[0].message
    assert "together with b, c" in found.findings[0].message


def test_all_of_a_saving_and_no_more_is_no_fault() -> None:
    thirds = [claiming(slug, 1 / 3) for slug in "abc"]
    assert judge_savings(thirds).findings == ()


def test_shares_are_added_year_by_year() -> None:
    apart = judge_savings([claiming("a", 0.8), claiming("b", 0.8, first=2024)])
    assert apart.findings == ()
    overlap = judge_savings([claiming("a", 0.1, 0.8), claiming("b", 0.8, first=2024)])
    assert ["April 2024" in item.message for item in overlap.findings] == [True, True]


def test_one_case_alone_is_left_to_the_check_of_its_own_lines() -> None:
    assert judge_savings([claiming("a", 1.5)]).findings == ()


def test_invented_cases_are_not_held_against_real_ones_and_archived_ones_against_none() -> None:
    cases = [
        claiming("real", 0.9),
        claiming("invented", 0.9, illustrative=True),
        claiming("archived", 0.9, status=Status.ARCHIVED),
    ]
    assert judge_savings(cases).findings == ()
    both = [claiming("x", 0.9, illustrative=True), claiming("y", 0.9, illustrative=True)]
    assert len(judge_savings(both).findings) == 2


def test_a_saving_of_which_nobody_claims_anything_is_no_fault() -> None:
    """A share of nothing, or years past the horizon: the cases are still published."""
    assert judge_savings([claiming("a", 0.0, 0.0), claiming("b", 0.0)]) == Savings()


def test_a_case_that_claims_nothing_in_the_year_is_neither_told_nor_named() -> None:
    cases = [claiming("a", 0.8), claiming("b", 0.7), claiming("c", 0.9, first=2030)]
    found = judge_savings(cases).findings
    assert [finding.place.file for finding in found] == ["cases/a/case.md", "cases/b/case.md"]
    assert not any("c;" in finding.message for finding in found)


def test_of_many_others_five_are_named_and_the_rest_counted() -> None:
    many = [claiming(f"case-{number:03}", 0.5) for number in range(301)]
    message = judge_savings(many).findings[0].message
    assert "together with case-001, case-002, case-003, case-004, case-005 and 295 more" in message
    assert "case-006" not in message
