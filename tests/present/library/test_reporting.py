"""The library is counted item by item; no case is named and nothing is added up to a score."""

from dataclasses import replace

import pytest

from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Status
from civalue_build.model.framework import Framework
from civalue_build.model.reporting import Reported
from civalue_build.present.library import insights_literature
from civalue_build.present.library.base import Library, library_of
from civalue_build.present.library.reporting import literature_table, pages, tallies
from civalue_build.present.views import Table
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.present.library.cards import card


@pytest.fixture(scope="module")
def real() -> Framework:
    return read_framework(ROOT)


def told(slug: str, letters: str, **changes: object) -> CaseCard:
    return card(slug, reporting=(("wemmerlov", letters),), **changes)


@pytest.fixture(scope="module")
def library(real: Framework) -> Library:
    cards = (
        told("one", "mmpn"),
        told("two", "pnmn"),
        told("teaching", "mmmm", illustrative=True),
        told("gone", "mmmm", status=Status.ARCHIVED),
        card("not-asked"),
    )
    return library_of(real, (), cards)


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_neither_an_invented_nor_an_archived_case_is_counted(library: Library) -> None:
    assert [dict(found) for found in tallies(library, "wemmerlov")] == [
        {Reported.MET: 1, Reported.PARTLY: 1},
        {Reported.MET: 1, Reported.NOT_MET: 1},
        {Reported.PARTLY: 1, Reported.MET: 1},
        {Reported.NOT_MET: 2},
    ]


def test_the_library_stands_beside_the_literature(library: Library) -> None:
    literature = library.framework.literature
    assert literature is not None
    table = literature_table(library, literature)
    assert [column.text for column in table.columns] == [
        "Question",
        "Papers, of more than 35,000",
        "Yes, of 3 cases here",
        "Partly",
    ]
    assert rows(table) == [
        ["Are costs and consequences given in detail?", "34", "1", "1"],
        ["Does it say what the work itself cost?", "4", "1", "0"],
        ["Does it say where the data came from?", "2", "1", "1"],
        ["Did finance staff check it?", "3", "0", "0"],
    ]
    assert "0.097%" in table.note


def test_the_page_lists_every_item_of_every_guideline_and_no_case(library: Library) -> None:
    (page,) = pages(library)
    for guideline in library.framework.guidelines.values():
        assert guideline.title in page.body
        assert all(f">{item.title}" in page.body for item in guideline.items)
    assert "cases/one" not in page.body


def test_a_framework_without_guidelines_still_has_the_page(real: Framework) -> None:
    (page,) = pages(library_of(replace(real, guidelines={})))
    assert "no guideline yet" in page.body


def test_insights_and_reporting_count_the_same_answers(library: Library) -> None:
    literature = library.framework.literature
    beside = insights_literature.literature_table(library)
    assert beside is not None
    assert literature is not None
    assert beside.columns[1].text == "Of 35,000 papers"
    ours = [(row.cells[2].text, row.cells[2].note) for row in beside.rows]
    theirs = [row.cells[2:] for row in literature_table(library, literature).rows]
    assert ours == [
        (f"{yes.text} of 3", "" if partly.text == "0" else f"and {partly.text} in part")
        for yes, partly in theirs
    ]
    assert ("1 of 3", "and 1 in part") in ours


def test_without_literature_or_cases_nothing_stands_beside_it(library: Library) -> None:
    bare = replace(library.framework, literature=None)
    assert insights_literature.literature_table(library_of(bare, (), library.counted)) is None
    assert insights_literature.literature_table(library_of(library.framework, (), ())) is None
