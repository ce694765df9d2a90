"""The whole page of a case, as a browser reads it."""

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.case import Case
from civalue_build.model.enums import Better, Claim, Record, Status
from civalue_build.model.estimate import Estimate
from civalue_build.model.evidence import Evaluation
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.measures import Effect, Measure
from civalue_build.present.case.page import CasePage, case_page
from tests.present.case.tree import Tree

FOR_OTHER_PAGES = {"rows.json", "compare.json"}
"""Files of a case that other pages are made of, and no reader downloads."""


@pytest.fixture(scope="module")
def tree(drawn: CasePage) -> Tree:
    return Tree(drawn.page.body)


def test_every_element_is_closed(tree: Tree, drawn_story: CasePage) -> None:
    for page in (tree, Tree(drawn_story.page.body)):
        assert not page.misnested
        assert not page.open


def test_ids_are_unique_and_every_link_inside_the_page_arrives(tree: Tree) -> None:
    ids = [a["id"] for _, a in tree.elements if "id" in a]
    inside = [str(a["href"])[1:] for a in tree.named("a") if str(a.get("href")).startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(inside) <= set(ids)


def test_names_given_by_reference_are_there(tree: Tree) -> None:
    ids = {a["id"] for _, a in tree.elements if "id" in a}
    named = [str(a["aria-labelledby"]) for _, a in tree.elements if "aria-labelledby" in a]
    assert {name for names in named for name in names.split()} <= ids


def test_headings_step_down_one_level_at_a_time(tree: Tree, drawn_story: CasePage) -> None:
    for page in (tree, Tree(drawn_story.page.body)):
        levels = [int(t[1]) for t, _ in page.elements if re.fullmatch("h[1-6]", t)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_people_come_before_capacity_and_capacity_before_money(tree: Tree) -> None:
    ids = [str(a["id"]) for a in tree.named("h2")]
    wanted = ["lenses", "people", "capacity", "money", "principles", "story", "sources", "basis"]
    assert [name for name in ids if name in wanted] == wanted


def test_every_cell_belongs_to_a_heading(tree: Tree) -> None:
    assert {a.get("scope") for a in tree.named("th")} == {"row", "col"}


def test_no_missing_value_shows_as_a_word_of_the_machine(tree: Tree, drawn_story: CasePage) -> None:
    for page in (tree, Tree(drawn_story.page.body)):
        assert not re.search(r"\b(nan|None|null|inf|Undefined|True|False)\b", page.text)


def test_the_headline_is_the_one_computed(tree: Tree, appraisal: Appraisal) -> None:
    assert appraisal.headline is not None
    npv = appraisal.headline.claimed.npv
    assert isinstance(npv, float)
    assert f"£{npv:,.0f}" in tree.text
    assert "Return per £1 benefits ÷ costs" in tree.text
    assert "Net return per £1 (benefits − costs) ÷ costs" in tree.text


def test_an_invented_case_says_so_everywhere(drawn: CasePage, tree: Tree) -> None:
    assert drawn.page.title.endswith("(invented teaching case)")
    assert "This is an invented teaching case." in tree.text
    measures = re.findall(r'cv-figure__measure">([^<]+)<', drawn.page.body)
    assert len(measures) == 7
    assert all("Invented teaching case" in words for words in measures)
    assert drawn.card.illustrative


def test_a_story_says_not_yet_valued_and_has_no_empty_money(drawn_story: CasePage) -> None:
    page = Tree(drawn_story.page.body)
    assert "Not yet valued" in page.text
    assert not [a for a in page.named("h2") if a.get("id") in ("money", "capacity")]
    assert not page.named("figure")
    assert not page.named("table")
    assert {asset.path.rpartition("/")[2] for asset in drawn_story.assets} <= FOR_OTHER_PAGES


def test_what_is_unchecked_is_marked(tree: Tree) -> None:
    assert "Not checked by a person yet" in tree.text


def test_losses_and_transfers_are_named_as_such(tree: Tree) -> None:
    assert "More dressings used A loss" in tree.text
    assert "Extra funded clinics Transfer" in tree.text


def test_defaults_of_shares_are_told_from_what_was_stated(tree: Tree) -> None:
    assert "Not stated, so this is taken" in tree.text


def test_few_people_are_not_counted_out(tree: Tree) -> None:
    assert "Patients and carers Designed it together 1 to 7" in tree.text


def test_those_who_pay_and_those_who_gain_are_named(tree: Tree) -> None:
    assert "As claimed, a net cost falls on " in tree.text
    assert "Example Council (£6,000)" in tree.text
    assert "The budget is split" in tree.text


def test_costs_that_nobody_stated_leave_benefits_gross(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    case = replace(valued, costs=None)
    page = Tree(case_page(case, appraise(case, framework), judgement, framework).page.body)
    assert "Money, gross: costs are not stated in full" in page.text
    assert "no cost stated" in page.text


def test_no_benefit_is_not_called_a_gross_benefit(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    none = tuple(replace(b, attribution=Estimate(central=0)) for b in valued.benefits or ())
    case = replace(valued, costs=None, benefits=none)
    page = Tree(case_page(case, appraise(case, framework), judgement, framework).page.body)
    assert "No benefit in money is counted." in page.text
    assert "gross" not in page.text.partition("Every line, worked out")[0]


def test_capacity_that_nobody_has_measured_is_not_said_to_be_freed(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    lines = valued.benefits or ()
    shown = Measure(
        id="ulcers", label="Ulcers", unit="u", better=Better.LOWER, effect=Effect(value=-1)
    )
    study = Evaluation(design="matched", maryland=3)
    valued = replace(valued, measures=(shown,), evaluation=study)
    for claim, words in (
        (Claim.PLANNED, "To be freed in all, as planned"),
        (Claim.FORECAST, "Freed in all, as forecast"),
        (Claim.MEASURED, "Freed in all, after"),
    ):
        case = replace(valued, benefits=tuple(replace(line, claim=claim) for line in lines))
        drawn = case_page(case, appraise(case, framework), judgement, framework)
        assert words in Tree(drawn.page.body).text


def test_nobody_is_said_to_lose_nothing_while_amounts_are_missing(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    case = replace(valued, costs=None)
    page = Tree(case_page(case, appraise(case, framework), judgement, framework).page.body)
    assert "ends worse off" not in page.text


def test_a_case_of_unknown_amounts_has_no_empty_charts(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    unknown = valued.benefits[-1:] if valued.benefits else ()
    case = replace(valued, costs=None, benefits=unknown)
    drawn = case_page(case, appraise(case, framework), judgement, framework)
    assert not Tree(drawn.page.body).named("figure")
    assert "The quantity is not stated" in Tree(drawn.page.body).text


def test_every_download_is_there(drawn: CasePage) -> None:
    files = {asset.path.rpartition("/")[2] for asset in drawn.assets} | {"appraisal.json"}
    linked = set(re.findall(r'(?:href|data-live)="([^"/#]+\.(?:csv|json))"', drawn.page.body))
    assert linked == files - FOR_OTHER_PAGES


def test_the_live_figures_stand_beside_the_page_by_the_id_of_their_figure(drawn: CasePage) -> None:
    (file,) = (asset for asset in drawn.assets if asset.path.endswith("/charts.json"))
    figures = json.loads(file.content)
    named = re.findall(r'<figure [^>]*id="([^"]+)" data-live="charts.json"', drawn.page.body)
    assert list(figures) == named
    assert all({"data", "layout", "config"} <= set(figure) for figure in figures.values())
    assert not [name for name in ('"layout"', '"config"') if name in drawn.page.body]


def test_the_same_case_gives_the_same_bytes(
    valued: Case, appraisal: Appraisal, judgement: Judgement, framework: Framework, drawn: CasePage
) -> None:
    assert case_page(valued, appraisal, judgement, framework) == drawn


def test_a_stopped_case_says_why(story: Case, framework: Framework, judgement: Judgement) -> None:
    case = replace(story, status=Status.STOPPED, because="The ward closed")
    page = case_page(case, appraise(case, framework), judgement, framework).page
    assert "Stopped: The ward closed." in Tree(page.body).text


def test_other_currencies_are_never_shown_in_pounds(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    basis = replace(valued.appraisal, currency="USD") if valued.appraisal else None
    case = replace(valued, appraisal=basis)
    page = case_page(case, appraise(case, framework), judgement, framework).page
    assert "£" not in page.body
    assert "USD 1" in page.body
    told = "The NHS here stands for the health service of this case’s country."
    assert told in page.body
    assert (
        told not in case_page(valued, appraise(valued, framework), judgement, framework).page.body
    )


def test_what_became_of_freed_capacity_stands_beside_it(tree: Tree) -> None:
    assert "What became of it Bed days no longer needed Reused" in tree.text
    assert "Best next use: Elective recovery." in tree.text


def test_plain_sums_are_given_beside_present_values(tree: Tree, appraisal: Appraisal) -> None:
    assert appraisal.headline is not None
    plain = appraisal.headline.claimed.undiscounted.net
    assert isinstance(plain, float)
    assert f"Net value £{plain:,.0f}" in tree.text


def test_a_change_that_costs_more_than_it_brings_has_no_negative_return(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    losses = tuple(line for line in valued.benefits or () if line.id == "dressings")
    case = replace(valued, benefits=losses)
    page = Tree(case_page(case, appraise(case, framework), judgement, framework).page.body)
    assert "Return per £1 benefits ÷ costs none: its benefits are below zero" in page.text
    assert "(benefits − costs) ÷ costs none: its benefits are below zero" in page.text


def test_who_took_part_is_not_said_to_be_missing_from_a_source(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    def words(record: Record) -> str:
        case = replace(valued, people=(), record=record)
        return Tree(case_page(case, appraise(case, framework), judgement, framework).page.body).text

    assert "Who took part is not recorded here." in words(Record.FROM_PUBLISHED_SOURCES)
    assert "The case does not say who took part." in words(Record.TEAM)


def test_how_to_cite_gives_the_address_of_the_case_where_the_site_has_one(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    given = valued, appraise(valued, framework), judgement, framework
    address = f"https://example.org/value/cases/{valued.slug}/index.html"
    there = case_page(*given, site="https://example.org/value").page.body
    assert re.search(rf'<p class="cv-cite">[^<]+ {address}</p>', there)
    assert not re.search(r'<p class="cv-cite">[^<]*https?:', case_page(*given).page.body)


def test_a_publisher_keeps_its_own_spelling_under_sources(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    first, *others = valued.sources
    sources = (replace(first, publisher="srp.digital", year="2020"), *others)
    case = replace(valued, sources=sources)
    body = case_page(case, appraise(case, framework), judgement, framework).page.body
    assert re.search(r">srp\.digital, 2020[^.<]*\. ", body)
    assert "Srp.digital" not in body
