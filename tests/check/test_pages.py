"""Marks are found however they are written, on the line on which they begin."""

from dataclasses import replace
from json import dumps

import pytest

from civalue_build.check.pages import pages, suspects
from civalue_build.model.place import PROSE
from tests.check.library import judged, overlaid, subject_of

PROBLEM = "The problem"


def _found(example: dict[str, object]) -> list[str]:
    return [finding.code for finding in judged(overlaid(dumps(example))).findings]


@pytest.mark.parametrize(
    ("story", "code"),
    [
        ("One.\n\nTwo **943** &#52;76\n5919.", "CV3001"),
        ("One.\n\nTwo 943 [476](https://x.org)\n5919.", "CV3001"),
        ("One.\n\n> Two 943 476\n> 5919.", "CV3001"),
        ("One.\n\nTwo jane\\@*x*.org.", "CV3002"),
        ("One.\n\n[Two](mailto:jane%40x.org).", "CV3002"),
        ("One.\n\nTwo 07700&ensp;900\n123.", "CV3003"),
        ("One.\n\nTwo **ls1**\n4ap.", "CV3004"),
        ("One.\n\nTwo was born\n*3&nbsp;May* 1941.", "CV3005"),
        ("One.\n\nTwo **4**&nbsp;patients.", "CV3006"),
    ],
)
def test_a_mark_is_found_as_it_reads_on_the_line_on_which_it_begins(story: str, code: str) -> None:
    (finding,) = judged(overlaid(dumps({"prose": {PROBLEM: story}}))).findings
    (plainly,) = judged(overlaid(dumps({"prose": {PROBLEM: "9434765919"}}))).findings
    assert (finding.code, finding.place.line) == (code, plainly.place.line + 2)


def test_paragraphs_items_and_rows_are_not_read_together() -> None:
    for between in ("\n\n", "\n- ", "\n| "):
        assert _found({"prose": {PROBLEM: f"943 476{between}5919"}}) == []


def test_texts_of_two_keys_are_not_read_together() -> None:
    assert _found({"title": "Ward 943 476", "summary": "5919 people went home."}) == []


@pytest.mark.parametrize(
    "example",
    [
        {"volumes": {"9434765919": 30}},
        {"title": "Ward 943&#32;476 5919"},
    ],
)
def test_names_of_keys_and_codes_in_values_are_looked_at(example: dict[str, object]) -> None:
    assert "CV3001" in _found(example)


def test_the_name_of_the_folder_is_looked_at() -> None:
    subject, _ = subject_of(replace(overlaid(), slug="ward-943-476-5919"))
    (path,) = suspects(subject.case, lambda text: [text.find("ward-943")][: "ward-943" in text])
    assert path == ()


def test_a_note_in_a_table_beside_the_case_is_looked_at() -> None:
    files = overlaid()
    table = "date,value,denominator,note\n2025-01,3,500,NHS 943 476 5919\n"
    found = judged(replace(files, others={"ulcers.csv": table.encode()})).findings
    assert "CV3001" in [finding.code for finding in found]


def test_each_place_of_a_page_has_the_path_of_its_line() -> None:
    subject, _ = subject_of(overlaid(dumps({"prose": {PROBLEM: "One\ntwo **three**.\n\nFour."}})))
    for page in pages(subject.case):
        assert page.path_at(page.text.index("three")) == (PROSE, PROBLEM, 3)
    whole = pages(subject.case)[1]
    assert whole.path_at(whole.text.index("Four")) == (PROSE, PROBLEM, 5)
    assert whole.path_at(0) == ("title",)
    assert "One two three." in pages(subject.case)[2].text


def test_what_reads_the_same_is_looked_at_once_and_rows_of_tables_stay_together() -> None:
    story = "Four.\n\n| Kind | Date |\n| --- | --- |\n| **x** | 2024 |\n| y | 2025 |"
    subject, _ = subject_of(overlaid(dumps({"prose": {PROBLEM: story}})))
    texts = [page.text for page in pages(subject.case)]
    assert ["Four." in text for text in texts] == [False, True, False]
    assert ["| y | 2025 |" in text for text in texts] == [True, True, True]


def test_a_line_left_out_ends_a_table() -> None:
    story = "| Born |\n| --- |\n| **x** |\n\nWords.\n\n| When |\n| --- |\n| 3 May 2024 |"
    assert _found({"prose": {PROBLEM: story}}) == []
