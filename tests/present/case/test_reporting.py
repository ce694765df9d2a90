"""The page of a case says what is reported and where, and gives no score."""

from dataclasses import replace

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.enums import Record
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.present.case.base import Material
from civalue_build.present.case.page import case_page
from civalue_build.present.case.reporting import ReportingView, reporting
from civalue_build.present.document import document
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT


def asked(framework: Framework) -> Framework:
    return replace(framework, guidelines=read_framework(ROOT).guidelines)


def view(case: Case, framework: Framework) -> ReportingView:
    ground = asked(framework)
    found = reporting(
        Material(
            case=case,
            appraisal=appraise(case, ground),
            judgement=Judgement(),
            framework=ground,
        )
    )
    assert found is not None
    return found


def test_the_four_questions_stand_open_before_the_guidelines(
    valued: Case, framework: Framework
) -> None:
    found = view(valued, framework)
    assert [one.is_open for one in found.guidelines] == [True, False, False, False]
    assert [item.answer.text for item in found.guidelines[0].items][1:3] == ["yes", "partly"]


def test_what_is_found_leads_to_its_part_of_the_page(valued: Case, framework: Framework) -> None:
    cost = view(valued, framework).guidelines[0].items[1]
    assert {(link.href, link.note) for link in cost.found} == {("#money", "costs")}


def test_what_is_not_found_is_named(story: Case, framework: Framework) -> None:
    finance = view(story, framework).guidelines[0].items[3]
    assert finance.answer.text == "no"
    assert finance.missing == "who in finance signed and which lines they signed"


def test_every_way_on_a_page_leads_to_a_part_that_is_there(
    valued: Case, story: Case, framework: Framework, judgement: Judgement
) -> None:
    ground = asked(framework)
    for case in (valued, story):
        body = case_page(case, appraise(case, ground), judgement, ground).page.body
        part = body.partition('id="reporting"')[2].partition("<h2")[0]
        assert part
        for href in part.split('href="#')[1:]:
            assert f'id="{href.partition(chr(34))[0]}"' in body


def test_a_record_of_sources_says_that_they_may_say_more(
    valued: Case, framework: Framework
) -> None:
    own = replace(valued, record=Record.TEAM)
    published = replace(valued, record=Record.FROM_PUBLISHED_SOURCES)
    assert "may say more" not in view(own, framework).lead
    assert "may say more" in view(published, framework).lead


def test_a_framework_without_guidelines_draws_no_part(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    page = case_page(valued, appraise(valued, framework), judgement, framework).page
    assert 'id="reporting"' not in page.body


def test_the_card_keeps_a_letter_for_each_item(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    ground = asked(framework)
    card = case_page(valued, appraise(valued, ground), judgement, ground).card
    assert [(name, len(letters)) for name, letters in card.reporting] == [
        ("wemmerlov", 4),
        ("business-case-for-quality", 11),
        ("cheers-2022", 28),
        ("squire-2", 18),
    ]


def test_the_document_has_each_item_in_words(valued: Case, framework: Framework) -> None:
    found = document(appraise(valued, asked(framework)), {})["reporting"]
    assert found["wemmerlov"] == {
        "report-detail": "partly",
        "own-cost": "met",
        "sources": "partly",
        "finance-validated": "not-met",
    }
    assert found["cheers-2022"]["interests"] == "not-visible"
