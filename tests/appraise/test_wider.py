"""Health and wider value: units first, then their value, and all of it for society alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Appraisal, Undefined
from civalue_build.model.enums import Kind, Perspective, Stream
from civalue_build.model.lines import BenefitLine, UnitPrice
from civalue_build.model.worth import HealthAndWider
from tests.builders import benefit, case, cost, each, framework, number, priced, unit_value

KNOWN = framework(unit_values={"qaly": unit_value(70_000, unit="qaly", stream=Stream.HEALTH)})
RATE = 0.015
"""The yearly rate for health effects in the first thirty years."""


def health(quantity: float, **changes: Any) -> BenefitLine:
    fields: dict[str, Any] = {
        "kind": Kind.HEALTH,
        "gained_by": "people",
        "amount": None,
        "quantity": number(quantity),
        "unit": "qaly",
        "unit_value": UnitPrice(id="qaly"),
        "years": each(0, 1, 2),
    }
    return benefit(**(fields | changes))


def valued(*lines: BenefitLine) -> Appraisal:
    return appraise(case(costs=(cost(10),), benefits=lines), KNOWN)


def wider(*lines: BenefitLine) -> HealthAndWider:
    found = valued(*lines).health_and_wider
    assert found is not None
    return found


def test_qalys_are_counted_as_they_are_and_at_the_rate_for_health() -> None:
    found = wider(health(2, attribution=number(0.5), deadweight=number(0.1))).counted("qaly")
    assert found is not None
    assert found.by_year == pytest.approx((0.9, 0.9, 0.9))
    assert found.total == pytest.approx(2.7)
    assert found.discounted == pytest.approx(0.9 * (1 + 1 / (1 + RATE) + 1 / (1 + RATE) ** 2))


def test_the_value_of_qalys_is_their_discounted_number_times_the_value_of_one() -> None:
    found = wider(health(2))
    counted = found.counted("qaly")
    assert counted is not None
    assert found.claimed == pytest.approx(counted.discounted * 70_000, rel=1e-12)


def test_qalys_without_a_price_are_discounted_as_health_too() -> None:
    found = wider(health(1, unit_value=None))
    counted = found.counted("qaly")
    assert counted is not None
    assert counted.discounted == pytest.approx(1 + 1 / (1 + RATE) + 1 / (1 + RATE) ** 2)
    assert found.by_kind == ()
    assert isinstance(found.items[0].claimed, Undefined)


def test_what_has_no_value_is_listed_and_never_a_nought() -> None:
    calm = benefit(id="calm", kind=Kind.EXPERIENCE, amount=None, quantity=number(3), unit="night")
    found = wider(health(1), calm)
    assert [item.line for item in found.items] == ["benefit", "calm"]
    assert [total.kind for total in found.by_kind] == [Kind.HEALTH]


def test_two_lines_of_one_unit_add_up_and_two_units_never_do() -> None:
    hours = benefit(id="hours", kind=Kind.WIDER, unit="hour", **priced(5, 10))
    found = wider(health(1), health(2, id="more"), hours)
    assert [item.unit for item in found.units] == ["qaly", "hour"]
    assert found.units[0].total == pytest.approx(9)
    assert found.units[1].total == pytest.approx(5)


def test_a_case_without_such_lines_has_no_such_part() -> None:
    assert valued(benefit(100)).health_and_wider is None


def test_a_loss_of_health_lowers_the_subtotal_and_is_corrected_upwards() -> None:
    found = wider(health(-1, grade=6, years=each(0)))
    assert found.claimed == pytest.approx(-70_000)
    assert found.corrected == pytest.approx(-98_000)


@given(st.floats(-50, 50), st.floats(0, 1e6))
def test_health_changes_society_by_its_subtotal_and_nobody_else_at_all(
    qalys: float, money: float
) -> None:
    without = valued(benefit(money, id="money"))
    found = valued(benefit(money, id="money"), health(qalys))
    assert found.health_and_wider is not None
    for who in Perspective:
        one, other = found.result(who, 3), without.result(who, 3)
        assert one is not None
        assert other is not None
        added = found.health_and_wider.claimed if who is Perspective.SOCIETY else 0.0
        before, after = other.claimed.npv, one.claimed.npv
        assert not isinstance(before, Undefined)
        assert after == pytest.approx(before + added, abs=1e-6)
