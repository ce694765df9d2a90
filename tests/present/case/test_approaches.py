"""A case as other approaches tell it: the same facts, each once, and no sum of approaches."""

import re
from dataclasses import replace

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.approach import Approach, Category, Picture, Take, Wording
from civalue_build.model.case import Case
from civalue_build.model.crosswalk import Money
from civalue_build.model.enums import Kind, Record, Side, Who
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework, ProsePage
from civalue_build.model.reporting import Item, Part
from civalue_build.present.addresses import PICTURE
from civalue_build.present.case.approach_rows import category_views, labels_of
from civalue_build.present.case.approaches import ViewAs, view_as
from civalue_build.present.case.base import Material
from civalue_build.present.case.board_readers import readers
from civalue_build.present.case.page import case_card, case_page
from tests.present.conftest import SOURCE

PEOPLE = Category(
    id="people",
    title="People",
    means="What people live through.",
    takes=(Take(kinds=(Kind.HEALTH, Kind.EXPERIENCE)),),
    people=(Who.PATIENTS,),
)
CAPACITY = Category(
    id="capacity", title="Capacity", means="More.", takes=(Take(kinds=(Kind.RELEASED_CAPACITY,)),)
)
WIDER = Category(
    id="wider", title="Wider <society>", means="Others.", takes=(Take(kinds=(Kind.WIDER,)),)
)
SPENT = Category(id="spent", title="Spent", means="What it took.", takes=(Take(side=Side.COST),))
LEVELS = Approach(
    number=1,
    title="A pyramid of <levels>",
    short="Pyramid",
    about="Levels from base to tip.",
    categories=(PEOPLE, CAPACITY, WIDER),
    picture=Picture.PYRAMID,
    words=(Wording(theirs="tip", ours="the top", note="It is narrow."),),
    asks=(
        Item(id="aim", title="The aim", parts=(Part(says="an aim", keys=("aim.statement",)),)),
        Item(id="sessions", title="Sessions",
             parts=(Part(says="when they met", keys=("approaches.levels.sessions",)),)),
    ),
    sources=(SOURCE,),
)  # fmt: skip
PLAIN = Approach(
    number=2,
    title="Money spent",
    short="Spending",
    about="Only what it took.",
    categories=(SPENT,),
    sources=(SOURCE,),
)


@pytest.fixture(scope="module")
def other(framework: Framework) -> Framework:
    return replace(framework, approaches={"levels": LEVELS, "spending": PLAIN})


def material(case: Case, framework: Framework, judgement: Judgement) -> Material:
    appraisal: Appraisal = appraise(case, framework)
    return Material(case=case, appraisal=appraisal, judgement=judgement, framework=framework)


@pytest.fixture(scope="module")
def told(valued: Case, other: Framework, judgement: Judgement) -> Material:
    return material(valued, other, judgement)


def found(known: Material) -> ViewAs:
    made = view_as(known)
    assert made is not None
    return made


def page(known: Material) -> str:
    return next(f for f in found(known).files if f.path.endswith(".html")).content.decode()


def section(html: str, name: str) -> str:
    return html.partition(f'<section id="{name}">')[2].partition("</section>")[0]


def rows(html: str) -> dict[str, str]:
    """What stands under each category, as plain words."""
    pairs = re.findall(r"<dt>(.*?)</dt>\s*(<dd>.*?)</div>", html, re.DOTALL)
    return {plain(title): plain(rest) for title, rest in pairs}


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_other_programs_are_told_what_the_page_is(told: Material) -> None:
    site = "https://example.org/value/"
    made = view_as(told, site)
    assert made is not None
    own = next(file for file in made.files if file.path.endswith(".html"))
    html = own.content.decode()
    said = dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html))
    assert said["og:title"] == html.partition("<title>")[2].partition("</title>")[0]
    assert said["og:title"].startswith(f"{told.case.title} (invented teaching case)")
    assert said["og:description"] == said["description"]
    assert said["og:url"] == f"{site}{own.path}"
    assert said["og:image"] == f"{site}{PICTURE}"
    assert said["twitter:card"] == "summary_large_image"
    assert not re.search("canonical|og:url|og:image", page(told))


