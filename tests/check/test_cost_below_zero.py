"""A cost that comes to less than nothing is found where its number comes from."""

from dataclasses import replace

import pytest

from tests.check.library import judged, overlaid

EXAMPLE = """
record: from-published-sources
benefits: []
printed: []
ledger: ledger.csv
costs:
  - {id: kit, label: Kit, type: direct, paid_by: self, amount: 1000, price_year: 2023/24,
     years: 0-1, grade: 2, source: accounts}
"""
MONTHS = [f"2023-{month:02}" for month in range(4, 13)] + [f"2024-{m:02}" for m in (1, 2, 3)]


def _costs_below_zero(credit: int) -> list[str]:
    """Return the places of the finding where July's actual amount is a credit."""
    rows = [f"{month},kit,100,{credit if month == '2023-07' else 10}" for month in MONTHS]
    files = overlaid(EXAMPLE)
    table = "\n".join(["month,line,plan,actual", *rows]).encode()
    files = replace(files, others={**files.others, "ledger.csv": table})
    return [str(f.place) for f in judged(files).findings if f.code == "CV079"]


@pytest.mark.parametrize(("credit", "places"), [(-900, ["cases/sound/ledger.csv:5:1"]), (-50, [])])
def test_a_year_of_the_ledger_below_zero_is_found_at_its_row_and_a_month_alone_is_not(
    credit: int, places: list[str]
) -> None:
    assert _costs_below_zero(credit) == places


def test_the_low_end_of_a_shared_price_below_zero_is_found() -> None:
    example = """
        record: from-published-sources
        benefits: []
        printed: []
        volumes: {price: {low: -5, central: 5, high: 10}}
        costs:
          - {id: kit, label: Kit, type: direct, paid_by: self, quantity: 10, years: 0-1, grade: 2,
             unit_value: {amount: price, price_year: 2023/24}, source: accounts}
    """
    found = judged(overlaid(example)).findings
    assert [f.code for f in found if f.level == "error"] == ["CV079"]
