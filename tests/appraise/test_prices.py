from civalue_build.appraise.prices import factor
from civalue_build.model.appraisal import Undefined
from civalue_build.model.estimate import PriceYear
from tests import builders

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
