"""Ledgers are added up by organisation, kinds and claims apart; each sum is that of its rows."""

from typing import Any

import pytest

from civalue_build.appraise.portfolio import portfolio
from civalue_build.appraise.portfolio_tracked import tracker
from civalue_build.model.appraisal import Vintage
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Claim, Kind, Status
from civalue_build.model.estimate import PartialDate
from civalue_build.model.tracked import Booked, TrackedLine
from civalue_build.model.tracker import Quiet, TrackedSum
from tests import builders as make
from tests.present.library.cards import card

JANUARY = 2026 * 12
Amount = float | None


def line(*months: tuple[Amount, Amount], **changes: Any) -> TrackedLine:
    """A benefit that reaches a budget, with plan and actual from January 2026 on."""
    fields: dict[str, Any] = {
        "id": "saved",
        "label": "Saved",
        "party": "Example Hospitals",
        "kind": Kind.CASH_RELEASING,
        "claim": Claim.MEASURED,
        "months": tuple(Booked(JANUARY + at, *both) for at, both in enumerate(months)),
    }
    return TrackedLine(**(fields | changes))


def cost(*months: tuple[Amount, Amount], **changes: Any) -> TrackedLine:
    return line(
        *months, **({"id": "spent", "label": "Spent", "kind": None, "claim": None} | changes)
    )


def only(*cards: CaseCard) -> TrackedSum:
    """The one sum of the one organisation."""
    (books,) = tracker(cards).books
    (found,) = books.sums
    return found


def amounts(found: TrackedSum) -> tuple[float, ...]:
    return found.planned, found.awaited, found.actual, found.unplanned, found.to_come


def test_a_case_counts_to_date_up_to_its_own_latest_month() -> None:
    found = only(card("one", tracked=(line((10, 9), (10, None), (10, 12), (10, None)),)))
    assert amounts(found) == (30, 10, 21, 0, 10)
    assert (found.latest, found.reported) == (JANUARY + 2, 2)


def test_an_actual_without_a_plan_is_told_apart() -> None:
    assert amounts(only(card("one", tracked=(line((10, 9), (None, 4)),)))) == (10, 0, 13, 4, 0)


def test_without_any_actual_all_of_the_plan_is_to_come() -> None:
    found = only(card("one", tracked=(line((10, None), (10, None)),)))
    assert amounts(found) == (0, 0, 0, 0, 20)
    assert found.silent == ("Saved",)
    assert found.quiet == ()


def test_a_sum_of_an_organisation_is_that_of_the_rows_of_its_cases() -> None:
    one = card("one", tracked=(line((10, 9), (10, 11), (10, None)),))
    two = card("two", tracked=(line((5, 4), (5, None), (5, None)),))
    found = tracker((one, two))
    rows = [amounts(case.books[0].sums[0]) for case in found.cases]
    assert rows == [(20, 0, 20, 0, 10), (5, 0, 4, 0, 10)]
    (books,) = found.books
    assert amounts(books.sums[0]) == tuple(map(sum, zip(*rows, strict=True)))
    assert books.sums[0].months == (
        Booked(JANUARY, 15, 13),
        Booked(JANUARY + 1, 15, 11),
        Booked(JANUARY + 2, 15, None),
    )
    assert books.sums[0].cases == ("one", "two")


def test_kinds_claims_and_costs_are_never_added_to_each_other() -> None:
    lines = (
        cost((1, 1)),
        line((2, 2), kind=Kind.COST_AVOIDED),
        line((4, 4), claim=Claim.IN_BUDGET),
        line((8, 8)),
        line((16, 16), kind=Kind.FUNDED_CAPACITY),
    )
    (books,) = tracker((card("one", tracked=lines),)).books
    assert [(one.kind, one.claim, one.actual) for one in books.sums] == [
        (Kind.CASH_RELEASING, Claim.MEASURED, 8),
        (Kind.CASH_RELEASING, Claim.IN_BUDGET, 4),
        (Kind.FUNDED_CAPACITY, Claim.MEASURED, 16),
        (Kind.COST_AVOIDED, Claim.MEASURED, 2),
        (None, None, 1),
    ]


