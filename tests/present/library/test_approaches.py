"""The library read by other approaches: real cases counted once under each of their categories."""

from dataclasses import replace

import pytest

from civalue_build.model.approach import Category, Take, Whose
from civalue_build.model.crosswalk import Placed
from civalue_build.model.enums import (
    Claim,
    CostType,
    Decision,
    Kind,
    Sector,
    Side,
    Status,
    Step,
    Who,
)
from civalue_build.model.fall import letters
from civalue_build.model.framework import Framework
from civalue_build.model.site import Page
from civalue_build.present.library.approach_counts import counts, library_pyramid
from civalue_build.present.library.approach_words import ours
from civalue_build.present.library.approaches import assets, pages
from civalue_build.present.library.base import Library, library_of
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.present.library.cards import card

PYRAMID = "elft-pyramid"
CARDS = (
    card("base", falls=((PYRAMID, "o-----"),)),
    card("broad", falls=((PYRAMID, "lol--l"),)),
    card("evo-facts", falls=((PYRAMID, "------"),), approaches=("evo",)),
    card("teaching", falls=((PYRAMID, "llllll"),), approaches=("evo",), illustrative=True),
)


@pytest.fixture(scope="module")
def framework() -> Framework:
    return read_framework(ROOT)


@pytest.fixture(scope="module")
def library(framework: Framework) -> Library:
    return library_of(framework, (), CARDS)


def page(library: Library, name: str) -> Page:
    return next(page for page in pages(library) if f"/{name}/" in page.path)


def levels(library: Library) -> list[list[str]]:
    approach = library.framework.approaches[PYRAMID]
    made = library_pyramid(library, PYRAMID, approach)
    return [[entry.shown for entry in level.figures] for level in made.levels]


def test_each_approach_has_a_page_that_the_list_leads_to(library: Library) -> None:
    first, *others = pages(library)
    names = list(library.framework.approaches)
    assert [one.path for one in others] == [f"framework/approaches/{n}/index.html" for n in names]
    assert all(f'href="{name}/index.html"' in first.body for name in names)
    assert "none has been compared with its sources by a person so far" in first.body
    assert first.body.count("1 case gives facts for it.") == 1


def test_real_cases_are_counted_on_each_level_and_invented_ones_are_not(
    library: Library,
) -> None:
    assert levels(library) == [
        ["2", "1", "1"], ["1", "0", "1"], ["1", "1", "0"],
        ["0", "0", "0"], ["0", "0", "0"], ["1", "1", "0"],
    ]  # fmt: skip
    body = page(library, PYRAMID).body
    assert "Of 3 cases, 2 stand on the base and 1 on the tip" in body
    assert "2 cases of 3" in body
    assert "no case" in body


def test_costs_are_no_level(framework: Framework) -> None:
    spent = Category(id="x", title="Spent", means="m", takes=(Take(side=Side.COST),))
    approach = framework.approaches[PYRAMID]
    approach = replace(approach, categories=(spent, *approach.categories))
    cards = (card("one", falls=((PYRAMID, "lo-----"),)),)
    library = library_of(replace(framework, approaches={PYRAMID: approach}), (), cards)
    assert counts(library, PYRAMID, approach)[0]["l"] == 1
    assert len(levels(library)) == len(approach.categories) - 1
    assert levels(library)[0] == ["1", "0", "1"]


def test_the_picture_has_its_data_and_its_live_figure_beside_its_page(library: Library) -> None:
    made = {asset.path: asset for asset in assets(library)}
    folder = f"framework/approaches/{PYRAMID}"
    assert set(made) == {f"{folder}/{PYRAMID}-levels.csv", f"{folder}/charts.json"}
    assert 'data-live="charts.json"' in page(library, PYRAMID).body


def test_without_real_cases_there_is_no_picture(framework: Framework) -> None:
    bare = library_of(framework, (), CARDS[-1:])
    assert list(assets(bare)) == []
    assert "<figure" not in page(bare, PYRAMID).body


