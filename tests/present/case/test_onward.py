"""Every page of a case says where to go next."""

from dataclasses import replace

from civalue_build.appraise import appraise
from civalue_build.model.case import Case, Contact
from civalue_build.model.enums import Status
from civalue_build.model.estimate import PartialDate
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework, ProsePage
from civalue_build.model.measures import LedgerEntry
from civalue_build.present.case.base import Material
from civalue_build.present.case.onward import onward

PAGE = ProsePage(path="contribute/index", title="Add a case", body="", description="")


def hrefs(case: Case, framework: Framework, judgement: Judgement) -> list[str]:
    appraisal = appraise(case, framework)
    known = Material(case=case, appraisal=appraisal, judgement=judgement, framework=framework)
    return [link.href for link in onward(known)]


def test_a_reader_can_ask_and_can_find_cases_like_this_one(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    case = replace(valued, contact=Contact(role="Ward lead", email="ward@example.org"))
    found = hrefs(case, framework, judgement)
    assert found[0] == "mailto:ward@example.org"
    assert f"framework/settings/index.html#{case.setting}" in found


def test_no_link_leads_to_a_page_that_is_not_there(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    case = replace(valued, contact=None, setting="nowhere", strategy=())
    assert hrefs(case, replace(framework, pages=()), judgement) == []
    assert hrefs(case, replace(framework, pages=(PAGE,)), judgement) == ["contribute/index.html"]


def test_an_address_that_is_no_address_is_not_offered(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    case = replace(valued, contact=Contact(role="Ward lead", email="x y>"))
    assert not [href for href in hrefs(case, framework, judgement) if href.startswith("mailto:")]


def test_a_case_with_a_ledger_leads_to_the_tracker_unless_it_is_archived(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    line = valued.lines[0].id
    entry = LedgerEntry(month=PartialDate(year=2026, month=1), line=line, plan=1)
    tracked = replace(valued, entries=(entry,))
    assert "insights/tracker/index.html" in hrefs(tracked, framework, judgement)
    assert "insights/tracker/index.html" not in hrefs(valued, framework, judgement)
    old = replace(tracked, status=Status.ARCHIVED)
    assert "insights/tracker/index.html" not in hrefs(old, framework, judgement)
