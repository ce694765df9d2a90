"""Figures that have a formula of their own, to nine places, through the whole appraisal."""

from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Result
from civalue_build.model.enums import Kind, Perspective, Stream
from civalue_build.model.estimate import Estimate, PriceYear
from civalue_build.model.lines import BenefitLine, CostLine
from tests.builders import benefit, by_year, case, cost, each, framework, priced

EXACT = 1e-9


def cell(*lines: CostLine | BenefitLine, horizon: int, who: Perspective) -> Result:
    """Return the figures of these lines over the whole horizon."""
    made = case(
        costs=tuple(line for line in lines if isinstance(line, CostLine)),
        benefits=tuple(line for line in lines if isinstance(line, BenefitLine)),
        basis={"horizon": horizon},
    )
    found = appraise(made, framework()).result(who, horizon)
    assert found is not None
    return found


def nhs(*lines: CostLine | BenefitLine, horizon: int) -> Result:
    return cell(*lines, horizon=horizon, who=Perspective.NHS)


def a_pound_in(*years: int, **changes: Any) -> BenefitLine:
    return benefit(1, years=each(*years), **changes)


@pytest.mark.parametrize("year", range(1, 31))
def test_a_pound_in_a_year_up_to_the_thirtieth_is_discounted_at_one_rate(year: int) -> None:
    found = nhs(a_pound_in(year), horizon=31)
    assert found.claimed.pv_benefits == pytest.approx(1.035**-year, rel=EXACT, abs=EXACT)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (31, 1.035**-30 / 1.03),
        (75, 1.035**-30 * 1.03**-45),
        (76, 1.035**-30 * 1.03**-45 / 1.025),
        (125, 1.035**-30 * 1.03**-45 * 1.025**-50),
        (200, 1.035**-30 * 1.03**-45 * 1.025**-50 * 1.02**-75),
    ],
)
def test_later_years_go_on_from_where_the_rate_changes(year: int, expected: float) -> None:
    found = nhs(a_pound_in(year), horizon=year + 1)
    assert found.claimed.pv_benefits == pytest.approx(expected, rel=EXACT, abs=EXACT)


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1, 1 / 1.015), (30, 1.015**-30), (31, 1.015**-30 / 1.0129), (80, None)],
)
def test_health_is_discounted_at_rates_of_its_own(year: int, expected: float | None) -> None:
    life = benefit(
        kind=Kind.HEALTH,
        gained_by="people",
        years=each(year),
        **priced(1, 1, stream=Stream.HEALTH),
    )
    found = cell(life, horizon=year + 1, who=Perspective.SOCIETY)
    in_full = expected or 1.015**-30 * 1.0129**-45 * 1.0107**-5
    assert found.claimed.pv_benefits == pytest.approx(in_full, rel=EXACT, abs=EXACT)


def test_an_annuity_of_thirty_years_has_its_closed_form() -> None:
    found = nhs(a_pound_in(*range(1, 31)), horizon=31)
    assert found.claimed.pv_benefits == pytest.approx(
        (1 - 1.035**-30) / 0.035, rel=EXACT, abs=EXACT
    )


def test_an_annuity_that_drops_off_has_its_closed_form() -> None:
    line = a_pound_in(*range(20), drop_off=Estimate(central=0.1))
    ratio = 0.9 / 1.035
    found = nhs(line, horizon=20)
    assert found.claimed.pv_benefits == pytest.approx(
        (1 - ratio**20) / (1 - ratio), rel=EXACT, abs=EXACT
    )


def test_an_annuity_that_pays_back_does_so_at_the_costs_over_the_yearly_gain() -> None:
    found = nhs(cost(700), benefit(200, years=each(*range(6))), horizon=6)
    assert found.claimed.undiscounted.payback_years == pytest.approx(3.5, rel=EXACT, abs=EXACT)


def test_discounted_payback_lies_where_the_discounted_gains_make_up_the_costs() -> None:
    found = nhs(cost(500), benefit(200, years=each(*range(4))), horizon=4)
    left = 500 - 200 - 200 / 1.035
    assert found.claimed.payback_years == pytest.approx(
        2 + left / (200 / 1.035**2), rel=EXACT, abs=EXACT
    )


def test_the_published_pressure_ulcers_come_out_to_the_pound() -> None:
    year = PriceYear(first=2011, financial=False)
    ulcers = [
        benefit(
            id=name,
            years=each(0, 1, 2),
            kind=Kind.COST_AVOIDED,
            **priced(Estimate(total=count, over=each(0, 1, 2)), price, price_year=year),
        )
        for name, count, price in (("two", 220, 5241), ("three", -13, 9041), ("four", 56, 14108))
    ]
    nurse = cost(years=each(0, 1, 2), **priced(1, 17794, price_year=year))
    made = case(costs=(nurse,), benefits=tuple(ulcers), basis={"price_year": year})
    found = appraise(made, framework()).headline
    assert found is not None
    plain, kept = found.claimed.undiscounted, 1 + 1 / 1.035 + 1 / 1.035**2
    assert plain.costs == pytest.approx(53_382, rel=EXACT, abs=EXACT)
    assert plain.benefits == pytest.approx(1_825_535, rel=EXACT, abs=EXACT)
    assert plain.net == pytest.approx(1_772_153, rel=EXACT, abs=EXACT)
    assert plain.return_per_pound == pytest.approx(1_825_535 / 53_382, rel=EXACT, abs=EXACT)
    assert found.claimed.npv == pytest.approx(1_772_153 / 3 * kept, rel=EXACT, abs=EXACT)


def test_the_smokers_of_the_wards_give_the_readmissions_that_their_shares_make() -> None:
    stays = benefit(
        kind=Kind.COST_AVOIDED,
        attribution=Estimate(central=0.117),
        **priced(52_780, 1_609),
    )
    beds = benefit(
        id="beds",
        kind=Kind.RELEASED_CAPACITY,
        unit="bed-day",
        attribution=Estimate(central=0.117),
        **priced(52_780 * 5, 0),
    )
    found = appraise(case(costs=(), benefits=(stays, beds)), framework())
    assert found.lines[0].total_claimed == pytest.approx(6_175.26 * 1_609, rel=EXACT, abs=EXACT)
    assert found.operational[0].total == pytest.approx(6_175.26 * 5, rel=EXACT, abs=EXACT)


def test_amounts_of_several_price_years_come_together_at_one() -> None:
    lines = (
        benefit(90, id="old", price_year=PriceYear(first=2019)),
        benefit(80, id="older", price_year=PriceYear(first=2011, financial=False)),
        benefit(100, id="new", price_year=PriceYear(first=2023)),
    )
    assert nhs(*lines, horizon=1).claimed.pv_benefits == pytest.approx(300, rel=EXACT, abs=EXACT)


def test_evidence_takes_off_gains_and_adds_to_costs_and_losses_by_its_grade() -> None:
    lines = (
        cost(100, grade=3),
        benefit(1000, grade=6),
        benefit(id="loss", amount=None, years=by_year({0: -50}), grade=3),
    )
    found = nhs(*lines, horizon=1)
    assert found.corrected.npv == pytest.approx(
        1000 * 0.6 - 50 * 1.1 - 100 * 1.1, rel=EXACT, abs=EXACT
    )
