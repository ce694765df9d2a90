"""The form in every header, and the page of search as it is without a script."""

from civalue_build.model.framework import Framework
from civalue_build.present.library.base import library_of
from civalue_build.present.library.search import pages, search_form
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.present.library.cards import card


def framework() -> Framework:
    return read_framework(ROOT)


def body(*settings: str) -> str:
    cards = [card(f"case-{setting}", setting=setting) for setting in settings]
    (page,) = pages(library_of(framework(), (), cards))
    return page.body


def test_the_form_of_the_header_is_finished_html_with_a_label() -> None:
    form = search_form()
    assert 'action="search/index.html"' in form
    assert 'role="search"' in form
    assert '<label class="cv-hidden" for="search-bar-words">' in form
    assert type(form) is str


def test_only_settings_that_have_a_case_can_be_chosen() -> None:
    assert '<option value="acute">Acute hospital</option>' in body("acute")
    assert '<option value="acute">' not in body("community")
    assert 'name="setting"' not in body()


def test_what_search_needs_is_said_in_the_page_itself_and_the_form_waits_for_its_script() -> None:
    html = body("acute")
    said = html[html.index('data-search="without"') :]
    assert 'data-search="without">' in html
    assert 'data-search="needs">Search needs JavaScript and a web server' in said
    assert 'data-search="no-index" hidden>This copy of the site has no search index' in said
    for target in ("cases", "programmes", "unit-values", "checks", "framework/glossary"):
        assert f'href="../{target}/index.html"' in said
    assert 'data-search="form" hidden' in html


def test_the_page_has_no_script_of_its_own_in_it() -> None:
    html = body("acute")
    assert html.count("<script") == 1
    assert '<script src="../assets/search.js"></script>' in html
    assert " onclick" not in html