def test_each_approach_has_a_section_that_the_list_leads_to(told: Material) -> None:
    html = page(told)
    assert re.findall(r'<section id="(.*?)">', html) == ["levels", "spending"]
    assert re.findall(r'<li><a href="#(.*?)">', html) == ["levels", "spending"]
    assert "A pyramid of &lt;levels&gt;" in html


def test_what_is_claimed_stands_beside_what_is_corrected_and_society_where_it_differs(
    told: Material,
) -> None:
    line = next(line for line in told.appraisal.lines if line.id == "bed-days")
    under = rows(section(page(told), "levels"))
    claimed, corrected = told.money(line.pv_claimed), told.money(line.pv_corrected)
    assert under["Capacity"] == (
        f"{claimed} claimed, {corrected} corrected for evidence Bed days no longer needed"
    )
    assert under["People"].startswith("Not counted for the NHS For society: £")
    assert "Better sleep at home (amount not stated)" in under["People"]
    assert under["People"].endswith("Without money: Fewer painful wounds")


def test_a_payment_within_the_nhs_says_what_it_is_for_the_organisation(told: Material) -> None:
    reading = told.appraisal.readings[0]
    paid = reading.categories[1]._replace(headline=Money(0.2, 0.0), own=Money(1000, 800))
    views = category_views(told, LEVELS, replace(reading, categories=(paid,)), labels_of(told))
    assert views[0].money == "£0 claimed, £0 corrected for evidence"
    assert views[0].own == "£1,000 claimed, £800 corrected for evidence"
    whole = category_views(told, LEVELS, reading, labels_of(told))
    assert {view.own for view in whole} == {""}


def test_what_falls_in_no_category_is_named_and_so_is_a_category_without_anything(
    told: Material,
) -> None:
    html = section(page(told), "levels")
    assert "Lead nurse, half time" in rows(html)["In none of its categories a cost"]
    assert "Less pressure on night shifts" in rows(html)["In none of its categories"]
    assert "Nothing of this case falls in: Wider &lt;society&gt;." in html


def test_every_line_and_outcome_stands_once_under_each_approach(told: Material) -> None:
    for name in ("levels", "spending"):
        under = " ".join(rows(section(page(told), name)).values())
        for line in told.appraisal.lines:
            assert under.count(line.label) == 1, (name, line.label)
        for outcome in told.case.outcomes:
            assert under.count(outcome.what) == 1, (name, outcome.what)


def test_money_is_named_once_with_whom_it_is_counted_for_and_its_price_year(
    told: Material,
) -> None:
    html = page(told)
    assert html.count("in 2023/24 prices, counting cash") == 1
    assert "Money is present value for the NHS over 3 years" in html
    assert "comes to £0 where both are counted" in html
    assert told.ungraded in html


def test_what_corrected_means_is_said_once_and_leads_to_the_method(
    told: Material, other: Framework
) -> None:
    method = ProsePage(path="methods/evidence-correction", title="Correction", body="More.")
    known = replace(told, framework=replace(other, pages=(method,)))
    assert page(known).count('href="../../methods/evidence-correction/index.html"') == 1
    assert "evidence-correction" not in page(told)


def test_what_no_answer_means_is_said(told: Material) -> None:
    assert "That is no mark for the team." in page(told)
    assert "published sources" not in page(told)
    written = replace(told, case=replace(told.case, record=Record.FROM_PUBLISHED_SOURCES))
    assert "published sources, and those may say more." in page(written)


def test_a_cost_is_marked_where_its_category_does_not_say_so(told: Material) -> None:
    assert "Spent a cost" in rows(section(page(told), "spending"))
    named = replace(PLAIN, categories=(replace(SPENT, title="What it cost"),))
    framework = replace(told.framework, approaches={"spending": named})
    html = page(material(told.case, framework, told.judgement))
    assert "What it cost" in rows(section(html, "spending"))


