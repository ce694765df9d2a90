"""The numbers of a line say what was stated: ends, midpoints, totals, units, price years."""

from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.enums import CostType
from civalue_build.model.estimate import Estimate, PriceYear, Years
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.lines import CostLine, UnitPrice
from civalue_build.present.case.background import lines_file
from civalue_build.present.case.base import Material
from civalue_build.present.case.line_cells import price_cell, quantity_cell
from civalue_build.present.views import Cell

THREE = Years(each=(0, 1, 2))
LINE = CostLine(
    id="x",
    label="X",
    type=CostType.DIRECT,
    paid_by="self",
    years=THREE,
    source="audit",
    quantity=Estimate(central=40),
    unit="hour",
    unit_value=UnitPrice(amount=Estimate(central=10), price_year=PriceYear(first=2023)),
)
AMOUNT = replace(LINE, quantity=None, unit=None, unit_value=None)


@pytest.fixture
def base(valued: Case, framework: Framework, judgement: Judgement) -> Material:
    case = replace(valued, printed=(), benefits=())
    return Material(
        case=case, appraisal=appraise(case, framework), judgement=judgement, framework=framework
    )


def material(base: Material, line: CostLine, **changes: Any) -> Material:
    case = replace(base.case, costs=(line,), **changes)
    return replace(base, case=case, appraisal=appraise(case, base.framework))


def cells(base: Material, line: CostLine, **changes: Any) -> tuple[Cell, Cell]:
    known = material(base, line, **changes)
    [value] = known.appraisal.lines
    return quantity_cell(known, value, line), price_cell(known, value)


def test_a_quantity_whose_middle_nobody_stated_is_marked(base: Material) -> None:
    stated, _ = cells(base, replace(LINE, quantity=Estimate(central=40, low=30, high=60)))
    middle, _ = cells(base, replace(LINE, quantity=Estimate(low=30, high=60)))
    assert (stated.text, stated.note) == ("40", "(30 to 60) clinician hours")
    assert (middle.text, middle.note) == ("45", "(midpoint of 30 to 60) clinician hours")


def test_a_midpoint_of_a_shared_volume_is_marked_too(base: Material) -> None:
    line = replace(LINE, quantity=Estimate(volume="v"))
    cell, _ = cells(base, line, volumes={"v": Estimate(low=30, high=60)})
    assert "midpoint of 30 to 60" in cell.note


def test_a_price_whose_middle_nobody_stated_is_marked(base: Material) -> None:
    price = UnitPrice(amount=Estimate(low=46, high=106), price_year=PriceYear(first=2023))
    _, cell = cells(base, replace(LINE, unit_value=price))
    assert (cell.text, cell.note) == ("£76", "midpoint of £46 to £106, 2023/24 prices")


def test_an_amount_shows_its_range(base: Material) -> None:
    cell, _ = cells(base, replace(AMOUNT, amount=Estimate(central=60, low=50, high=90)))
    assert cell.note == "£60 (£50 to £90)"
    certain, _ = cells(base, replace(AMOUNT, amount=Estimate(central=60)))
    assert (certain.text, certain.note) == ("an amount of money", "")


def test_a_total_spread_over_years_says_so(base: Material) -> None:
    cell, _ = cells(base, replace(LINE, quantity=Estimate(total=220, over=THREE)))
    assert cell.text == "73.33"
    assert cell.note == "clinician hours, a total of 220 over years 0 to 2, spread evenly"
    amount, _ = cells(base, replace(AMOUNT, amount=Estimate(total=900, over=THREE)))
    assert amount.note == "a total of £900 over years 0 to 2, spread evenly"


def test_one_unit_is_singular_and_an_unknown_unit_stays_as_it_is(base: Material) -> None:
    one, _ = cells(base, replace(LINE, quantity=Estimate(central=1)))
    many, _ = cells(base, replace(LINE, unit="care-home-week"))
    assert (one.text, one.note) == ("1", "clinician hour")
    assert many.note == "care home week"


def test_a_line_without_a_price_year_is_in_the_prices_of_the_case(base: Material) -> None:
    line = replace(AMOUNT, amount=Estimate(central=60))
    _, cell = cells(base, line)
    assert cell.note == "the case’s own prices"
    rows = lines_file(material(base, line), "x").content.decode("utf-8-sig").splitlines()
    assert rows[1].split(",")[rows[0].split(",").index("Price year")] == ""


def test_a_line_without_an_amount_has_no_price_year(base: Material) -> None:
    quantity, price = cells(base, replace(AMOUNT, amount=Estimate(stated=False)))
    assert (quantity.text, price.text, price.note) == ("not stated", "not stated", "")
