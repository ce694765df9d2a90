"""What nobody can have counted yet is found in a ledger, too."""

from dataclasses import replace

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


def _found(*rows: str) -> list[tuple[str, str]]:
    files = overlaid(EXAMPLE)
    table = "\n".join(["month,line,plan,actual", *rows]).encode()
    files = replace(files, others={**files.others, "ledger.csv": table})
    return [(str(f.place), f.message) for f in judged(files).findings if f.code == "CV2036"]


def test_an_actual_of_a_month_to_come_is_found_at_its_row() -> None:
    rows = ("2024-01,kit,100,90", "2090-01,kit,100,90", "2090-02,kit,100,90")
    message = "ledger.csv has an actual for 2090-01, which is after today, and 1 more"
    assert _found(*rows) == [("cases/sound/ledger.csv:3:1", message)]


def test_a_plan_for_a_month_to_come_is_none() -> None:
    assert _found("2024-01,kit,100,90", "2090-01,kit,100,") == []
