"""The list of programmes, and cases that are archived."""

from civalue_build.model.enums import Status
from civalue_build.model.framework import Framework
from civalue_build.present.library.base import library_of
from civalue_build.present.library.cases import cases_in_words
from civalue_build.present.library.programmes import in_short, pages
from tests.present.library.cards import card
from tests.present.programme.conftest import CASES, draw, programme


def test_a_library_without_programmes_says_so(framework: Framework) -> None:
    (page,) = pages(library_of(framework))
    assert page.path == "programmes/index.html"
    assert "There are no programmes yet." in page.body


def test_each_programme_is_listed_with_its_headline_and_marked_if_invented(
    framework: Framework,
) -> None:
    valued = draw(programme(), CASES, framework).valued
    (page,) = pages(library_of(framework, programmes=[valued]))
    assert 'href="small-changes/index.html"' in page.body
    assert "Invented teaching programme" in page.body
    assert "1 of them not added up" in page.body
    assert "Net benefit of £10 as claimed" in page.body


def test_programmes_stand_in_the_order_of_their_titles(framework: Framework) -> None:
    later = draw(programme(title="Value 10", id="a"), (), framework).valued
    sooner = draw(programme(title="Value 9", id="b"), (), framework).valued
    library = library_of(framework, programmes=[later, sooner])
    assert [one.programme.id for one in library.programmes] == ["b", "a"]


def test_a_programme_without_a_basis_is_not_valued(framework: Framework) -> None:
    valued = draw(programme(appraisal=None, costs=None), (), framework).valued
    assert in_short(valued.appraisal) == "not valued"


def test_an_archived_case_is_listed_and_enters_no_total(framework: Framework) -> None:
    kept = card("kept")
    archived = card("archived", status=Status.ARCHIVED)
    invented = card("invented", illustrative=True, status=Status.ARCHIVED)
    library = library_of(framework, cards=[kept, archived, invented])
    assert library.counted == (kept,)
    assert len(library.cards) == 3
    assert (library.archived, library.invented) == (1, 1)


def test_archived_cases_are_counted_apart() -> None:
    assert cases_in_words(3, 0, 1) == "3 cases and 1 archived case"
    assert cases_in_words(0, 0, 2) == "2 archived cases"
    assert cases_in_words(2, 1, 1) == "2 cases, 1 archived case and 1 invented teaching case"
    assert cases_in_words(0) == "0 cases"
