"""Scaling stored values gives what an appraisal of the changed case would give."""

from dataclasses import replace
from math import isclose
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise import appraise
from civalue_build.appraise.scaling import scaled
from civalue_build.model.appraisal import Figure, Returns, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Kind, Perspective
from civalue_build.model.estimate import Estimate, PartialDate
from civalue_build.model.framework import Framework
from civalue_build.model.measures import LedgerEntry
from civalue_build.model.scaling import Scalable, Setting, Sums
from civalue_build.pipeline import Surroundings, surroundings
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs
from tests.appraise.cases import cases, world
from tests.appraise.scaled_by_hand import appraised, edited
from tests.builders import benefit, case, cost, each, priced, yearly_value
from tests.conftest import ROOT, examples

NHS, SOCIETY = Perspective.NHS, Perspective.SOCIETY
FACTORS = (0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 3.25)
NAMES = ("pv_costs", "pv_benefits", "npv", "return_per_pound", "net_return")


@pytest.fixture(scope="module")
def around() -> Surroundings:
    return surroundings(ROOT, None)


def scalable(own: Case, framework: Framework) -> Scalable:
    found = appraise(own, framework).scalable
    assert found is not None
    return found


@st.composite
def settings_of(draw: st.DrawFn, known: Scalable) -> Setting:
    factors = st.sampled_from(FACTORS)
    keys = [dial.key for dial in known.dials]
    return Setting(
        perspective=draw(st.sampled_from(Perspective)),
        horizon=draw(st.integers(1, known.horizon)),
        volume=draw(factors),
        achieved=draw(st.integers(0, 20)) / 20,
        costs_follow=draw(st.booleans()),
        turned=draw(st.dictionaries(st.sampled_from(keys), factors)) if keys else {},
    )


def any_setting(known: Scalable, random: Random) -> Setting:
    return Setting(
        perspective=random.choice(list(Perspective)),
        horizon=random.randint(1, known.horizon),
        volume=random.choice(FACTORS),
        achieved=random.random(),
        costs_follow=random.random() < 0.5,
        turned={d.key: random.uniform(0, 3) for d in known.dials if random.random() < 0.5},
    )


def assert_same(own: Case, framework: Framework, known: Scalable, setting: Setting) -> None:
    changed, prices = edited(own, framework, known, setting)
    truth = appraised(changed, prices, setting.perspective, setting.horizon)
    found = scaled(known, setting)
    size = _size(changed, prices)
    for sums, returns in ((found.claimed, truth.claimed), (found.corrected, truth.corrected)):
        for name in NAMES:
            one, other = getattr(sums, name), getattr(returns, name)
            assert _same(one, other, _slack(name, returns, size)), name


def _slack(name: str, returns: Returns, size: float) -> float:
    """What rounding may part: a ratio has the slack of its benefits over its costs."""
    costs = returns.pv_costs
    if name.startswith("pv") or name == "npv" or isinstance(costs, Undefined):
        return 1e-9 * size
    return 1e-9 * size / max(costs, 1e-300)


def _size(own: Case, framework: Framework) -> float:
    lines = appraise(own, framework, uncertain=False).lines
    return 1 + sum(abs(year.gross) for line in lines for year in line.by_year)


def _same(one: Figure, other: Figure, slack: float) -> bool:
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return one == other
    return isclose(one, other, rel_tol=1e-9, abs_tol=slack)


@examples(60)
@given(cases(), st.data())
def test_scaling_is_an_appraisal_of_the_changed_case(own: Case, data: st.DataObject) -> None:
    known = scalable(own, world())
    assert_same(own, world(), known, data.draw(settings_of(known)))


@pytest.mark.parametrize("slug", case_slugs(ROOT))
def test_scaling_a_case_of_the_library_is_appraising_it_with_other_numbers(
    slug: str, around: Surroundings
) -> None:
    own = parse_case(load_case(ROOT, slug)).case
    assert own is not None
    known = appraise(own, around.framework).scalable
    if known is None:
        assert own.appraisal is None or not own.has_money
        return
    random = Random(slug)  # noqa: S311 no secret: any settings will do
    for _ in range(12):
        assert_same(own, around.framework, known, any_setting(known, random))


@examples(40)
@given(cases())
def test_a_case_as_it_stands_is_scaled_to_itself(own: Case) -> None:
    found = appraise(own, world())
    assert found.scalable is not None
    for result in found.results:
        setting = Setting(perspective=result.perspective, horizon=result.horizon)
        both = scaled(found.scalable, setting)
        for sums, returns in ((both.claimed, result.claimed), (both.corrected, result.corrected)):
            assert _shown(sums) == _shown(returns)


def _shown(figures: Sums | Returns) -> list[Figure]:
    found = [getattr(figures, name) for name in NAMES]
    return [f if isinstance(f, Undefined) else round(f, 6) + 0.0 for f in found]


def test_the_share_achieved_lowers_gains_and_leaves_costs_and_losses() -> None:
    own = case(costs=(cost(100),), benefits=(benefit(300, id="gain"), benefit(-40, id="loss")))
    found = scaled(scalable(own, world()), Setting(perspective=NHS, horizon=3, achieved=0.5))
    assert (found.claimed.pv_costs, found.claimed.pv_benefits) == (100, 110)


