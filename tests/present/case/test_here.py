"""“What would it mean here?” as the page holds it before anything is changed."""

import json
from dataclasses import replace
from typing import Any

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate, Years
from civalue_build.model.lines import UnitPrice
from civalue_build.present.case.base import Material
from civalue_build.present.case.here import here
from civalue_build.present.case.page import CasePage


def of_case(known: Material, case: Case) -> Material:
    return replace(known, case=case, appraisal=appraise(case, known.framework))


def data_of(known: Material) -> dict[str, Any]:
    view = here(known)
    assert view is not None
    found: dict[str, Any] = json.loads(view.data)
    return found


def dials_of(known: Material) -> dict[str, dict[str, Any]]:
    return {dial["key"]: dial for dial in data_of(known)["dials"]}


def test_a_story_has_no_such_section(drawn_story: CasePage) -> None:
    assert 'id="here"' not in drawn_story.page.body


def test_the_section_says_at_once_and_beside_the_result_that_it_is_no_appraisal(
    drawn: CasePage,
) -> None:
    section = drawn.page.body.partition('id="here"')[2].partition("</section>")[0]
    before, after = section.split('id="here-result"')
    assert "not an appraisal" in before
    assert "not an appraisal" in after
    assert "discount rates are those of the case" in after


def test_the_table_is_that_of_the_headline(known: Material) -> None:
    view, result = here(known), known.appraisal.headline
    assert view is not None
    assert result is not None
    costs, benefits, net, *_ = view.table.rows
    assert [cell.text for cell in costs.cells[1:]] == [
        known.money(one.pv_costs) for one in (result.claimed, result.corrected)
    ]
    assert [cell.text for cell in benefits.cells[1:]] == [
        known.money(one.pv_benefits) for one in (result.claimed, result.corrected)
    ]
    assert net.cells[1].text in view.says


def test_a_case_of_which_no_line_has_an_amount_says_that_there_is_nothing_to_scale(
    known: Material, valued: Case
) -> None:
    lines = tuple(
        replace(line, quantity=Estimate(stated=False), amount=None)
        for line in valued.benefits or ()
    )
    view = here(of_case(known, replace(valued, benefits=lines, costs=None)))
    assert view is not None
    assert view.data == ""
    assert "no cost stated" in view.says


def test_a_quantity_has_its_unit_and_the_range_of_the_case(known: Material) -> None:
    dial = dials_of(known)["benefits.bed-days"]
    assert dial["label"] == "Bed days no longer needed"
    assert dial["unit"] == "bed days a year"
    assert dial["hint"] == "In the case: 410 bed days a year. The case’s own range: 300 to 480."
    assert (dial["base"], dial["range"]) == (410, [300, 480])


def test_an_amount_of_money_is_at_the_prices_of_the_case(known: Material) -> None:
    dial = dials_of(known)["benefits.clinics"]
    assert (dial["before"], dial["unit"]) == ("£", "a year")
    assert dial["hint"] == "In the case: £21,000 a year, in 2023/24 prices."
    assert dials_of(known)["costs.visits"]["unit"] == "once"


def test_a_price_of_the_library_says_which_lines_use_it(known: Material) -> None:
    dial = dials_of(known)["unit-values.bed-day"]
    assert (dial["label"], dial["unit"]) == ("Hospital bed day", "for one bed day")
    assert dial["hint"].endswith("Used for: Bed days no longer needed.")


def test_a_loss_is_turned_in_proportion(known: Material) -> None:
    dial = dials_of(known)["benefits.dressings"]
    assert (dial["base"], dial["unit"]) == (100, "% of the case’s")
    assert dial["hint"] == "A loss, which counts against the benefits."


def test_one_of_a_unit_is_said_in_the_singular(known: Material, valued: Case) -> None:
    costs = valued.costs or ()
    year = replace(
        costs[0],
        quantity=Estimate(central=1),
        unit="hour",
        unit_value=UnitPrice(amount=Estimate(central=100)),
        years=Years(each=(0,)),
    )
    found = dials_of(of_case(known, replace(valued, costs=(year,))))
    assert found["costs.lead"]["hint"] == "In the case: 1 clinician hour."


def test_no_text_of_a_case_ends_the_script_element(known: Material, valued: Case) -> None:
    costs = valued.costs or ()
    sly = replace(costs[0], label="</script><script>alert(1)</script>")
    view = here(of_case(known, replace(valued, costs=(sly, *costs[1:]))))
    assert view is not None
    assert "<" not in view.data
    assert json.loads(view.data)["dials"][0]["label"] == sly.label


def test_a_line_without_a_value_is_not_in_the_data(known: Material) -> None:
    found = data_of(known)
    assert "benefits.sleep" not in {dial["key"] for dial in found["dials"]}
    assert len(found["lines"]) == 6


def test_data_hold_the_present_values_of_every_line_that_society_counts(known: Material) -> None:
    found, result = data_of(known), known.appraisal.lenses.economic
    assert result is not None
    for side, total in ((True, result.claimed.pv_costs), (False, result.claimed.pv_benefits)):
        flows = [
            flow
            for flow in found["flows"]
            if 3 in flow["within"] and found["lines"][flow["line"]].get("cost", False) is side
        ]
        assert abs(sum(sum(flow["claimed"]) for flow in flows) - float(str(total))) < 1e-6
