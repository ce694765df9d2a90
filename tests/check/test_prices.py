"""Prices of a case: their currency and their year."""

from dataclasses import replace

import pytest

from civalue_build.check.prices import foreign_currency, is_code
from civalue_build.check.registry import BY_NAME
from civalue_build.check.rule import Inquiry
from civalue_build.model.reference import Unit
from tests.check.library import judged, overlaid, subject_of

LINE = """
record: from-published-sources
benefits: []
printed: []
costs:
  - {{id: kit, label: Kit, type: direct, paid_by: self, grade: 2, source: accounts, {money}}}
"""


@pytest.mark.parametrize(("text", "code"), [("GBP", True), ("gbp", False), ("£", False)])
def test_a_currency_code_is_three_capital_letters(text: str, *, code: bool) -> None:
    assert is_code(text) is code


@pytest.mark.parametrize(("currency", "foreign"), [("GBP", None), ("EUR", "EUR"), ("euro", None)])
def test_only_a_known_code_other_than_pounds_is_foreign(currency: str, foreign: str | None) -> None:
    subject, _ = subject_of(overlaid(f"appraisal: {{currency: {currency}}}"))
    assert foreign_currency(subject) == foreign


@pytest.mark.parametrize(
    ("money", "missing"),
    [
        ("amount: 50000, years: 0", True),
        ("amount: 50000, price_year: 2022/23, years: 0", False),
        ("amount: not-stated, years: 0", False),
        ("years: {0: 50000}", True),
        ("quantity: 900, unit_value: {amount: 60}, years: 0", True),
        ("quantity: 900, unit_value: {amount: 60}, price_year: 2022/23, years: 0", False),
        ("quantity: 900, unit_value: {amount: not-stated}, years: 0", False),
        ("quantity: 900, unit_value: nurse-band-7-hour, years: 0", False),
    ],
)
def test_money_of_the_case_needs_a_year(money: str, *, missing: bool) -> None:
    found = judged(overlaid(LINE.format(money=money))).findings
    assert ("CV2025" in {f.code for f in found}) is missing


QALY = """
appraisal: {price_index: nhs-cost-inflation}
printed: []
benefits:
  - id: health
    label: Health gained
    kind: health
    gained_by: self
    quantity: 2
    unit: qaly
    unit_value: qaly
    years: 0
    grade: 3
    source: audit
"""


@pytest.mark.parametrize(("alone", "found"), [(True, []), (False, ["2020/21"])])
def test_what_society_alone_values_is_no_price_of_the_index_of_nhs_costs(
    *, alone: bool, found: list[str]
) -> None:
    subject, _ = subject_of(overlaid(QALY))
    qaly = Unit(id="qaly", title="QALYs", singular="QALY", society_only=alone)
    known = replace(subject.framework, units=dict(subject.framework.units) | {"qaly": qaly})
    faults = BY_NAME["price-year-outside-the-index"].search(
        Inquiry(subject=replace(subject, framework=known))
    )
    assert [message.split()[2] for _, message in faults] == found
