"""What changed, net of what happened elsewhere, and quantities taken from it."""

from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.appraise.effects import effects, workings
from civalue_build.model.enums import Better, Reading
from civalue_build.model.estimate import PartialDate
from civalue_build.model.evidence import Evaluation
from civalue_build.model.figure import Undefined
from civalue_build.model.gate import MeasureEffect
from civalue_build.model.lines import FromMeasure
from civalue_build.model.measures import Effect, Measure, Observation, SeriesPoint
from tests.builders import benefit, case, framework, priced

CHOSEN = Evaluation(design="before-after", maryland=1, selected_because_high=True)


def measure(**changes: Any) -> Measure:
    fields = {"id": "m", "label": "Admissions a person", "unit": "admission"}
    return Measure(**({"better": Better.LOWER} | fields | changes))


def effect_of(stated: Measure, **changes: Any) -> MeasureEffect:
    (found,) = effects(case(measures=(stated,), **changes))
    return found


def test_a_fall_that_controls_outdid_is_a_rise_as_in_a_study_of_virtual_wards() -> None:
    alone = effect_of(measure(effect=Effect(value=-0.27)), evaluation=CHOSEN)
    assert (alone.net, alone.reads) == (None, Reading.IMPROVEMENT)
    assert alone.may_be_regression
    beside = effect_of(measure(effect=Effect(value=-0.27, controls=-0.60)), evaluation=CHOSEN)
    assert beside.net == pytest.approx(0.33)
    assert beside.reads is Reading.CONCERN
    assert not beside.may_be_regression


def test_healing_net_of_the_district_without_clinics_is_nineteen_points() -> None:
    found = effect_of(measure(better=Better.HIGHER, effect=Effect(value=16, controls=-3)))
    assert found.net == 19
    assert found.reads is Reading.IMPROVEMENT


@pytest.mark.parametrize(("ci", "chance"), [((-3, -1), False), ((-3, 1), True), ((-3, 0), True)])
def test_an_interval_that_holds_no_effect_may_be_chance(
    ci: tuple[float, float],
    chance: bool,  # noqa: FBT001
) -> None:
    found = effect_of(measure(effect=Effect(value=-1, ci=ci)))
    assert found.ci == ci
    assert found.may_be_chance is chance


def test_a_study_with_a_comparison_names_no_regression_to_the_mean() -> None:
    matched = Evaluation(design="matched", maryland=3, selected_because_high=True)
    assert not effect_of(measure(effect=Effect(value=-1)), evaluation=matched).may_be_regression


def test_values_before_and_after_give_the_change_and_a_series_comes_first() -> None:
    ends = {"before": Observation(value=9), "after": Observation(value=7)}
    stated = effect_of(measure(**ends))
    assert (stated.before, stated.after, stated.change, stated.n_before) == (9, 7, -2, 0)
    points = tuple(
        SeriesPoint(date=PartialDate(year=2024, month=at), value=value)
        for at, value in enumerate((4.0, 6.0, None, 2.0, 3.0, 4.0), start=1)
    )
    begun = PartialDate(year=2024, month=4)
    found = effect_of(measure(points=points, change_on=begun, **ends))
    assert (found.before, found.after, found.change) == (5, 3, -2)
    assert (found.n_before, found.n_after) == (2, 3)


def test_a_measure_of_which_nothing_is_known_has_no_effect() -> None:
    assert effects(case(measures=(measure(after=Observation(value=3)),))) == ()


def test_a_quantity_from_a_measure_shows_its_arithmetic_and_is_the_one_counted() -> None:
    ends = {"before": Observation(value=38.4), "after": Observation(value=26.7)}
    taken = FromMeasure(measure="m", exposure=52_780, per_unit=0.01)
    line = benefit(amount=None, from_measure=taken, unit="bed-day", unit_value=None)
    told = case(measures=(measure(**ends),), benefits=(line,), costs=())
    (found,) = workings(told)
    assert found.change == pytest.approx(11.7)
    assert found.quantity == pytest.approx(6175.26)
    counted = appraise(told, framework()).lines[0].quantity
    assert counted
    assert counted.central == found.quantity


def test_a_quantity_from_a_measure_without_a_change_says_why_there_is_none() -> None:
    line = benefit(amount=None, from_measure=FromMeasure(measure="m", exposure=10))
    (found,) = workings(case(measures=(measure(),), benefits=(line,)))
    assert isinstance(found.quantity, Undefined)
    assert "not stated" in found.quantity.why


@pytest.mark.parametrize("better", [Better.LOWER, Better.HIGHER])
def test_what_changed_in_the_controls_is_taken_off_a_quantity_and_counted_so(
    better: Better,
) -> None:
    sign = 1 if better is Better.HIGHER else -1
    ends = {"before": Observation(value=10.0), "after": Observation(value=10.0 + 4 * sign)}
    stated = measure(better=better, **ends, effect=Effect(value=4.0 * sign, controls=1.0 * sign))
    taken = FromMeasure(measure="m", exposure=100, per_unit=2)
    line = benefit(**(priced(1, 10) | {"quantity": None, "from_measure": taken}))
    told = case(measures=(stated,), benefits=(line,), costs=())
    (found,) = workings(told)
    assert (found.own, found.controls, found.change) == (4.0, 1.0, 3.0)
    assert (found.quantity, found.otherwise) == (600.0, 800.0)
    counted = appraise(told, framework())
    assert counted.lines[0].quantity
    assert counted.lines[0].quantity.central == 600.0
    assert counted.explained[f"benefits.{line.id}.quantity"].figure == 600.0


def test_a_case_may_leave_the_change_of_the_controls_in() -> None:
    stated = measure(effect=Effect(value=-4.0, controls=-1.0))
    taken = FromMeasure(measure="m", exposure=100, net_of_controls=False)
    line = benefit(amount=None, from_measure=taken)
    (found,) = workings(case(measures=(stated,), benefits=(line,), costs=()))
    assert (found.quantity, found.otherwise, found.is_net) == (400.0, 300.0, False)


def test_without_controls_nothing_is_taken_off_and_nothing_else_is_told() -> None:
    line = benefit(amount=None, from_measure=FromMeasure(measure="m", exposure=100))
    stated = measure(effect=Effect(value=-4.0))
    (found,) = workings(case(measures=(stated,), benefits=(line,), costs=()))
    assert (found.quantity, found.otherwise, found.is_net) == (400.0, None, False)
