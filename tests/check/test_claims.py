"""Claims that their own figures speak against, and those that only look so."""

import pytest

from tests.check.library import judged, overlaid

LINE = """
record: from-published-sources
printed: []
benefits:
  - {{id: visits, label: Visits avoided, kind: cost-avoided, gained_by: self, grade: 3, years: 1,
     source: accounts, {line}}}
"""


def _codes(line: str) -> list[str]:
    return [finding.code for finding in judged(overlaid(LINE.format(line=line))).findings]


@pytest.mark.parametrize(
    ("line", "is_far"),
    [
        ("quantity: 20, unit: attendance, unit_value: {amount: 20, price_year: 2023/24}", True),
        ("quantity: 20, unit: attendance, unit_value: {amount: 70, price_year: 2023/24}", False),
        ("quantity: 2, unit: attendance, unit_value: {amount: 3000, price_year: 2023/24}", True),
        ("quantity: 9, unit: attendance, unit_value: {amount: 20, basis: marginal}", False),
        ("quantity: 9, unit: patient, unit_value: {amount: 20, price_year: 2023/24}", False),
        ("quantity: 9, unit: attendance, unit_value: emergency-attendance", False),
        ("amount: 9, price_year: 2023/24", False),
    ],
)
def test_a_price_is_set_beside_those_of_the_library(line: str, *, is_far: bool) -> None:
    assert ("CV2029" in _codes(line)) is is_far


def test_prices_of_another_currency_are_not_compared() -> None:
    line = "quantity: 2, unit: attendance, unit_value: {amount: 3000, price_year: 2023/24}"
    euros = "appraisal: {currency: EUR, price_index: none}"
    found = judged(overlaid(f"{LINE.format(line=line)}{euros}")).findings
    assert "CV2029" not in [finding.code for finding in found]


@pytest.mark.parametrize(
    ("note", "attribution", "is_of_others"),
    [
        ("20% was due to other clinics", 0.2, True),
        ("20% of the visits were attributed to others", 0.2, True),
        ("20% was due to other clinics", 0.8, False),
        ("50% was due to other clinics", 0.5, False),
        ("20% was due to this clinic", 0.2, False),
        ("20% fewer visits, due to many things", 0.2, False),
    ],
)
def test_the_share_of_others_is_told_from_the_share_of_the_work(
    note: str, attribution: float, *, is_of_others: bool
) -> None:
    line = f"amount: 9, price_year: 2023/24, attribution: {attribution}, note: '{note}'"
    assert ("CV2030" in _codes(line)) is is_of_others


@pytest.mark.parametrize(
    ("end", "line", "is_part"),
    [
        ("2023-09", "claim: measured, note: A saving a year", True),
        ("2023-09", "claim: in-budget, note: Annualised", True),
        ("2023-09", "claim: forecast, note: A saving a year", False),
        ("2023-09", "claim: measured, note: Over six months", False),
        ("2024-03", "claim: measured, note: A saving a year", False),
    ],
)
def test_a_year_that_was_not_measured_whole_is_a_forecast(
    end: str, line: str, *, is_part: bool
) -> None:
    amount = f"amount: 9, price_year: 2023/24, {line}"
    period = f"period: {{start: 2023-04, end: {end}}}"
    found = judged(overlaid(f"{LINE.format(line=amount)}{period}")).findings
    assert ("CV2031" in [finding.code for finding in found]) is is_part


@pytest.mark.parametrize(("size", "is_much"), [(12, True), (1200, False), (5, False)])
def test_the_gain_of_each_person_is_looked_at_where_it_is_known(
    size: int, *, is_much: bool
) -> None:
    line = "amount: 600000, price_year: 2023/24"
    people = f"population: {{size: {size}}}"
    found = judged(overlaid(f"{LINE.format(line=line)}{people}")).findings
    assert ("CV2032" in [finding.code for finding in found]) is is_much


@pytest.mark.parametrize(
    ("line", "is_far"),
    [
        ("label: 3820 more attendances, amount: 27500000, price_year: 2023/24", True),
        ("label: 3820 more attendances, amount: 573000, price_year: 2023/24", False),
        ("label: 3820 attendances a year, amount: 573000, price_year: 2023/24", False),
        ("label: 11461 attendances fewer, amount: 7266, price_year: 2023/24", True),
        ("label: 3820 more patients, amount: 27500000, price_year: 2023/24", False),
        ("amount: 27500000, price_year: 2023/24", False),
    ],
)
def test_an_amount_is_shared_out_over_the_units_that_it_names(line: str, *, is_far: bool) -> None:
    text = LINE.format(line=line)
    named = text.replace("label: Visits avoided, ", "") if "label:" in line else text
    found = judged(overlaid(f"{named}population: null")).findings
    assert ("CV2035" in [finding.code for finding in found]) is is_far


@pytest.mark.parametrize(
    ("measure", "is_amiss"),
    [
        ("before: {value: 65}, after: {value: 29}, effect: {value: -60}", True),
        ("before: {value: 65}, after: {value: 29}, effect: {value: -36}", False),
        ("before: {value: 65}, after: {value: 29}, effect: {value: -55}", False),
        ("before: {value: 65}, after: {value: 29}, effect: {value: 36}", True),
        ("before: {value: 2.4}, after: {value: 1.1}, effect: {value: -1.25}", False),
        ("before: {value: 65}, after: {value: 29}, effect: {value: -60, ci: [-70, -50]}", False),
        ("before: {value: 65}, after: {value: 29}, effect: {value: -60, controls: 2}", False),
        ("after: {value: 29}, effect: {value: -60}", False),
        ("before: {value: 0}, after: {value: 377}, effect: {value: 377}", False),
    ],
)
def test_an_effect_is_what_lies_between_before_and_after(measure: str, *, is_amiss: bool) -> None:
    text = f"""
evaluation: {{design: before-after, maryland: 1}}
measures:
  - {{id: overtime, label: Overtime, unit: hour, better: lower, source: accounts, {measure}}}
"""
    found = judged(overlaid(text)).findings
    assert ("CV2034" in [finding.code for finding in found]) is is_amiss


def test_an_effect_beside_a_group_that_was_compared_may_be_adjusted() -> None:
    text = """
evaluation: {design: randomised-trial, maryland: 5}
measures:
  - {id: overtime, label: Overtime, unit: hour, better: lower, source: accounts,
     before: {value: 65}, after: {value: 29}, effect: {value: -60}}
"""
    found = judged(overlaid(text)).findings
    assert "CV2034" not in [finding.code for finding in found]
