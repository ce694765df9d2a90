"""Which cases serve which priority: real ones and invented ones apart, with the words of each."""

from dataclasses import replace

import pytest

from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Status
from civalue_build.model.framework import Framework, Term
from civalue_build.present.library.base import Library, library_of
from civalue_build.present.library.insights_alignment import chart, pages, rows, served
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import card

TITLES = ("Safer care", "Shorter waits", "Fairness")


@pytest.fixture(scope="module")
def framework() -> Framework:
    terms = (Term(id=title.lower().replace(" ", "-"), title=title) for title in TITLES)
    return replace(read_framework(LIBRARY), priorities={term.id: term for term in terms})


def one(slug: str, *serves: tuple[str, str], invented: bool = False) -> CaseCard:
    return card(slug, serves=serves, illustrative=invented)


def library(framework: Framework, *cards: CaseCard) -> Library:
    return library_of(framework, (), cards)


REAL = one("bed-checks", ("safer-care", "Fewer falls."))
INVENTED = one("night-bins", ("safer-care", ""), ("shorter-waits", "Beds sooner."), invented=True)


def test_real_and_invented_cases_stand_apart(framework: Framework) -> None:
    known = library(framework, REAL, INVENTED)
    found = chart(known, served(known))
    counts = [tuple(len(dots.names) for dots in row.series) for row in found.rows]
    assert [row.label for row in found.rows] == list(TITLES)
    assert counts == [(1, 1), (0, 1), (0, 0)]
    assert all(row.series[1].hollow for row in found.rows)


@pytest.mark.parametrize(
    ("cards", "title"),
    [
        (
            (REAL, INVENTED),
            (
                "1 of 3 priorities is served by a real case; no real case serves “Shorter waits” "
                "or “Fairness”"
            ),
        ),
        ((INVENTED,), "No real case names a priority that it serves yet"),
        ((), "No real case names a priority that it serves yet"),
        (
            (REAL, one("x", ("shorter-waits", ""), ("fairness", ""))),
            "Every priority is served by at least one real case",
        ),
    ],
)
def test_the_title_is_true_of_the_cases(
    framework: Framework, cards: tuple[CaseCard, ...], title: str
) -> None:
    known = library(framework, *cards)
    assert chart(known, served(known)).title == title


def test_a_case_that_is_archived_or_names_an_unknown_priority_is_left_out(
    framework: Framework,
) -> None:
    old = replace(REAL, status=Status.ARCHIVED)
    other = one("other", ("unheard-of", "Somehow."))
    assert not any(served(library(framework, old, other)).values())


def test_the_page_says_how_each_case_serves_it(framework: Framework) -> None:
    (page,) = pages(library(framework, REAL, INVENTED))
    assert "Fewer falls." in page.body
    assert "How it serves this is not stated." in page.body
    assert "Safer care: 1 case and 1 invented teaching case" in page.body
    assert 'href="../../cases/bed-checks/index.html"' in page.body
    assert "Invented teaching case" in page.body


def test_a_library_without_such_cases_says_so(framework: Framework) -> None:
    (page,) = pages(library(framework))
    assert "No case names a priority that it serves yet." in page.body
    assert "<figure" not in page.body


def test_the_file_has_each_pair_with_its_words(framework: Framework) -> None:
    assert list(rows(library(framework, REAL, INVENTED))) == [
        ("safer-care", "bed-checks", "Bed checks", "no", "Fewer falls."),
        ("safer-care", "night-bins", "Night bins", "yes", None),
        ("shorter-waits", "night-bins", "Night bins", "yes", "Beds sooner."),
    ]