def test_the_volume_moves_every_benefit_and_a_cost_only_where_costs_follow() -> None:
    own = case(costs=(cost(100),), benefits=(benefit(300, id="gain"), benefit(-40, id="loss")))
    known = scalable(own, world())
    for follow, spent in ((True, 200), (False, 100)):
        setting = Setting(perspective=NHS, horizon=3, volume=2, costs_follow=follow)
        found = scaled(known, setting).claimed
        assert (found.pv_costs, found.pv_benefits) == (spent, 520)


def test_a_cost_that_counts_the_volume_of_a_benefit_always_moves_with_it() -> None:
    visits = Estimate(volume="visits")
    own = case(
        volumes={"visits": Estimate(central=10, low=5, high=20)},
        costs=(cost(**priced(visits, 3)),),
        benefits=(benefit(**priced(visits, 20)),),
    )
    known = scalable(own, world())
    (dial,) = (dial for dial in known.dials if not dial.is_price)
    assert (dial.key, dial.lines) == ("volumes.visits", ("cost", "benefit"))
    setting = Setting(perspective=NHS, horizon=3, volume=2, costs_follow=False)
    assert scaled(known, setting).claimed.pv_costs == 60


def test_a_dial_that_is_turned_goes_before_the_volume() -> None:
    own = case(costs=(), benefits=(benefit(**priced(10, 3)), benefit(50, id="other")))
    known = scalable(own, world())
    turned = {"benefits.benefit": 1.5, "benefits.benefit.unit_value": 2.0}
    setting = Setting(perspective=NHS, horizon=3, volume=3, turned=turned)
    assert scaled(known, setting).claimed.pv_benefits == 10 * 1.5 * 3 * 2 + 50 * 3


def test_a_year_of_the_ledger_follows_the_volume_and_no_price() -> None:
    months = [PartialDate(year=2023 + (3 + at) // 12, month=(3 + at) % 12 + 1) for at in range(12)]
    own = case(
        costs=(),
        benefits=(benefit(**priced(10, 3), years=each(0, 1)),),
        entries=tuple(LedgerEntry(month=m, line="benefit", actual=5.0) for m in months),
        basis={"discounting": "none"},
    )
    turned = {"benefits.benefit.unit_value": 2.0}
    setting = Setting(perspective=NHS, horizon=3, volume=2, turned=turned)
    assert scaled(scalable(own, world()), setting).claimed.pv_benefits == 60 * 2 + 10 * 3 * 2 * 2


def test_a_payer_loses_what_its_gainer_gets_whatever_the_setting() -> None:
    income = benefit(100, kind=Kind.INCOME, gained_by="self", from_party="board", grade=6)
    own = case(costs=(), benefits=(income,))
    known = scalable(own, world())
    setting = Setting(perspective=NHS, horizon=3, volume=2, achieved=0.3)
    both = scaled(known, setting)
    assert (both.claimed.pv_benefits, both.corrected.pv_benefits) == (0, 0)
    alone = scaled(known, replace(setting, perspective=Perspective.ORGANISATION))
    assert alone.claimed.pv_benefits == 60


def test_a_price_that_changes_from_year_to_year_is_scaled_in_every_year() -> None:
    framework = replace(world(), unit_values={"carbon": yearly_value({2023: 100, 2024: 300}, "t")})
    line = benefit(**priced(2, 1), years=each(0, 1))
    assert line.unit_value is not None
    own = case(
        costs=(),
        benefits=(replace(line, unit_value=replace(line.unit_value, id="carbon", amount=None)),),
        basis={"discounting": "none"},
    )
    setting = Setting(perspective=NHS, horizon=3, turned={"unit-values.carbon": 0.5})
    assert scaled(scalable(own, framework), setting).claimed.pv_benefits == 400


def test_nothing_accrues_past_the_horizon_of_the_case() -> None:
    own = case(costs=(), benefits=(benefit(10, years=each(0, 1, 2)),), basis={"horizon": 2})
    known = scalable(own, world())
    late, whole = (
        scaled(known, Setting(perspective=NHS, horizon=years)).claimed.pv_benefits
        for years in (9, 2)
    )
    assert late == whole


def test_what_is_not_stated_stays_so_and_says_why() -> None:
    unknown = cost(Estimate(stated=False), label="The lead")
    own = case(costs=(unknown,), benefits=(benefit(10),))
    known = scalable(own, world())
    found = scaled(known, Setting(perspective=NHS, horizon=3, volume=2)).claimed
    assert found.pv_costs == Undefined("the amount of “The lead” is not stated")


def test_a_reason_that_has_a_name_of_its_own_stands_behind_that_of_its_line() -> None:
    shared = cost(Estimate(volume="wounds-at-home"), label="The lead")
    own = case(costs=(shared,), benefits=(benefit(10),))
    known = scalable(own, world())
    found = scaled(known, Setting(perspective=NHS, horizon=3, volume=2)).claimed
    assert found.pv_costs == Undefined(
        "“The lead”: the shared number “wounds at home” is not stated"
    )
    assert found.return_per_pound == found.pv_costs
    assert found.pv_benefits == 20
    assert [dial.lines for dial in known.dials] == [("benefit",)]


def test_costs_turned_to_nothing_leave_no_return() -> None:
    own = case(costs=(cost(100),), benefits=(benefit(300),))
    setting = Setting(perspective=NHS, horizon=1, turned={"costs.cost": 0.0})
    found = scaled(scalable(own, world()), setting).claimed
    assert found.return_per_pound == Undefined("the stated costs are zero within 1 year")
