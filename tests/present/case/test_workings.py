"""The working of a line tells what was stated from what was taken for want of it."""

from dataclasses import replace
from typing import Any

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate, YearAmount, Years
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine
from civalue_build.present.case.base import Material
from civalue_build.present.case.workings import TAKEN, workings
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
    assert (found.value, found.note) == ("60%", "midpoint of 50% to 70%")


def test_a_year_with_a_range_of_its_own_shows_it(known: Material) -> None:
    years = Years(by_year=(YearAmount(year=1, value=Estimate(low=100, high=300)),))
    line = replace(benefit(known, "clinics"), amount=None, years=years)
    found = facts(changed(known, line), line.label)["Year 1"]
    assert found.note.startswith("stated as £200 (midpoint of £100 to £300); before shares £200;")


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
