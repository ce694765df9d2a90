"""The page of a programme says what many small changes add up to, and what it does not know."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.enums import Status
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.lines import CostLine
from civalue_build.present.case.page import case_page
from tests.present.programme.conftest import CASES, Drawn, cost, draw, programme


def text_of(drawn: Drawn) -> str:
    """The words of a page."""
    body = re.sub(r"<(script|svg)\b.*?</\1>", " ", drawn.page.page.body, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def file_of(drawn: Drawn, name: str) -> str:
    """The text of one of its files."""
    (found,) = (item for item in drawn.page.assets if item.path.endswith(f"/{name}"))
    return found.content.decode("utf-8-sig")


def test_it_stands_at_its_own_address_and_knows_its_file(invented: Drawn) -> None:
    page = invented.page.page
    assert page.path == "programmes/small-changes/index.html"
    assert page.source == "programmes/small-changes.yml"
    assert [asset.path for asset in invented.page.assets] == [
        "programmes/small-changes/many-small-changes.csv",
        "programmes/small-changes/charts.json",
        "programmes/small-changes/programme.json",
        "programmes/small-changes/cases.csv",
    ]


def test_an_invented_programme_says_so_in_title_and_text(invented: Drawn) -> None:
    assert invented.page.page.title == "Many small changes (invented teaching programme)"
    assert "This is an invented teaching programme." in text_of(invented)
    assert "(invented figures)" in text_of(invented)


def test_people_come_before_capacity_and_capacity_before_money(invented: Drawn) -> None:
    anchors = [heading.anchor for heading in invented.page.page.contents]
    wanted = ["people", "capacity", "money", "cases", "story", "sources"]
    assert [anchor for anchor in anchors if anchor in wanted] == wanted
    assert "Fewer second tries (not quantified): One &lt;pack&gt;" in text_of(invented)


def test_the_sum_is_that_of_the_cases_less_the_shared_costs(invented: Drawn) -> None:
    text = text_of(invented)
    assert "All cases together £40 £150" in text
    assert "With the shared costs £140 £150" in text
    assert "As claimed, the programme of 2 cases brings £10 more than it costs; corrected" in text
    assert "15 bed days" in text


def test_a_case_that_is_not_added_up_is_named_with_the_reason(invented: Drawn) -> None:
    assert "No: a real case is never added to invented ones" in text_of(invented)


def test_what_an_author_wrote_is_never_markup(invented: Drawn) -> None:
    assert "<pack>" not in invented.page.page.body
    assert "One &lt;pack&gt;" in invented.page.page.body
    assert "<strong>tests that fail</strong>" in invented.page.page.body


def test_where_nothing_is_stated_the_reasons_stand_in_place_of_figures(silent: Drawn) -> None:
    text = text_of(silent)
    assert "no net value can be given" in text
    assert "Costs: in “A silent case”, the amount of “Time” is not stated." in text
    assert "Costs: of the shared costs, the amount of “Fees” is not stated." in text
    assert "Not in full: not all its amounts are stated" in text
    assert "cv-figure" not in silent.page.page.body
    assert "With the shared costs" not in text


def test_links_lead_from_the_programme_to_its_cases(invented: Drawn) -> None:
    body = invented.page.page.body
    assert 'href="../../cases/pack/index.html"' in body
    assert 'href="../index.html"' in body


def test_a_case_leads_to_its_programme(invented: Drawn, framework: Framework) -> None:
    case, known = CASES[0], invented.valued.programme
    page = case_page(case, appraise(case, framework), Judgement(), framework, known).page
    assert page.body.count('href="../../programmes/small-changes/index.html"') == 2
    alone = case_page(case, appraise(case, framework), Judgement(), framework).page
    assert "programmes/small-changes" not in alone.body


def test_the_document_holds_every_figure_or_the_reason_for_its_absence(silent: Drawn) -> None:
    data = json.loads(file_of(silent, "programme.json"))
    whole = next(item for item in data["whole"] if item["perspective"] == "nhs")
    assert whole["claimed"]["npv"] is None
    assert "not stated" in whole["claimed"]["why_not"]["npv"]


def test_the_table_has_a_row_for_each_case_and_perspective(invented: Drawn) -> None:
    rows = list(csv.DictReader(io.StringIO(file_of(invented, "cases.csv"))))
    assert len(rows) == 2 * 4 + 1
    (pack,) = (r for r in rows if r["case"] == "pack" and r["perspective"] == "nhs")
    assert (pack["claimed_pv_costs"], pack["claimed_npv"]) == ("20", "130")
    (left,) = (r for r in rows if r["added_up"] == "no")
    assert (left["case"], left["claimed_npv"]) == ("real", "")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"appraisal": None, "costs": None}, "Not valued: the programme states no price year"),
        ({"status": Status.ARCHIVED, "because": "It was copied by mistake"},
         "Archived: It was copied by mistake."),
        ({"costs": ()}, "The programme states that it shared no costs."),
        ({"costs": None}, "The shared costs are not stated. Not stated is not zero."),
        ({"cases": ("pack", "gone")}, "The programme also lists “gone”."),
    ],
)  # fmt: skip
def test_it_says_what_is_special_about_it(
    changes: dict[str, object], says: str, framework: Framework
) -> None:
    assert says in text_of(draw(programme(**changes), CASES, framework))


def test_a_saving_that_two_cases_claim_is_named_as_counted_once(framework: Framework) -> None:
    cases = [
        replace(
            case,
            benefits=tuple(replace(line, saving_key="days") for line in case.benefits or ()),
        )
        for case in CASES[:2]
    ]
    text = text_of(draw(programme(), cases, framework))
    assert "“A card that changed nothing” and “One &lt;pack&gt;” claim one and the same" in text


def test_a_programme_without_cases_has_a_page(framework: Framework) -> None:
    text = text_of(draw(programme(), [], framework))
    assert "No case of this programme is published." in text
    assert "No case of this programme says what changed for people." in text


def test_the_same_programme_gives_the_same_bytes(framework: Framework, invented: Drawn) -> None:
    assert draw(programme(), reversed(CASES), framework).page == invented.page


def test_beyond_thirty_cases_the_later_titles_share_one_bar(framework: Framework) -> None:
    many = [replace(CASES[0], slug=f"c{at}", title=f"Case {at:02}") for at in range(32)]
    rows = file_of(draw(programme(), many, framework), "many-small-changes.csv").splitlines()
    assert len(rows) == 1 + 1 + 30 + 2
    assert rows[31].startswith('"3 more cases, by title",390')


@pytest.mark.parametrize(
    ("costs", "says"),
    [
        ((), "Shared costs None over 2 years"),
        (None, "Shared costs Not stated over 2 years"),
        ((cost(5), cost(None, id="fee")), "Shared costs Not all stated over 2 years"),
        ((cost(5), cost(6, id="fee")), "Shared costs £11 over 2 years"),
    ],
)
def test_its_key_facts_say_what_is_shared(
    costs: tuple[CostLine, ...] | None, says: str, framework: Framework
) -> None:
    assert says in text_of(draw(programme(costs=costs), CASES, framework))