def test_what_is_booked_elsewhere_is_on_the_books_of_that_organisation() -> None:
    one = card("one", tracked=(cost((1, 1)), line((2, 2), party="Council")))
    two = card("two", organisation="Council", tracked=(line((4, 4), party="Council"),))
    found = tracker((one, two))
    assert [(books.party, books.cases) for books in found.books] == [
        ("Council", ("one", "two")),
        ("Example Hospitals", ("one",)),
    ]
    assert found.books[0].sums[0].actual == 6


def test_currencies_are_never_added() -> None:
    pounds = card("one", tracked=(line((1, 1)),))
    dollars = card("two", currency="USD", tracked=(line((2, 2)),))
    found = tracker((pounds, dollars)).books
    assert [(books.currency, books.sums[0].actual) for books in found] == [("GBP", 1), ("USD", 2)]


def test_figures_for_one_unit_are_in_no_sum() -> None:
    basis = Vintage(
        framework="test",
        discounting="green-book-2026",
        price_year="2023/24",
        horizon=3,
        price_index="deflator",
        currency="GBP",
        per="practice",
    )
    found = tracker((card("one", vintage=basis, tracked=(line((1, 1)),)),))
    assert [(case.case, case.per) for case in found.cases] == [("one", "practice")]
    assert found.books == ()


@pytest.mark.parametrize(
    ("reviewed", "missed"),
    [((2026, 3, 31), None), ((2026, 4, 1), None), ((2026, 5, 1), 3), ((2026, 12, 1), 4)],
)
def test_a_line_is_quiet_once_three_planned_months_passed_before_its_case_was_gone_through(
    reviewed: tuple[int, int, int], missed: int | None
) -> None:
    year, month, number = reviewed
    day = PartialDate(year=year, month=month, day=number)
    plan = line((10, 9), (10, None), (10, None), (10, None), (10, None))
    found = only(card("one", reviewed=day, tracked=(plan,)))
    assert found.quiet == ((Quiet("Saved", missed, JANUARY),) if missed else ())


def test_a_line_is_quiet_once_another_case_reports_three_months_more() -> None:
    behind = card("behind", tracked=(line((10, 9), *[(10, None)] * 3),))
    ahead = card("ahead", tracked=(line(*[(10, 9)] * 4),))
    found = tracker((behind, ahead))
    assert found.cases[0].books[0].sums[0].quiet == (Quiet("Saved", 3, JANUARY),)
    assert found.cases[1].books[0].sums[0].quiet == ()


def test_months_without_a_plan_do_not_make_a_line_quiet() -> None:
    yearly = line((10, 9), (None, None), (None, None), (None, None), (10, None))
    assert only(
        card("one", reviewed=PartialDate(year=2027, month=1), tracked=(yearly,))
    ).quiet == ()  # fmt: skip


def test_a_saving_that_two_cases_book_is_named() -> None:
    one = card("one", tracked=(line((1, 1), saving="beds"), line((1, 1), saving="time")))
    two = card("two", tracked=(line((1, 1), saving="beds"),))
    (books,) = tracker((one, two)).books
    assert books.shared == ("beds",)


def test_a_library_keeps_invented_cases_apart_and_leaves_archived_ones_out() -> None:
    months = (line((1, 1)),)
    found = portfolio(
        (
            card("real", tracked=months),
            card("invented", illustrative=True, tracked=months),
            card("old", status=Status.ARCHIVED, tracked=months),
            card("story"),
        ),
        make.framework(),
    )
    assert [case.case for case in found.tracker.cases] == ["real"]
    assert [case.case for case in found.tracker_invented.cases] == ["invented"]
    assert found.tracker.latest == JANUARY