def test_cases_with_facts_of_their_own_are_listed_and_invented_ones_marked(
    library: Library,
) -> None:
    body = page(library, "evo").body
    listed = body.partition('id="cases"')[2].partition("<h2")[0]
    assert listed.count("<li>") == 2
    assert listed.count("nvented teaching case") == 1
    none = page(library, PYRAMID).body.partition('id="cases"')[2].partition("<h2")[0]
    assert "No case gives facts of its own for it yet." in none


def test_an_archived_case_is_neither_counted_nor_listed(framework: Framework) -> None:
    gone = replace(CARDS[2], status=Status.ARCHIVED)
    body = page(library_of(framework, (), (gone,)), "evo").body
    assert "No case gives facts of its own for it yet." in body


def test_every_approach_says_what_it_asks_and_where_it_comes_from(library: Library) -> None:
    for name, approach in library.framework.approaches.items():
        body = page(library, name).body
        assert 'id="asks"' in body, name
        assert body.count('class="library-source"') == len(approach.sources), name


def test_each_question_names_the_keys_of_the_file_that_answer_it(library: Library) -> None:
    body = page(library, "evo").body
    assert "In the file: approaches.evo.sessions.date; approaches.evo.sessions.people" in body
    assert "In the file: follow_up.sustained" in body
    assert "any one of them is enough" not in body
    twice = page(library, "leeds-waste-reduction").body
    assert twice.count("costs.type") == 1


def test_keys_of_which_one_is_enough_are_explained_where_there_are_any(library: Library) -> None:
    body = page(library, "green-book").body
    assert "costs.amount or quantity" in body
    assert "any one of them is enough" in body


def test_where_it_is_a_guideline_its_items_are_asked_and_their_counts_are_near(
    library: Library,
) -> None:
    body = page(library, "wemmerlov").body
    assert all(
        item.title.split("?")[0] in body for item in library.framework.guidelines["wemmerlov"].items
    )
    assert 'href="../../reporting/index.html#wemmerlov"' in body


@pytest.mark.parametrize(
    ("take", "says"),
    [
        (Take(), "Benefits of every kind."),
        (Take(side=Side.COST), "Costs of every type."),
        (Take(side=Side.COST, types=(CostType.DIRECT, CostType.INDIRECT), whose=Whose.OTHERS),
         "Costs: direct cost or indirect cost, paid by others."),
        (Take(steps=(Step.CASH,)),
         "Benefits: cash-releasing, new income or capacity used for funded work."),
        (Take(kinds=(Kind.EXPERIENCE,), sectors=(Sector.PROVIDER,)),
         "Benefits: experience, gained by NHS providers."),
        (Take(claims=(Claim.PLANNED,), decisions=(Decision.BANKED, Decision.REUSED)),
         "Benefits of every kind, claimed as planned, with what was freed banked or reused."),
        (Take(valued=False), "Benefits of every kind, without an amount of money."),
    ],
)  # fmt: skip
def test_what_falls_in_a_category_is_said_in_words(
    framework: Framework, take: Take, says: str
) -> None:
    assert ours(framework, Category(id="x", title="X", means="m", takes=(take,))) == says


def test_outcomes_are_said_by_whom_they_concern(framework: Framework) -> None:
    people = Category(id="x", title="X", means="m", people=(Who.PATIENTS, Who.STAFF))
    assert ours(framework, people) == "Outcomes for patients and staff."
    carers = replace(people, people=(Who.PATIENTS, Who.FAMILIES_AND_CARERS, Who.STAFF))
    assert ours(framework, carers) == "Outcomes for patients, families and carers, and staff."
    assert ours(framework, Category(id="x", title="X", means="m")) == "Nothing that a case states."


def test_a_letter_tells_a_line_from_outcomes_alone() -> None:
    line = Placed(category="a", side=Side.BENEFIT, lines=("x",), outcomes=(0,))
    told = Placed(category="b", side=None, outcomes=(1,))
    assert letters((line, told, Placed(category="c", side=None))) == "lo-"
