"""On the page of other approaches: bands and a pathway where a case gives them, once each."""

import re
from dataclasses import replace

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.approach_facts import EVO, ST_VINCENTS, CostBand, PatientCosts, Stage
from civalue_build.model.case import Case
from civalue_build.model.estimate import PriceYear
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.reporting import Item, Part
from civalue_build.present.case.approaches import ViewAs, view_as
from civalue_build.present.case.base import Material
from tests.present.case.test_approaches import LEVELS, PLAIN, section

COSTS = PatientCosts(
    table="plics.csv",
    price_year=PriceYear(first=2023),
    source="audit",
    before="2022/23",
    after="2024/25",
    bands=(
        CostBand(low=0, high=2000, before=30, after=90, row=2),
        CostBand(low=2000, high=None, before=90, after=10, row=3),
    ),
)
STAGES = (
    Stage(stage="On <the> ward", held_by="self", issue="Found late"),
    Stage(stage="Help at home", held_by="council", change="Sooner"),
)
GIVEN = {EVO: {"plics": {"table": "plics.csv"}}, ST_VINCENTS: {"pathway": [{"stage": "Ward"}]}}
ASKS = (
    Item(id="costs", title="Costs", parts=(Part(says="counts", keys=("approaches.evo.plics",)),)),
)


@pytest.fixture(scope="module")
def drawing(framework: Framework) -> Framework:
    evo, last = replace(PLAIN, asks=ASKS), replace(PLAIN, short="End to end")
    return replace(framework, approaches={"levels": LEVELS, EVO: evo, ST_VINCENTS: last})


@pytest.fixture(scope="module")
def giving(valued: Case) -> Case:
    return replace(valued, approaches=GIVEN, patient_costs=COSTS, pathway=STAGES)


def made(case: Case, framework: Framework, judgement: Judgement) -> tuple[ViewAs, str]:
    known = Material(
        case=case, appraisal=appraise(case, framework), judgement=judgement, framework=framework
    )
    found = view_as(known)
    assert found is not None
    (page,) = (file for file in found.files if file.path.endswith(".html"))
    return found, page.content.decode()


def test_bands_are_the_next_figure_of_the_page_with_their_file(
    giving: Case, drawing: Framework, judgement: Judgement
) -> None:
    found, html = made(giving, drawing, judgement)
    assert [(view.id, view.number) for view in found.figures] == [
        ("levels-levels", 1),
        ("evo-patient-costs", 2),
    ]
    assert "cases/skin-check/evo-patient-costs.csv" in [file.path for file in found.files]
    assert 'id="evo-patient-costs"' in section(html, EVO)
    assert html.count('id="evo-patient-costs"') == 1


def test_a_pathway_is_a_list_in_its_order_and_words_are_escaped(
    giving: Case, drawing: Framework, judgement: Judgement
) -> None:
    _, html = made(giving, drawing, judgement)
    drawn = section(html, ST_VINCENTS)
    (listed,) = re.findall(r"<ol class=\"cv-pathway\".*?</ol>", drawn, re.DOTALL)
    first, second = re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)
    assert "On &lt;the&gt; ward" in first
    assert "Passes to" not in first
    assert "What changed" not in first
    assert "Passes to Example Council" in second
    assert "The issue" not in second
    (name,) = re.findall(r'aria-labelledby="(.*?)"', listed)
    assert f'<h3 id="{name}">From end to end: 2 stages, held by 2 bodies</h3>' in drawn


def test_what_is_drawn_is_not_told_again_and_still_leads_there(
    giving: Case, drawing: Framework, judgement: Judgement
) -> None:
    _, html = made(giving, drawing, judgement)
    assert "plics.csv" not in html
    assert "not published" not in html
    assert "Facts that the case gives for it" not in html
    assert '<a href="approaches.html#evo-facts">counts</a>' in html
    assert html.count('id="evo-facts"') == html.count('id="st-vincents-facts"') == 1


def test_without_counts_or_stages_the_facts_are_told_in_words(
    valued: Case, drawing: Framework, judgement: Judgement
) -> None:
    words = {EVO: {"plics": "held by costing"}, ST_VINCENTS: {"pathway": "from ward to home"}}
    found, html = made(replace(valued, approaches=words), drawing, judgement)
    assert [view.id for view in found.figures] == ["levels-levels"]
    assert "Held by costing" in section(html, EVO)
    assert "From ward to home" in section(html, ST_VINCENTS)
    assert "cv-pathway" not in html
    assert html.count('id="evo-facts"') == 1


def test_a_small_count_is_printed_nowhere_even_where_its_check_is_waived(
    giving: Case, drawing: Framework, judgement: Judgement
) -> None:
    few = replace(COSTS.bands[1], after=5)
    case = replace(giving, patient_costs=replace(COSTS, bands=(COSTS.bands[0], few)))
    found, html = made(case, drawing, judgement)
    assert [view.id for view in found.figures] == ["levels-levels"]
    assert [file.path for file in found.files if "evo" in file.path] == []
    assert "in a file that is not published" in section(html, EVO)
