"""What a programme and its cases do not agree on is a located gap."""

from typing import Any

from civalue_build.check.across.members import Roll, judge_members
from civalue_build.model.appraisal import Vintage
from civalue_build.model.card import CaseCard
from civalue_build.model.case import Basis, Organisation, Period
from civalue_build.model.enums import Level, Record, Status
from civalue_build.model.estimate import PartialDate, PriceYear
from civalue_build.model.place import Place, SourceMap
from civalue_build.model.programme import Programme
from civalue_build.model.programme_value import CountedOnce, Member, ProgrammeAppraisal

FILE = "programmes/wards.yml"
PLACES = SourceMap(
    file=FILE, marks={("title",): (2, 8), ("cases", 0): (9, 5), ("cases", 1): (9, 8)}
)
VINTAGE = Vintage(
    framework="test",
    discounting="none",
    price_year="2023/24",
    horizon=3,
    price_index="none",
    currency="GBP",
)


def programme(*cases: str) -> Programme:
    """A programme that lists these cases."""
    return Programme(
        format=1,
        title="Wards",
        summary="A summary.",
        record=Record.TEAM,
        organisation=Organisation(name="A trust"),
        status=Status.COMPLETED,
        period=Period(start=PartialDate(year=2023)),
        appraisal=Basis(price_year=PriceYear(first=2023), horizon=3),
        cases=cases,
        id="wards",
    )


def card(slug: str, **changes: Any) -> CaseCard:
    """The card of a case that names the programme in line 12 of its file."""
    fields: dict[str, Any] = {
        "slug": slug,
        "title": slug,
        "summary": "",
        "organisation": "",
        "setting": "acute",
        "status": Status.COMPLETED,
        "record": Record.TEAM,
        "illustrative": False,
        "programme": "wards",
        "programme_at": Place(f"cases/{slug}/case.md", 12, 12),
    }
    return CaseCard(**(fields | changes))


def member(slug: str, **changes: Any) -> Member:
    """A case as the programme values it."""
    return Member(case=slug, title=slug, organisation="A trust", **changes)


def found(
    known: Programme, cards: list[CaseCard], *members: Member, **value: Any
) -> list[tuple[str, str]]:
    """Place and name of each finding, all of which are gaps."""
    appraisal = ProgrammeAppraisal(
        programme="wards", members=members, **({"vintage": VINTAGE} | value)
    )
    slugs = [*(one.slug for one in cards), "unpublished"]
    roll = Roll(programme=known, value=appraisal, places=PLACES, cards=cards, slugs=slugs)
    findings = judge_members(roll)
    assert all(finding.level is Level.GAP for finding in findings)
    return [(str(finding.place), finding.name) for finding in findings]


def test_a_list_that_agrees_with_the_cases_has_no_finding() -> None:
    assert found(programme("a"), [card("a")], member("a")) == []


def test_a_programme_without_a_list_leaves_nobody_out() -> None:
    assert found(programme(), [card("a")], member("a")) == []


def test_a_listed_case_that_does_not_name_the_programme_is_found_in_the_list() -> None:
    stranger = card("b", programme=None, programme_at=None)
    listed = found(programme("a", "b"), [card("a"), stranger], member("a"))
    assert listed == [(f"{FILE}:9:8", "programme-lists-a-stranger")]


def test_a_listed_case_that_nobody_knows_is_found_with_the_nearest_name() -> None:
    assert found(programme("a", "unpublishd"), [card("a")], member("a")) == [
        (f"{FILE}:9:8", "programme-lists-a-stranger")
    ]


def test_a_listed_case_that_is_not_published_is_found() -> None:
    assert found(programme("a", "unpublished"), [card("a")], member("a")) == [
        (f"{FILE}:9:8", "member-not-published")
    ]


def test_a_case_that_the_list_leaves_out_is_found_in_the_case() -> None:
    cards = [card("a"), card("b")]
    assert found(programme("a"), cards, member("a"), member("b")) == [
        ("cases/b/case.md:12:12", "member-not-listed")
    ]


def test_a_case_that_is_left_out_of_the_sums_is_found_in_the_case() -> None:
    left = member("a", left_out="its money is in USD, and the programme’s in GBP")
    assert found(programme(), [card("a")], left) == [
        ("cases/a/case.md:12:12", "member-not-added-up")
    ]


def test_amounts_outside_the_years_of_the_programme_are_found_in_the_case() -> None:
    assert found(programme(), [card("a")], member("a", before=True)) == [
        ("cases/a/case.md:12:12", "member-outside-the-years")
    ]


def test_a_saving_that_several_claim_is_found_in_the_programme() -> None:
    once = CountedOnce(saving="beds", cases=("a", "b"), claimed=1.6)
    cards = [card("a"), card("b")]
    assert found(programme(), cards, member("a"), member("b"), counted_once=(once,)) == [
        (f"{FILE}:2:8", "saving-claimed-by-several")
    ]


def test_a_programme_without_cases_or_basis_is_found() -> None:
    assert found(programme(), [], vintage=None) == [
        (f"{FILE}:2:8", "programme-without-cases"),
        (f"{FILE}:2:8", "programme-not-valued"),
    ]
