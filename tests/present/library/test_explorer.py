"""Under which options of the list each case stands."""

import re

import pytest

from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import Seen
from civalue_build.model.enums import Status
from civalue_build.model.estimate import PartialDate
from civalue_build.model.framework import Framework
from civalue_build.present.library.base import library_of
from civalue_build.present.library.cases import pages
from civalue_build.present.library.explorer import SORTS, Explorer, explorer, lenses_of
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import CARDS, UNKNOWN, card

DATED = card(
    "dated",
    status=Status.ARCHIVED,
    started=PartialDate(year=2023, month=4),
    ended=PartialDate(year=2025),
    reviewed=PartialDate(year=2026, month=10, day=1),
    approaches=("evo", "our-own-way"),
    setting="on-the-moon",
)


@pytest.fixture(scope="module")
def small() -> Framework:
    return read_framework(LIBRARY)


@pytest.fixture(scope="module")
def found(small: Framework) -> Explorer:
    return explorer(small, (*CARDS, DATED))


def under(found: Explorer, slug: str) -> dict[str, list[str]]:
    """The words of the options that a case stands under, by facet."""
    codes = set(map(int, found.codes[slug].split()))
    named = {
        facet.name: [option.text for option in facet.options if option.code in codes]
        for facet in found.facets
    }
    return {name: words for name, words in named.items() if words}


def test_a_case_stands_under_all_that_it_says_of_itself(found: Explorer) -> None:
    assert under(found, "ward-10") == {
        "setting": ["Acute hospital"],
        "status": ["Completed"],
        "claim": ["Measured"],
        "kind": ["Released capacity"],
        "priority": ["Safer care"],
        "lens": ["Economic case", "Business case"],
        "tag": ["Falls"],
        "case": ["Real"],
    }
    assert under(found, "teaching")["principle"] == ["1. Clarify purpose"]
    assert under(found, "teaching")["case"] == ["Invented, for teaching"]


def test_what_the_framework_does_not_know_is_an_option_in_plain_words(found: Explorer) -> None:
    assert under(found, "dated")["setting"] == ["On the moon"]
    assert under(found, "dated")["approach"] == ["EVO", "Our own way"]
    assert under(found, "dated")["claim"] == ["No claim stated"]


def test_only_options_with_a_case_are_offered_each_with_a_number_of_its_own(
    found: Explorer,
) -> None:
    offered = [option for facet in found.facets for option in facet.options]
    used = {int(code) for codes in found.codes.values() for code in codes.split()}
    assert [option.code for option in offered] == sorted(used)


@pytest.mark.parametrize(
    ("case", "lenses"),
    [
        (card("a", outcomes=1), ("social",)),
        (card("b", priorities=("safer-care",)), ("business",)),
        (card("c", business=Seen(claimed=0.5, corrected=0.4)), ("business",)),
        (card("d", business=Seen(claimed=UNKNOWN, corrected=UNKNOWN)), ()),
    ],
)
def test_a_lens_is_shown_where_it_has_something_to_show(
    case: CaseCard, lenses: tuple[str, ...]
) -> None:
    assert lenses_of(case) == lenses


def test_no_order_is_by_money(small: Framework) -> None:
    assert {value for value, _ in SORTS} == {"title", "newest", "reviewed"}
    body = next(pages(library_of(small, (), CARDS))).body
    row = body[body.index("<tbody") : body.index("</tr>", body.index("<tbody"))]
    assert set(re.findall(r"data-[a-z]+", row)) == {"data-is", "data-began", "data-reviewed"}


def test_dates_sort_as_numbers_and_read_as_words(small: Framework) -> None:
    body = next(pages(library_of(small, (), (DATED,)))).body
    assert 'data-began="20230401" data-reviewed="20261001"' in body
    assert "April 2023 to 2025" in body


def test_a_library_without_cases_offers_no_filters(small: Framework) -> None:
    body = next(pages(library_of(small))).body
    assert "There are no cases yet." in body
    assert "<form" not in body
