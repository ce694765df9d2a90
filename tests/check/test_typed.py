"""Which figures are typed in where they should be computed."""

import pytest

from tests.check.library import judged, overlaid

EXAMPLE = """
record: from-published-sources
benefits: []
costs:
  - {{id: kit, label: Kit, type: direct, paid_by: self, {money}, price_year: 2023/24,
     grade: 2, source: accounts}}
printed:
  - {{label: Cost, {figure}, source: accounts, reproduces: fully, undiscounted: true}}
"""
OWN = "{{amount: {}, price_year: 2023/24, source: accounts}}"


def _codes(money: str, figure: str) -> list[str]:
    example = EXAMPLE.format(money=money, figure=figure)
    return [f.code for f in judged(overlaid(example)).findings if f.level == "error"]


@pytest.mark.parametrize(
    "money",
    [
        "amount: 96000, years: 0",
        "amount: 48000, years: 0-1",
        "years: {0: 96000}",
        "years: {0: 48000, 1: 48000}",
        "years: {0: 96000, 1: 0}",
        "quantity: 1, unit_value: " + OWN.format(96000) + ", years: 0",
        "quantity: 96000, unit_value: " + OWN.format(1) + ", years: 0",
        "years: {0: 1}, unit_value: " + OWN.format(96000),
    ],
)
@pytest.mark.parametrize(
    "figure",
    [
        "value: 96000, of: costs",
        "value: 96000, of: lines, lines: [kit]",
        "value: -96000, of: npv",
    ],
)
def test_one_amount_is_no_test_of_itself(money: str, figure: str) -> None:
    assert _codes(money, figure) == ["CV2005"]


@pytest.mark.parametrize(
    "money",
    [
        "years: {0: 56000, 1: 40000}",
        "quantity: 2000, unit_value: " + OWN.format(48) + ", years: 0",
        "quantity: {total: 2000, over: 0-1}, unit_value: " + OWN.format(48) + ", years: 0-1",
    ],
)
def test_a_sum_or_a_product_is_a_test_of_its_inputs(money: str) -> None:
    assert _codes(money, "value: 96000, of: costs") == []


def test_a_range_that_is_typed_as_printed_is_no_test_of_itself() -> None:
    money = "amount: {low: 80000, high: 120000}, years: 0"
    assert _codes(money, "low: 80000, high: 120000, of: costs") == ["CV2005"]
    assert _codes(money, "low: -120000, high: -80000, of: npv") == ["CV2005"]


def test_a_net_figure_with_something_on_both_sides_is_a_sum() -> None:
    example = EXAMPLE.format(
        money="amount: 96000, years: 0", figure="value: -86000, of: npv"
    ).replace(
        "benefits: []",
        "benefits: [{id: saved, label: Saved, kind: cost-avoided, gained_by: self, amount: 10000, "
        "price_year: 2023/24, years: 0, grade: 2, source: accounts}]",
    )
    assert [f.code for f in judged(overlaid(example)).findings if f.level == "error"] == []


@pytest.mark.parametrize("figure", ["value: 48, of: unit-values", "value: 2000, of: quantity"])
def test_a_part_of_a_single_line_is_no_test_of_itself(figure: str) -> None:
    money = "quantity: 2000, unit_value: " + OWN.format(48) + ", years: 0"
    assert _codes(money, figure + ", lines: [kit]") == ["CV2005"]
    assert _codes(money, "value: 96000, of: lines, lines: [kit]") == []


def test_a_price_that_the_index_brings_to_another_year_is_a_sum() -> None:
    money = "quantity: 2000, unit_value: {amount: 48, price_year: 2020/21, source: accounts}"
    found = _codes(money + ", years: 0", "value: 48, of: unit-values, lines: [kit]")
    assert found == ["CV2003"]
