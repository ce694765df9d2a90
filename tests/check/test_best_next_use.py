"""Freed capacity names its best next use, and a figure before costs is no net one."""

import pytest

from tests.check.library import judged, overlaid

LINE = """
    benefits:
      - id: bed-days
        label: Bed days no longer needed
        kind: {kind}
        gained_by: council
        quantity: 400
        unit: bed-day
        unit_value: bed-day
        years: 0-1
        attribution: 0.6
        deadweight: 0.1
        grade: 3
        harvest: {{{harvest}}}
        source: audit
"""


@pytest.mark.parametrize(
    ("kind", "harvest", "is_found"),
    [
        ("released-capacity", "decision: not-yet", True),
        ("released-capacity", "decision: reused", True),
        ("cost-avoided", "decision: reinvested", True),
        ("released-capacity", "decision: lost", False),
        ("cost-avoided", "decision: not-yet", False),
        ("released-capacity", "decision: not-yet, best_next_use: Planned operations", False),
    ],
)
def test_a_next_use_is_asked_for_where_there_is_one(
    kind: str, harvest: str, *, is_found: bool
) -> None:
    found = judged(overlaid(LINE.format(kind=kind, harvest=harvest))).findings
    assert ("CV2015" in {finding.code for finding in found}) is is_found


def test_a_net_figure_that_is_what_benefits_come_to_is_called_gross() -> None:
    printed = """
    benefits:
      - {{id: kit, label: Kit, kind: cash-releasing, gained_by: self, amount: 1000,
         price_year: 2023/24, years: 0, grade: 3, source: audit}}
    costs:
      - {{id: pay, label: Pay, type: direct, paid_by: self, amount: 400, price_year: 2023/24,
         years: 0, grade: 3, source: accounts}}
    printed:
      - {{label: Result, value: {value}, of: npv, source: accounts, because: As printed}}
    """
    codes = {
        value: {f.code for f in judged(overlaid(printed.format(value=value))).findings}
        for value in (600, 1000)
    }
    assert "CV2009" in codes[1000]
    assert "CV2009" not in codes[600]
