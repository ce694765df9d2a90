"""The signal gate: which claims stand, which are lowered, and why."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise import appraise, in_brief
from civalue_build.model.case import Case
from civalue_build.model.enums import (
    Better,
    Claim,
    MeasureResult,
    MeasureRole,
    Signal,
    Variation,
)
from civalue_build.model.estimate import PartialDate
from civalue_build.model.evidence import Evaluation, SignOff
from civalue_build.model.gate import Gate, ShownBy, Unshown
from civalue_build.model.measures import Effect, Measure, Observation, SeriesPoint
from tests.builders import benefit, case, framework

BEFORE = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]
BETTER = [3, 2, 3, 2, 3, 2, 3]
SAME = [10, 12, 10, 12, 10, 12, 10]
WORSE = [20, 22, 20, 22, 20, 22, 20]


def month(index: int) -> PartialDate:
    return PartialDate(year=2022 + index // 12, month=index % 12 + 1)


def points(values: Sequence[float]) -> tuple[SeriesPoint, ...]:
    return tuple(SeriesPoint(date=month(i), value=float(v)) for i, v in enumerate(values))


def measure(values: Sequence[float] = (), **changes: Any) -> Measure:
    fields: dict[str, Any] = {
        "id": "m",
        "label": "M",
        "unit": "u",
        "better": Better.LOWER,
        "points": points(values),
        "change_on": month(len(BEFORE)),
        "baseline_until": month(len(BEFORE) - 1),
    }
    return Measure(**(fields | changes))


def told(*measures: Measure, line: dict[str, Any] | None = None, **changes: Any) -> Case:
    own = {"measure": "m", "claim": Claim.MEASURED} | (line or {})
    return case(benefits=(benefit(**own),), measures=measures, costs=(), **changes)


def verdict(told_case: Case) -> Gate:
    (gate,) = appraise(told_case, framework()).gates
    return gate


def test_a_signal_after_the_change_keeps_the_claim_and_names_itself() -> None:
    gate = verdict(told(measure([*BEFORE, *BETTER])))
    assert gate.held is Claim.MEASURED
    assert gate.shown_by is ShownBy.SIGNAL
    assert gate.seen
    assert gate.seen.signal is Signal.OUTSIDE_LIMITS
    assert gate.seen.date == month(len(BEFORE))


@pytest.mark.parametrize(
    ("why", "measures", "study"),
    [
        (Unshown.NO_MEASURE, (), 1),
        (Unshown.NO_SERIES, (measure(),), 1),
        (Unshown.NO_SERIES, (measure([1]),), 1),
        (Unshown.NO_CHANGE_DATE, (measure([*BEFORE, *BETTER], change_on=None),), 1),
        (Unshown.NO_SIGNAL, (measure([*BEFORE, *SAME]),), 1),
        (Unshown.NO_SIGNAL, (measure([*BEFORE, *WORSE]),), 1),
        (Unshown.NO_SIGNAL, (measure([*BEFORE, *BETTER], better=Better.NEITHER),), 1),
        (Unshown.NO_EFFECT_STATED, (measure(),), 3),
        (Unshown.NOT_BETTER_THAN_CONTROLS, (measure(effect=Effect(value=0)),), 3),
        (Unshown.NOT_BETTER_THAN_CONTROLS, (measure(effect=Effect(value=2)),), 3),
        (Unshown.EFFECT_MAY_BE_CHANCE, (measure(effect=Effect(value=-1, ci=(-3, 1))),), 4),
    ],
)
def test_a_claim_is_lowered_to_a_forecast_with_its_reason(
    why: Unshown, measures: tuple[Measure, ...], study: int
) -> None:
    evaluation = Evaluation(design="a study", maryland=study)
    gate = verdict(told(*measures, evaluation=evaluation))
    assert (gate.unshown, gate.held, gate.shown_by) == (why, Claim.FORECAST, None)
    assert gate.is_lowered


def test_before_and_after_alone_are_no_signal() -> None:
    seen: dict[str, Any] = {
        "before": Observation(value=9, period="1"),
        "after": Observation(value=3, period="2"),
    }
    assert verdict(told(measure(**seen))).unshown is Unshown.NO_SERIES


def test_a_comparison_with_a_stated_effect_keeps_the_claim_without_a_series() -> None:
    matched = Evaluation(design="matched", maryland=3)
    gate = verdict(told(measure(effect=Effect(value=-2, ci=(-3, -1))), evaluation=matched))
    assert gate.shown_by is ShownBy.COMPARISON
    weaker = replace(matched, maryland=2)
    assert verdict(told(measure(effect=Effect(value=-2)), evaluation=weaker)).is_lowered


def test_a_signal_does_not_count_where_it_went_as_well_without_the_work() -> None:
    good = [*BEFORE, *BETTER]
    lower = verdict(told(measure(good, effect=Effect(value=-8, controls=-9))))
    assert lower.unshown is Unshown.NOT_BETTER_THAN_CONTROLS
    assert verdict(told(measure(good, effect=Effect(value=-8, controls=-1)))).shown_by


def test_what_had_begun_before_the_change_is_no_signal_of_it() -> None:
    earlier = [12, 10, 12, 10, 12, 10, 12, 10, 10.5, 10.4, 10.5, 10.4, 10.5, 10.4]
    late = measure([*earlier, 10.5, 10.4], change_on=month(len(earlier)), baseline_until=None)
    (drawn,) = appraise(told(late), framework()).measures
    assert drawn.variation is Variation.IMPROVEMENT_LOW
    assert verdict(told(late)).unshown is Unshown.NO_SIGNAL


@pytest.mark.parametrize(
    "balancing",
    [
        measure([*BEFORE, *WORSE], id="b", role=MeasureRole.BALANCING),
        measure([*BEFORE, *WORSE], id="b", role=MeasureRole.BALANCING, change_on=None),
        measure(id="b", role=MeasureRole.BALANCING, result=MeasureResult.WORSE),
    ],
)
def test_concern_in_a_balancing_measure_lowers_the_claim(balancing: Measure) -> None:
    gate = verdict(told(measure([*BEFORE, *BETTER]), balancing))
    assert gate.unshown is Unshown.BALANCING_CONCERN
    assert gate.concerns == ("b",)


def test_concern_of_before_the_change_and_in_other_measures_lowers_nothing() -> None:
    early = measure([*BEFORE[:6], 90, *BEFORE[7:], *SAME], id="b", role=MeasureRole.BALANCING)
    process = measure([*BEFORE, *WORSE], id="p", role=MeasureRole.PROCESS)
    assert not verdict(told(measure([*BEFORE, *BETTER]), early, process)).is_lowered


@pytest.mark.parametrize("amount", [0, -500])
def test_nothing_and_a_loss_may_always_be_called_measured(amount: float) -> None:
    found = appraise(told(line={"amount": benefit(amount).amount}), framework())
    assert found.gates == ()
    assert found.lines[0].claim is Claim.MEASURED


def test_a_line_without_numbers_of_a_measure_without_effect_is_no_gain() -> None:
    line = {"amount": None}
    flat = measure(result=MeasureResult.NO_EFFECT)
    assert appraise(told(flat, line=line), framework()).gates == ()
    assert verdict(told(replace(flat, result=MeasureResult.IMPROVED), line=line)).is_lowered


@pytest.mark.parametrize("claim", [Claim.PLANNED, Claim.FORECAST])
def test_a_weaker_claim_is_not_asked(claim: Claim) -> None:
    assert appraise(told(line={"claim": claim}), framework()).gates == ()


def test_the_claim_of_the_case_counts_where_the_line_has_none() -> None:
    gate = verdict(told(line={"claim": None}, claim=Claim.MEASURED))
    assert (gate.stated, gate.held) == (Claim.MEASURED, Claim.FORECAST)


def test_a_budget_that_finance_signed_for_is_not_held_to_a_measure() -> None:
    signed = SignOff(by="Finance", date=month(0), covers=("benefit",))
    kept = verdict(told(line={"claim": Claim.IN_BUDGET}, sign_off=signed))
    assert (kept.held, kept.shown_by) == (Claim.IN_BUDGET, ShownBy.BUDGET)
    assert verdict(told(line={"claim": Claim.IN_BUDGET})).is_lowered
    assert verdict(told(line={"claim": Claim.FINANCE_SIGNED}, sign_off=signed)).is_lowered


def test_a_lowered_line_is_counted_as_a_forecast_and_keeps_its_money() -> None:
    found = appraise(told(measure()), framework())
    by_claim = {rung.claim: rung.claimed for rung in found.claims if rung.lines}
    assert by_claim == {Claim.FORECAST: 100}
    assert found.lines[0].lowered_from is Claim.MEASURED
    shown = appraise(told(measure([*BEFORE, *BETTER])), framework())
    assert shown.headline
    assert found.headline
    assert found.headline.claimed == shown.headline.claimed


def test_a_check_sees_the_same_verdicts() -> None:
    told_case = told(measure([*BEFORE, *SAME]))
    assert in_brief(told_case, framework()).gates == appraise(told_case, framework()).gates
