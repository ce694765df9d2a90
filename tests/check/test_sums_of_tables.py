"""Totals and differences of tables are worked out from their cells."""

import pytest

from civalue_build.check.sums_of_tables import sums_of_tables

COSTS = """
| Cost | Before | After | Difference |
| --- | --- | --- | --- |
| Clozapine | £7,489.41 | £6,991.44 | −£497.97 |
| Blood levels | £878.75 | £2,280.00 | £1,401.25 |
| Nicotine replacement | none | £16,818.96 | £16,818.96 |
| **Total** | £8,368.16 | £26,090.40 | {difference} |
"""
BALANCE = """
| | At 5 days | At 10 days |
|---|---|---|
| Stays avoided | £854,595.30 | £1,709,190.60 |
| Cost | £690,000 | £690,000 |
| Balance | {five} | £1,019,190.60 |
"""


def test_the_difference_of_two_totals_is_worked_out() -> None:
    found = {slip.written for slip in sums_of_tables(COSTS.format(difference="£17,623.66"))}
    assert found == {"Total: £17,623.66"}
    assert list(sums_of_tables(COSTS.format(difference="£17,722.24"))) == []


def test_a_balance_is_what_two_rows_leave() -> None:
    (slip,) = sums_of_tables(BALANCE.format(five="£164,593.30"))
    assert slip.comes_to == pytest.approx(164_595.30)
    assert list(sums_of_tables(BALANCE.format(five="£164,595.30"))) == []


def table(*rows: str) -> str:
    head, *others = (f"| {row} |" for row in rows)
    return "\n".join((head, "| --- | --- | --- |", *others))


@pytest.mark.parametrize(
    "text",
    [
        table("Ward | Beds | Share", "One | 20 | 40%", "Two | 30 | 60%", "Total | 50 | 100%"),
        table("Ward | Beds | Cost", "One | 20 | £1.20", "Two | 30 | £1.40", "Total | 50 | £2.60"),
        table("Ward | Mean | Note", "One | 3.1 | a", "Two | 4.9 | b", "Total | 4.2 | c"),
        table("Ward | Price | Cost", "One | £2 | £4", "Two | £3 | £9", "Total | | £13"),
        table("Ward | Beds | Cost", "One | 20 | ?", "Two | 30 | £9", "Total | 50 | £90"),
        table("Ward | Beds", "One | 20", "Total | 21"),
        table("Days | Balance", "5 | £20", "10 | £40", "Balance of both | none"),
        table("Ward | Beds", "One | 20", "Two | 30", "Total | 50", "Three | 9", "Total | 99"),
        "no table, but Total: 5 | 6",
    ],
)
def test_what_comes_out_or_cannot_be_told_is_left_alone(text: str) -> None:
    assert list(sums_of_tables(text)) == []


def test_a_total_that_its_rows_do_not_make_is_found_where_it_stands() -> None:
    text = table("Ward | Beds", "One | 20", "Two | 30", "Total | 60")
    (slip,) = sums_of_tables(text)
    assert (slip.written, slip.comes_to) == ("Total: 60", 50)
    assert text[slip.at :].startswith("| Total")
