"""QALYs forgone: an amount over what the NHS pays at the margin for one QALY."""

from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.appraise.opportunity import NO_COST, NO_NET_COST, forgone
from civalue_build.model.appraisal import Appraisal, Undefined
from civalue_build.model.enums import Basis, Kind, Sector
from civalue_build.model.estimate import PriceYear
from civalue_build.model.framework import Framework
from civalue_build.model.reference import PriceIndex
from civalue_build.model.worth import Forgone, OpportunityCost
from tests.builders import CITED, benefit, case, cost, framework, unit_value

OLD = PriceYear(first=2011, financial=False)
FAR = PriceYear(first=1950, financial=False)


def rates(**years: PriceYear) -> Framework:
    """A framework in which a QALY costs £13,000 and £15,000 at the margin, and is worth £70,000."""
    marginal: dict[str, Any] = {"basis": Basis.MARGINAL, "unit": "qaly"}
    return framework(
        unit_values={
            "york": unit_value(13_000, price_year=years.get("york", OLD), **marginal),
            "department": unit_value(15_000, price_year=years.get("department", OLD), **marginal),
            "worth": unit_value(70_000, basis=Basis.WILLINGNESS_TO_PAY, unit="qaly"),
        }
    )


def found(known: Framework, spent: float, gained: float, **changes: Any) -> Appraisal:
    return appraise(case(costs=(cost(spent),), benefits=(benefit(gained),), **changes), known)


def opportunity(known: Framework, spent: float, gained: float, **changes: Any) -> OpportunityCost:
    result = found(known, spent, gained, **changes).opportunity_cost
    assert isinstance(result, OpportunityCost)
    return result


def test_an_amount_is_divided_by_the_dearest_and_by_the_cheapest_qaly() -> None:
    result = forgone(390_000.0, [13_000.0, 15_000.0], NO_COST)
    assert result == Forgone(amount=390_000.0, low=26.0, high=30.0)


def test_the_price_of_a_qaly_is_brought_to_the_prices_of_the_case() -> None:
    result = opportunity(rates(), 1_000_000, 400_000)
    factor = 100 / 80  # from 2011 to 2023/24
    assert [rate.amount for rate in result.rates] == [13_000 * factor, 15_000 * factor]
    assert isinstance(result.of_cost, Forgone)
    assert result.of_cost.low == pytest.approx(1_000_000 / (15_000 * factor), rel=1e-12)
    assert isinstance(result.of_net_cost, Forgone)
    assert result.of_net_cost.amount == pytest.approx(600_000)
    assert result.of_net_cost.high == pytest.approx(600_000 / (13_000 * factor), rel=1e-12)


def test_what_a_qaly_is_worth_to_people_is_no_price_of_health_elsewhere() -> None:
    result = opportunity(rates(), 100, 0)
    assert [rate.unit_value for rate in result.rates] == ["york", "department"]


def test_where_benefits_cover_the_cost_only_the_cost_has_an_alternative() -> None:
    result = opportunity(rates(), 100, 100)
    assert isinstance(result.of_cost, Forgone)
    assert result.of_net_cost == NO_NET_COST


def test_correction_for_evidence_makes_more_health_forgone() -> None:
    known = rates()
    spent, gained = cost(1_000, grade=6), benefit(900, grade=6)
    result = appraise(case(costs=(spent,), benefits=(gained,)), known).opportunity_cost
    assert isinstance(result, OpportunityCost)
    assert isinstance(result.of_cost_corrected, Forgone)
    assert result.of_cost_corrected.amount == pytest.approx(1_400)
    assert isinstance(result.of_net_cost_corrected, Forgone)
    assert result.of_net_cost_corrected.amount == pytest.approx(1_400 - 540)


def test_only_what_the_nhs_pays_counts() -> None:
    others = (cost(500, id="councils", paid_by="council"),)
    result = appraise(case(costs=others, benefits=()), rates()).opportunity_cost
    assert isinstance(result, OpportunityCost)
    assert result.of_cost == NO_COST


def test_health_gained_does_not_lower_the_net_cost_of_the_nhs() -> None:
    gain = benefit(5_000, kind=Kind.HEALTH, gained_by="people")
    result = appraise(case(costs=(cost(1_000),), benefits=(gain,)), rates()).opportunity_cost
    assert isinstance(result, OpportunityCost)
    assert isinstance(result.of_net_cost, Forgone)
    assert result.of_net_cost.amount == pytest.approx(1_000)


def test_a_price_of_a_year_outside_the_index_is_left_out_and_says_so() -> None:
    result = opportunity(rates(york=FAR), 1_000, 0)
    assert isinstance(result.rates[0].amount, Undefined)
    assert isinstance(result.of_cost, Forgone)
    assert result.of_cost.low == result.of_cost.high == pytest.approx(1_000 / (15_000 * 1.25))


def test_without_any_price_in_reach_the_reason_takes_the_place_of_the_figure() -> None:
    result = opportunity(rates(york=FAR, department=FAR), 1_000, 0)
    assert result.of_cost == Undefined("prices of 1950 are outside the index “Deflator”")


def test_a_case_without_stated_costs_says_that_they_are_missing() -> None:
    result = appraise(case(costs=None, benefits=(benefit(10),)), rates()).opportunity_cost
    assert isinstance(result, OpportunityCost)
    assert result.of_cost == Undefined("no cost stated")


def test_a_case_in_another_currency_has_no_price_of_a_qaly() -> None:
    result = found(rates(), 100, 0, basis={"currency": "USD"}).opportunity_cost
    assert isinstance(result, Undefined)


def test_a_party_of_central_government_is_no_part_of_the_nhs() -> None:
    partner = case().partners[1]
    treasury = type(partner)(id="treasury", name="Treasury", sector=Sector.CENTRAL_GOVERNMENT)
    paid = case(costs=(cost(94, paid_by="treasury"),), benefits=(), partners=(treasury,))
    result = appraise(paid, rates()).opportunity_cost
    assert isinstance(result, OpportunityCost)
    assert result.of_cost == NO_COST


def test_the_price_of_a_qaly_follows_the_economy_and_not_what_the_nhs_buys() -> None:
    nhs = PriceIndex(title="NHS", source=CITED, financial={"2023/24": 100.0})
    known = rates()
    both = replace(known, price_indices=dict(known.price_indices) | {"nhs": nhs})
    result = opportunity(both, 1_000, 0, basis={"price_index": "nhs"})
    assert [rate.amount for rate in result.rates] == [13_000 * 1.25, 15_000 * 1.25]


def test_a_case_that_leaves_its_amounts_as_printed_meets_a_qaly_at_its_own_price_year() -> None:
    result = opportunity(rates(), 1_000, 0, basis={"price_index": "none"})
    assert [rate.amount for rate in result.rates] == [13_000 * 1.25, 15_000 * 1.25]
