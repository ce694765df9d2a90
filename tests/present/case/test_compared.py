"""What stands in a case's column beside other cases: every word final, claimed beside corrected."""

import json
from dataclasses import replace
from typing import Any

from civalue_build.model.appraisal import Appraisal
from civalue_build.model.case import Case, Population
from civalue_build.model.framework import Framework, Threshold
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.compared import compared
from civalue_build.present.case.page import CasePage
from civalue_build.present.library.compare import ASPECTS, PARTS


def told(known: Material) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(compared(known).content)
    return found


def test_every_row_of_the_page_is_there_for_a_case_with_money_and_for_one_without(
    known: Material, story: Case, framework: Framework
) -> None:
    without = Material(
        case=story,
        appraisal=Appraisal(case=story.slug),
        judgement=known.judgement,
        framework=framework,
    )
    rows = {row.key for part in PARTS for row in part.rows}
    for material in (known, without):
        assert set(told(material)["rows"]) == rows
        assert all(told(material)["rows"].values())
    assert told(without)["rows"]["npv"] == [["Not valued", ""]]
    assert told(without)["aspects"]["valued"] == "Not yet valued in money"
    assert "prices" not in told(without)["aspects"]


def test_claimed_stands_beside_corrected_with_who_is_counted_and_for_how_long(
    known: Material,
) -> None:
    headline, vintage = known.appraisal.headline, known.appraisal.vintage
    assert headline
    assert vintage
    rows = told(known)["rows"]
    assert rows["benefits"] == [
        [wording.figure(headline.claimed.pv_benefits, wording.about), "as claimed"],
        [wording.figure(headline.corrected.pv_benefits, wording.about), "corrected for evidence"],
    ]
    [[counted, small_print]] = rows["basis"]
    assert counted.startswith("For ")
    assert counted.endswith("counting cash, released capacity and avoided cost")
    assert f"in {vintage.price_year} prices, over {headline.horizon} year" in small_print


def test_what_two_cases_must_have_alike_is_said_of_each(known: Material) -> None:
    assert set(told(known)["aspects"]) <= {aspect.key for aspect in ASPECTS}
    keys = {row.key for part in PARTS for row in part.rows}
    assert {key for aspect in ASPECTS for key in aspect.rows} <= keys
    gone = replace(known, case=replace(known.case, illustrative=not known.case.illustrative))
    assert told(gone)["aspects"]["origin"] != told(known)["aspects"]["origin"]


def test_a_count_of_a_few_people_is_not_printed(known: Material) -> None:
    few = replace(
        known,
        case=replace(known.case, population=Population(who="People on the unit", size=3)),
        framework=replace(
            known.framework,
            thresholds={"small-count": Threshold(id="small-count", value=7, why="Privacy")},
        ),
    )
    assert told(few)["rows"]["population"] == [["People on the unit", "1 to 7 people"]]


def test_the_page_of_a_case_brings_its_file(drawn: CasePage, known: Material) -> None:
    paths = [asset.path for asset in drawn.assets]
    assert paths.count(f"cases/{known.case.slug}/compare.json") == 1


def test_who_pays_for_the_gain_of_another_loses_and_gains_nothing_below_zero(
    known: Material,
) -> None:
    assert known.appraisal.parties
    payer = replace(known.appraisal.parties[0], name="A payer", pays=0.0, gains=-54930.0)
    appraisal = replace(known.appraisal, parties=(payer,))
    [[words, _]] = told(replace(known, appraisal=appraisal))["rows"]["parties"]
    assert words == "A payer: loses £54,900"
