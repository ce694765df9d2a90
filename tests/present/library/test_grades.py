"""The page of the evidence grades shows lines of real cases for each grade."""

import pytest

from civalue_build.model.card import GradedLines
from civalue_build.model.enums import Side
from civalue_build.present.library.base import Library, library_of
from civalue_build.present.library.grades import lines_of, pages
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.present.library.cards import card


def lines(grade: int | None, first: str, side: Side = Side.BENEFIT, count: int = 1) -> GradedLines:
    return GradedLines(grade=grade, side=side, first=first, count=count)


CARDS = (
    *(card(f"beds-{n}", graded=(lines(3, f"Beds {n}"),)) for n in range(6)),
    card("clinic", graded=(lines(3, "Nurses", Side.COST, 4), lines(None, "Travel"))),
    card("teaching", illustrative=True, graded=(lines(3, "Invented"), lines(1, "Perfect"))),
)


@pytest.fixture(scope="module")
def library() -> Library:
    return library_of(read_framework(ROOT), (), CARDS)


def test_examples_are_few_and_costs_stand_among_them(library: Library) -> None:
    (page,) = pages(library)
    part = page.body.partition('id="grade-3"')[2].partition("<h2")[0]
    assert "In this library: 10 lines of 7 cases." in part
    assert part.count("<tr role") == 1 + 4
    assert "Nurses" in part
    assert "Beds 0" in part
    assert "cases/clinic/" in part


def test_no_line_of_an_invented_case_is_an_example(library: Library) -> None:
    (page,) = pages(library)
    assert "Invented" not in page.body
    assert not list(lines_of(library, 1))
    first = page.body.partition('id="grade-1"')[2].partition("<h2")[0]
    assert "No line of a real case here has it." in first


def test_lines_without_a_grade_stand_apart(library: Library) -> None:
    (page,) = pages(library)
    part = page.body.partition('id="not-graded"')[2]
    assert "In this library: 1 line of 1 case." in part
    assert "Travel" in part


def test_the_page_says_how_to_choose(library: Library) -> None:
    (page,) = pages(library)
    assert "Between two grades, take the weaker." in page.body