def test_questions_are_answered_from_the_case_and_lead_to_its_page(told: Material) -> None:
    html = section(page(told), "levels")
    assert "Answered: 1. Not answered: 1." in html
    assert '<a href="index.html#people">an aim</a>' in html
    assert "Not found: when they met." in html


def test_facts_of_its_own_are_marked(told: Material) -> None:
    assert "Facts of its own" not in page(told)
    case = replace(told.case, approaches={"levels": {"sessions": ["May"]}})
    html = page(material(case, told.framework, told.judgement))
    assert "Facts of its own" in section(html, "levels")
    assert "Answered: 2." in section(html, "levels")
    assert rows(section(html, "levels"))["Sessions"] == "May"
    assert '<a href="approaches.html#levels-facts">when they met</a>' in html
    assert html.count('id="levels-facts"') == 1
    assert "spending-facts" not in html


def test_the_pyramid_says_on_each_level_what_stands_there(told: Material) -> None:
    (view,) = found(told).figures
    assert view.title == "This case stands on 2 of 3 levels"
    assert "They measure nothing" in view.note
    texts = [[cell.text for cell in row.cells] for row in view.table.rows]
    assert [text[:3] for text in texts] == [
        ["1. People", "2", "1"],
        ["2. Capacity", "1", "0"],
        ["3. Wider <society>", "0", "0"],
    ]
    assert texts[0][3:5] == ["not counted for the NHS"] * 2
    assert texts[0][5].startswith("£")


def test_a_case_without_money_is_told_by_its_outcomes(
    story: Case, valued: Case, other: Framework, judgement: Judgement
) -> None:
    html = page(material(replace(story, outcomes=valued.outcomes), other, judgement))
    assert "The case states no amount for any cost or benefit." in html
    assert "present value" not in html
    assert "corrected for evidence" not in html.casefold()
    assert rows(section(html, "levels"))["People"] == "Without money: Fewer painful wounds"


def test_a_case_is_marked_as_invented_where_it_is(told: Material, story: Case) -> None:
    assert "Invented teaching case" in page(told)
    plain_case = material(story, told.framework, told.judgement)
    assert "nvented" not in page(plain_case)


def test_no_script_or_style_stands_in_the_page_and_one_policy(told: Material) -> None:
    html = page(told)
    assert html.count("Content-Security-Policy") == 1
    assert not re.search(r"<(style|iframe)|\sstyle=|\son\w+=|<script(?![^>]* src=)", html)


def test_its_figures_come_alive_from_the_file_of_the_case(told: Material) -> None:
    made = case_page(told.case, told.appraisal, told.judgement, told.framework)
    live = next(file for file in made.assets if file.path.endswith("charts.json"))
    assert b'"levels-levels":' in live.content
    paths = [file.path for file in made.assets]
    assert "cases/skin-check/approaches.html" in paths
    assert "cases/skin-check/levels-levels.csv" in paths


def test_the_page_of_the_case_leads_there(told: Material, known: Material) -> None:
    ways = {one.who: one.links for one in readers(told, None, None, charts=False)}
    assert [link.href for link in ways["View as"]] == ["approaches.html"]
    assert "View as" not in [one.who for one in readers(known, None, None, charts=False)]
    assert view_as(known) is None


def test_a_card_keeps_a_letter_for_each_category(told: Material) -> None:
    assert case_card(told).falls == (("levels", "ll-"), ("spending", "l"))


def test_words_of_an_approach_that_changed_are_drawn_anew(told: Material) -> None:
    assert "the top" in section(page(told), "levels")
    changed = replace(LEVELS, words=(Wording(theirs="tip", ours="the summit"),))
    framework = replace(told.framework, approaches={"levels": changed})
    html = page(material(told.case, framework, told.judgement))
    assert "the summit" in html
    assert "the top" not in html


def test_the_same_case_gives_the_same_bytes(told: Material) -> None:
    assert found(told).files == found(told).files
