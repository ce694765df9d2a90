"""What Insights adds up can be followed to the cases that enter."""

from dataclasses import replace

import pytest

from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Claim
from civalue_build.model.framework import Framework
from civalue_build.present.library.insights_workings import (
    FEW,
    groups_fold,
    money_fold,
    returns_fold,
    units_fold,
)
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import freed
from tests.present.library.test_insights import SIX, drawn, library, valued


@pytest.fixture(scope="module")
def small() -> Framework:
    return read_framework(LIBRARY)


def test_a_median_shows_the_returns_and_the_two_that_it_lies_between(small: Framework) -> None:
    fold = returns_fold(library(small, SIX))
    assert fold
    assert fold.intro.startswith("6 cases enter")
    steps = {step.name: step for step in fold.steps}
    assert steps["Returns, as claimed, smallest first"].note == (
        "a loss; £0.00; £0.50; £1.00; £2.00; £40.00"
    )
    median = steps["Median, as claimed"]
    assert (median.figure, median.numbers) == (
        "£0.75",
        "£0.50 + 0.5 × (£1 − £0.50), from place 3",
    )
    assert steps["Bring back more than they cost, as claimed"].figure == "2"


def test_each_group_names_its_cases_in_order_of_title(small: Framework) -> None:
    fold = groups_fold(library(small, SIX))
    assert fold
    (acute,) = [step for step in fold.steps if step.name.startswith("Setting")]
    assert acute.figure == "6 cases"
    assert acute.note.index("Double (£2.00)") < acute.note.index("Even (£1.00)")


def test_a_total_of_money_is_the_sum_of_its_rows(small: Framework) -> None:
    cards = tuple(replace(card, claim=Claim.MEASURED) for card in SIX[2:4])
    fold = money_fold(library(small, cards))
    assert fold
    (table,) = fold.tables
    *rows, total = table.rows
    assert [row.cells[0].text for row in rows] == ["Even", "Little"]
    assert [cell.text for cell in rows[1].cells[1:]] == ["× 1", "£10", "£5", *_less(5)]
    assert [cell.text for cell in total.cells[2:4]] == ["£20", "£15"]


def _less(size: int) -> list[str]:
    return [f"−\u2060£{size}", f"−\u2060£{size}"]


def test_a_unit_is_followed_to_the_cases_that_state_it(small: Framework) -> None:
    cards = tuple(
        valued(slug, 10, 20, operational=(freed("bed-day", days),))
        for slug, days in (("a", 5), ("b", 7))
    )
    fold = units_fold(library(small, cards))
    assert fold
    rows = [tuple(cell.text for cell in row.cells) for row in fold.tables[0].rows]
    assert rows == [("A", "5", "5"), ("B", "7", "7"), ("In all", "12", "12")]


def test_of_many_cases_a_working_lists_the_first_and_leads_to_all(small: Framework) -> None:
    many = tuple(valued(f"case-{number:03}", 10, number) for number in range(FEW + 3))
    fold = money_fold(library(small, many))
    assert fold
    (table,) = fold.tables
    assert len(table.rows) == FEW + 2
    assert table.rows[-2].cells[0].text == "3 more cases, in the table of all cases"
    assert table.rows[-2].cells[0].href.endswith(".csv")


def test_the_pages_have_the_workings(small: Framework) -> None:
    pages = drawn(small, SIX)
    for words in ("How these figures were worked out", "How the money was added up, case by case"):
        assert words in pages["index.html"]
    assert "How these figures were worked out" in pages["discounting/index.html"]


def test_a_case_of_one_practice_is_said_not_to_be_added(small: Framework) -> None:
    one = _of_one(valued("one", 10, 20))
    page = drawn(small, (one, valued("whole", 10, 30)))["index.html"]
    assert "its figures are for one practice, patient or other unit" in page


def _of_one(card: CaseCard) -> CaseCard:
    assert card.vintage
    return replace(card, vintage=replace(card.vintage, per="practice"))
