"""What search looks at of each page."""

import re

import pytest

from civalue_build.present.library.indexed import SORTS, Sort, documents, sort_of
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.present.library.cards import card

CASE = "cases/fewer-falls/index.html"
ARTICLE = (
    '<p class="library-up">Part of <a href="../index.html">Cases</a></p><h1>Fewer falls</h1>'
    '<nav class="cv-jump"><a href="#x">Jumping</a></nav><p>Slippers.</p>'
    '<h2 id="people">What changed</h2><table><thead><tr><th>Heading</th></tr></thead><tbody>'
    '<tr><th scope="row">Time of nurses</th><td>£1,234</td></tr></tbody></table>'
    "<figure>Drawing</figure>"
    '<h2 id="checks">What the checks say</h2><p>Aimless.</p>'
    '<h2 id="downloads">Downloads</h2><p>Everything.csv</p>'
)


def document(path: str, article: str, **case: object) -> str:
    cards = [card("fewer-falls", **case)]
    return documents(read_framework(ROOT), cards)(path, article)


@pytest.mark.parametrize(
    ("path", "sort"),
    [
        ("index.html", Sort.LIBRARY),
        ("cases/index.html", Sort.LIBRARY),
        (CASE, Sort.CASE),
        ("programmes/one/index.html", Sort.PROGRAMME),
        ("unit-values/index.html", Sort.UNIT_VALUE),
        ("framework/principles/co-design/index.html", Sort.PRINCIPLE),
        ("framework/glossary/index.html", Sort.FRAMEWORK),
        ("methods/index.html", Sort.METHOD),
        ("checks/cv101/index.html", Sort.CHECK),
        ("contribute/format/index.html", Sort.CONTRIBUTE),
        ("about/index.html", Sort.LIBRARY),
    ],
)
def test_a_page_is_of_the_kind_of_its_folder(path: str, sort: Sort) -> None:
    assert sort_of(path) is sort


def test_every_kind_has_its_words_and_no_page_counts_more_than_a_case() -> None:
    assert set(SORTS) == set(Sort)
    assert max(shown.weight for shown in SORTS.values()) == SORTS[Sort.CASE].weight
    assert min(SORTS, key=lambda sort: SORTS[sort].weight) is Sort.CHECK


def test_the_words_of_a_case_are_looked_at_and_not_its_figures_ways_and_checks() -> None:
    found = document(CASE, ARTICLE)
    for words in ("Fewer falls", "Slippers", "What changed", "Time of nurses"):
        assert words in found
    for words in ("Part of", "Jumping", "Heading", "£1,234", "Drawing", "Aimless", "Everything"):
        assert words not in found


def test_a_case_comes_with_its_organisation_its_setting_and_whether_it_is_invented() -> None:
    real = document(CASE, ARTICLE)
    assert '"organisation[data-is]" data-is="Example Hospitals"' in real
    assert '"setting[data-is]" data-is="Acute hospital"' in real
    assert 'data-pagefind-meta="setting-id[data-is]" data-is="acute"' in real
    assert 'data-pagefind-meta="kind-id[data-is]" data-is="case"' in real
    assert '"mark[data-is]"' not in real
    invented = document(CASE, ARTICLE, illustrative=True)
    assert '"mark[data-is]" data-is="Invented teaching case"' in invented


def test_an_organisation_cannot_write_into_the_document() -> None:
    found = document(CASE, ARTICLE, organisation='"><b data-pagefind-ignore="all">')
    assert "<b " not in found


@pytest.mark.parametrize("path", ["search/index.html", "404.html"])
def test_pages_that_lead_nowhere_are_not_found(path: str) -> None:
    assert document(path, ARTICLE) == ""


def test_a_page_that_only_leads_on_is_not_found() -> None:
    assert document(CASE, "") == ""


def test_a_list_is_found_by_its_first_words_alone() -> None:
    found = document(
        "cases/index.html", "<h1>Cases</h1><p>Every one.</p><h2>All</h2><p>Slippers</p>"
    )
    assert "Every one" in found
    assert "Slippers" not in found


def test_a_folded_value_and_a_term_are_places_that_a_result_can_lead_to() -> None:
    article = (
        '<h1>Unit values</h1><details class="cv-details" id="bed-day">\n<summary>Bed day: £400 '
        '</summary><p>Dear.</p></details><dl><dt id="value">Value</dt><dd>Worth.</dd></dl>'
    )
    found = document("unit-values/index.html", article)
    assert '<h4 id="bed-day">Bed day</h4>' in found
    assert '<h4 id="value">Value</h4>' in found


def test_headings_that_stand_on_every_case_are_no_places() -> None:
    assert 'id="people"' not in document(CASE, ARTICLE)


def test_what_every_case_is_asked_alike_is_not_looked_at() -> None:
    asked = (
        '<section class="cv-reporting"><h2 id="reporting">How fully</h2>'
        "<ul><li>Conflicts of interest</li></ul></section><p>Slippers.</p>"
    )
    words = document(CASE, f"<h1>Fewer falls</h1>{asked}")
    assert "Slippers" in words
    assert "Conflicts" not in words


def test_neither_the_workings_nor_the_tool_for_other_places_are_words_of_a_case() -> None:
    found = document(
        CASE,
        '<h1>A</h1><h2 id="money">Money</h2><p>Slippers.</p><h3 id="workings">How worked out</h3>'
        '<div class="cv-workings"><details id="x"><summary>Sums</summary></details></div>'
        '<section class="cv-here" aria-labelledby="here"><h2 id="here">Elsewhere</h2></section>'
        '<h2 id="story">The story</h2><p>Told.</p>',
    )
    assert "Slippers" in found
    assert "Told" in found
    assert not [word for word in ("worked out", "Sums", "Elsewhere") if word in found]


def test_what_only_the_layout_keeps_apart_is_kept_apart_by_a_sign() -> None:
    found = document(
        "methods/index.html",
        "<h1>A</h1><dl><dt>Costs</dt><dd>Not stated</dd><dt>Why?</dt><dd><p>No book</p> </dd></dl>"
        '<table><tr><th scope="row">Time of nurses</th></tr><tr><th>Rent</th></tr></table>'
        "<ul><li>Beds</li><li>Hours.</li><li></li></ul>",
    )
    text = " ".join(re.sub(r"<[^>]+>", "", found.split("</h1>")[1]).split())
    assert text == "Costs: Not stated. Why?No book. Time of nurses; Rent; Beds. Hours."


def test_signs_come_in_without_touching_the_marks_of_a_long_page() -> None:
    entry = "<dt><b>Term</b></dt><dd>It &amp; that</dd>"
    article = f"<h1>A</h1><dl>{entry * 300}</dl>"
    found = document("methods/index.html", article)
    assert re.sub(r"[:.] (?=</)", "", found).count(entry) == 300


def test_the_end_of_an_entry_within_another_is_told_once() -> None:
    listed = (
        "<dl><dt>Care homes</dt><dd><ul><li><a href='#x'>A dietitian</a></li></ul></dd>"
        "<dt>Children</dt><dd>None yet</dd></dl>"
    )
    text = re.sub(r"<[^>]+>", "", document("framework/tags/index.html", listed))
    assert "Care homes: A dietitian. Children: None yet." in " ".join(text.split())
