"""The working of a line tells what was stated from what was taken; figures lead to workings."""

import re
from dataclasses import replace
from typing import Any

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate, YearAmount, Years
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.origins import TAKEN
from civalue_build.present.case.page import CasePage
from civalue_build.present.case.workings import workings
from civalue_build.present.views import Fact


def facts(known: Material, label: str) -> dict[str, Fact]:
    working = next(item for item in workings(known) if item.label == label)
    return {fact.term: fact for fact in working.facts}


def changed(known: Material, line: BenefitLine, **case: Any) -> Material:
    found = replace(known.case, benefits=(line,), printed=(), **case)
    return replace(known, case=found, appraisal=appraise(found, known.framework))


def benefit(known: Material, identifier: str) -> BenefitLine:
    return next(line for line in known.case.benefits or () if line.id == identifier)


def test_a_line_without_an_amount_is_not_said_to_be_corrected(known: Material) -> None:
    assert "Strength of evidence" not in facts(known, "Better sleep at home")
    valued = facts(known, "Bed days no longer needed")["Strength of evidence"]
    assert valued.note == "this line is corrected by −10%"


def test_a_claim_that_nobody_stated_is_planned_and_says_so(known: Material) -> None:
    line = replace(benefit(known, "bed-days"), claim=None)
    found = facts(changed(known, line, claim=None), line.label)["Claim"]
    assert (found.value, found.note) == ("Planned", TAKEN)
    assert facts(known, line.label)["Claim"].note == ""


def test_a_share_whose_middle_nobody_stated_is_marked(known: Material) -> None:
    line = replace(benefit(known, "bed-days"), attribution=Estimate(low=0.5, high=0.7))
    found = facts(changed(known, line), line.label)["Share due to this work"]
    assert found.value == "60%, midpoint of 50% to 70%"
    assert found.note == "(50% + 70%) ÷ 2; in the case at benefits › bed-days › attribution"


def test_a_year_with_a_range_of_its_own_shows_it(known: Material) -> None:
    years = Years(by_year=(YearAmount(year=1, value=Estimate(low=100, high=300)),))
    line = replace(benefit(known, "clinics"), amount=None, years=years)
    found = facts(changed(known, line), line.label)["Amount of year 1"]
    assert (found.value, found.note) == (
        "£200",
        "(£100 + £300) ÷ 2; in the case at benefits › clinics › years › 1",
    )


def test_a_midpoint_of_the_framework_is_marked(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    value = framework.unit_values["bed-day"]
    entry = replace(value.values[0], value=Estimate(low=500, high=600))
    values = {"bed-day": replace(value, values=(entry,))}
    other = replace(framework, unit_values=values)
    known = Material(
        case=valued, appraisal=appraise(valued, other), judgement=judgement, framework=other
    )
    found = facts(known, "Bed days no longer needed")["Price of one"]
    assert found.value == "£550, midpoint of £500 to £600"


def test_a_headline_is_followed_down_to_its_lines(known: Material) -> None:
    [headline] = [w for w in workings(known) if w.id == "how-headline"]
    steps = {step.name: step for step in headline.steps}
    net = steps["Net present value, as claimed"]
    assert known.appraisal.headline
    assert net.figure == known.money(known.appraisal.headline.claimed.npv)
    assert net.formula == "benefits − costs"
    benefits = steps["Benefits, as claimed"]
    assert {term.name: term.href for term in benefits.terms}["Bed days no longer needed"] == (
        "#how-line-bed-days"
    )


def test_a_party_alone_in_an_account_leads_back_to_what_was_told_above(known: Material) -> None:
    [parties] = [w for w in workings(known) if w.id == "how-parties"]
    name = known.case.organisation.name
    [pays] = [step for step in parties.steps if step.name == f"{name}: pays, as claimed"]
    assert pays.note == "As above: For the NHS over 3 years › Costs, as claimed"
    assert not pays.terms


def test_a_year_shows_the_numbers_that_it_is_made_from(known: Material) -> None:
    working = next(w for w in workings(known) if w.label == "Bed days no longer needed")
    assert working.table
    first = working.table.rows[0].cells
    line = next(x for x in known.appraisal.lines if x.id == "bed-days")
    assert first[1].text == known.money(line.by_year[0].gross)
    assert first[1].note.endswith("× £562")
    assert working.table.note.startswith("Before shares = quantity × price of one; ")


def test_every_figure_that_leads_to_a_working_finds_it(drawn: CasePage) -> None:
    wanted = set(re.findall(r'href="#(how-[^"]+)"', drawn.page.body))
    there = re.findall(r'<details class="cv-details" id="([^"]+)"', drawn.page.body)
    assert len(there) == len(set(there))
    assert {"how-headline", "how-undiscounted", "how-parties", "how-capacity"} <= wanted
    assert wanted <= set(there)


def test_a_case_without_money_has_no_workings(drawn_story: CasePage) -> None:
    assert "how-" not in drawn_story.page.body


def test_a_line_that_goes_by_another_index_than_its_case_says_why(known: Material) -> None:
    title = known.framework.price_indices[known.framework.default_price_index].title
    vintage = known.appraisal.vintage
    assert vintage
    line = benefit(known, "bed-days")
    lines = tuple(
        replace(x, price_factor=1.1, price_year="2019/20", price_index="another")
        if x.id == line.id
        else x
        for x in known.appraisal.lines
    )
    moved = replace(known, appraisal=replace(known.appraisal, lines=lines))
    note = facts(moved, line.label)["To the case’s prices"].note
    assert f"not by the case’s index, “{title}”, since the NHS does not buy" in note
