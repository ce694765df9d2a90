"""Prices of one year brought to those of another, and prices that are of one year only."""

from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.appraise.prices import factor
from civalue_build.model.appraisal import Appraisal, Undefined
from civalue_build.model.case import Period
from civalue_build.model.enums import Kind
from civalue_build.model.estimate import PartialDate, PriceYear
from civalue_build.model.lines import UnitPrice
from civalue_build.model.reference import PriceIndex, Unit
from tests import builders
from tests.builders import (
    benefit,
    case,
    cost,
    each,
    framework,
    number,
    priced,
    unit_value,
    yearly_value,
)

INDEX = builders.framework().price_indices["deflator"]


def test_an_amount_moves_by_the_ratio_of_the_levels() -> None:
    assert factor(INDEX, PriceYear(first=2019), PriceYear(first=2023)) == 100 / 90


def test_a_calendar_year_and_a_financial_year_are_two_levels_of_one_index() -> None:
    assert factor(INDEX, PriceYear(first=2011, financial=False), PriceYear(first=2023)) == 1.25


def test_the_same_year_needs_no_index() -> None:
    year = PriceYear(first=1994, financial=False)
    assert factor(INDEX, year, year) == 1


def test_a_year_outside_the_index_is_undefined_and_named() -> None:
    found = factor(INDEX, PriceYear(first=1994), PriceYear(first=2023))
    assert isinstance(found, Undefined)
    assert "1994/95" in found.why


def test_amounts_stay_as_printed_without_an_index() -> None:
    assert factor(None, PriceYear(first=1994), PriceYear(first=2023)) == 1


def test_a_line_tells_the_levels_that_its_price_came_by() -> None:
    old = cost(90, price_year=PriceYear(first=2019))
    line = appraise(case(costs=(old,), benefits=()), framework()).lines[0]
    assert line.price_levels == (90.0, 100.0)
    assert line.price_factor == 100 / 90
    assert line.total_claimed == pytest.approx(100)


def test_a_line_in_the_prices_of_the_case_needed_no_levels() -> None:
    line = appraise(case(costs=(cost(90),), benefits=()), framework()).lines[0]
    assert (line.price_levels, line.price_factor) == (None, 1)


def test_a_case_may_name_another_index_than_the_default() -> None:
    nhs = PriceIndex(title="NHS", source=builders.CITED, financial={"2019/20": 80, "2023/24": 100})
    both = dict(framework().price_indices) | {"nhs": nhs}
    old = cost(80, price_year=PriceYear(first=2019))
    found = appraise(
        case(costs=(old,), benefits=(), basis={"price_index": "nhs"}), framework(price_indices=both)
    )
    assert found.lines[0].price_levels == (80, 100)
    assert found.lines[0].total_claimed == pytest.approx(100)
    assert found.vintage is not None
    assert found.vintage.price_index == "nhs"


def carbon(first: int, month: int, *years: int) -> Appraisal:
    """A tonne less in each year of a case, at a price that is another in each calendar year."""
    known = framework(unit_values={"carbon": yearly_value({2023: 100, 2024: 110, 2025: 130}, "t")})
    fields = priced(number(1), 1) | {"unit_value": UnitPrice(id="carbon")}
    line = benefit(kind=Kind.WIDER, years=each(*years), unit="t", **fields)
    start = Period(start=PartialDate(year=first, month=month))
    return appraise(case(costs=(), benefits=(line,), period=start), known, "none")


def test_a_yearly_price_is_that_of_the_year_in_which_something_happens() -> None:
    line = carbon(2023, 4, 0, 1, 2).lines[0]
    assert [value.gross for value in line.by_year] == pytest.approx([100, 110, 130])
    assert [year for year, _ in line.price_by_year] == [0, 1, 2]
    assert [price for _, price in line.price_by_year] == pytest.approx([100, 110, 130])


def test_the_middle_of_a_year_says_which_calendar_year_it_is_of() -> None:
    assert carbon(2023, 6, 0).lines[0].by_year[0].gross == 100
    assert carbon(2022, 10, 0).lines[0].by_year[0].gross == 100


def test_a_year_without_a_price_of_its_own_takes_no_other() -> None:
    line = carbon(2024, 4, 0, 1, 2).lines[0]
    assert line.undefined == "“A yearly price” has no value of 2026"
    assert line.by_year == ()


def test_a_yearly_price_is_one_input_whose_range_moves_every_year() -> None:
    found = carbon(2023, 4, 0, 2)
    assert found.lines[0].price is not None
    assert (found.lines[0].price.low, found.lines[0].price.high) == (50, 150)


def of_qalys(**line: Any) -> Appraisal:
    """A case by the index of NHS costs, which does not reach 2011, with a line counted in QALYs."""
    nhs = PriceIndex(title="NHS", source=builders.CITED, financial={"2019/20": 80, "2023/24": 100})
    known = framework(
        price_indices=dict(framework().price_indices) | {"nhs": nhs},
        units={"qaly": Unit(id="qaly", title="QALYs", singular="QALY", society_only=True)},
        unit_values={"qaly": unit_value(1000, unit="qaly", price_year=PriceYear(first=2019))},
    )
    gain = benefit(kind=Kind.HEALTH, gained_by="people", unit="qaly", **line)
    old = cost(80, price_year=PriceYear(first=2019))
    return appraise(case(costs=(old,), benefits=(gain,), basis={"price_index": "nhs"}), known)


def test_what_society_alone_values_goes_by_the_frameworks_own_index() -> None:
    old = PriceYear(first=2011, financial=False)
    stated = of_qalys(**priced(1, 800, price_year=old)).lines[1]
    assert (stated.price_index, stated.price_levels) == ("deflator", (80, 100))
    assert stated.total_claimed == pytest.approx(1000)
    known = priced(1, 1) | {"unit_value": UnitPrice(id="qaly")}
    assert of_qalys(**known).lines[1].price_levels == (90, 100)


def test_what_the_nhs_pays_goes_by_the_index_of_the_case() -> None:
    spent = of_qalys(**priced(1, 800)).lines[0]
    assert (spent.price_index, spent.price_levels) == ("nhs", (80, 100))


def test_each_index_has_its_own_factor_in_the_working() -> None:
    found = of_qalys(**priced(1, 900, price_year=PriceYear(first=2019))).explained
    assert found["price-factors.nhs.2019/20"].figure == 100 / 80
    assert found["price-factors.deflator.2019/20"].figure == 100 / 90
    assert found["lines.benefit.0.gross"].figure == pytest.approx(1000)
