"""What a case page says of its measures: charts, keys, verdicts."""

from collections.abc import Sequence
from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.enums import Assurance, Better, Claim, MeasureRole
from civalue_build.model.estimate import PartialDate
from civalue_build.model.evidence import Evaluation
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.lines import FromMeasure
from civalue_build.model.measures import Effect, Measure, Rebase, SeriesPoint
from civalue_build.present.case.base import Material
from civalue_build.present.case.measure_gate import GateView
from civalue_build.present.case.measured import Measured, measured, trend
from civalue_build.present.case.page import case_page
from civalue_build.present.charts.series.model import TOO_FEW
from tests.builders import benefit, case, framework

CALM = [20, 22, 20, 22, 20, 22, 20, 22, 20, 22, 20, 22]
LOW = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11]


def month(at: int) -> PartialDate:
    return PartialDate(year=2023 + at // 12, month=at % 12 + 1)


def points(values: Sequence[float | None], **notes: str) -> tuple[SeriesPoint, ...]:
    return tuple(
        SeriesPoint(date=month(at), value=value, note=notes.get(f"n{at}"))
        for at, value in enumerate(values)
    )


def measure(values: Sequence[float | None] = (), **changes: Any) -> Measure:
    fields: dict[str, Any] = {
        "id": "falls",
        "label": "Falls",
        "unit": "falls a month",
        "better": Better.LOWER,
        "points": points(values),
        "change_on": month(12),
        "baseline_until": month(11),
    }
    return Measure(**(fields | changes))


def known(told: Case, judgement: Judgement) -> Material:
    given: Framework = framework()
    return Material(
        case=told, appraisal=appraise(told, given), judgement=judgement, framework=given
    )


def told(*measures: Measure, line: dict[str, Any] | None = None, **changes: Any) -> Case:
    own = {"measure": "falls", "claim": Claim.MEASURED} | (line or {})
    return case(benefits=(benefit(**own),), measures=measures, costs=(), **changes)


def shown(judgement: Judgement, *measures: Measure, **changes: Any) -> Measured:
    return measured(known(told(*measures, **changes), judgement), "cases/x")


def gate(judgement: Judgement, *measures: Measure, **changes: Any) -> GateView:
    view = shown(judgement, *measures, **changes).gate
    assert view is not None
    return view


def keys(judgement: Judgement, one: Measure) -> str:
    found = shown(judgement, one).over_time
    assert found is not None
    return " ".join(found.series[0].keys)


def states(judgement: Judgement, one: Measure) -> list[str]:
    found = shown(judgement, one).over_time
    assert found is not None
    return [state.words for state in found.series[0].states]


def test_a_claim_that_nothing_shows_is_said_to_be_lowered_and_why(judgement: Judgement) -> None:
    (fact,) = gate(judgement, measure([*CALM, *CALM])).lowered
    assert fact.value == "Stated as “measured”, counted as “forecast”"
    assert fact.note == (
        "Because its measure shows no signal of improvement after the change (measure: Falls)."
    )


def test_a_harm_that_lowers_a_claim_is_named(judgement: Judgement) -> None:
    harm = measure([*CALM, *(v + 40 for v in LOW)], id="pain", label="Pain",
                   role=MeasureRole.BALANCING)  # fmt: skip
    (fact,) = gate(judgement, measure(CALM + LOW), harm).lowered
    assert "a balancing measure got worse: “Pain”" in fact.note


def test_a_claim_that_stands_names_its_signal_and_when_it_began(judgement: Judgement) -> None:
    view = gate(judgement, measure(CALM + LOW))
    assert not view.lowered
    assert "a point outside the limits, from January 2024" in view.kept[0].note


def test_a_claim_that_a_study_carries_names_no_signal(judgement: Judgement) -> None:
    study = Evaluation(design="controlled-before-after", maryland=3)
    one = measure(CALM + LOW, effect=Effect(value=-10, ci=(-12, -8), controls=-1))
    view = gate(judgement, one, evaluation=study)
    assert "outside" not in view.kept[0].note
    assert view.cautions[0].value == (
        "Effect −10, confidence interval −12 to −8. "
        "The change is −10; where the work was not done it was −1. Between the two lies −9."
    )
    assert "3 on a scale from 0 to 5" in view.design[0].note


def test_an_interval_with_no_effect_in_it_says_so(judgement: Judgement) -> None:
    view = gate(judgement, measure(effect=Effect(value=-1, ci=(-3, 1))))
    assert "it holds no effect at all" in view.cautions[0].value


def test_regression_to_the_mean_is_named_where_units_were_chosen_for_it(
    judgement: Judgement,
) -> None:
    study = Evaluation(design="before-after", maryland=1, selected_because_high=True)
    terms = [fact.term for fact in gate(judgement, measure(CALM + LOW), evaluation=study).cautions]
    assert "Risk: regression to the mean" in terms


def test_a_quantity_from_a_measure_shows_its_arithmetic(judgement: Judgement) -> None:
    line = {"quantity": None, "from_measure": FromMeasure(measure="falls", exposure=12, per_unit=2)}
    (fact,) = gate(judgement, measure(CALM + LOW), line=line).taken
    assert fact.value == "252"
    assert "10.5 × 12 × 2" in fact.note


def test_the_key_tells_limits_marks_gaps_and_new_limits(judgement: Judgement) -> None:
    rebases = (Rebase(date=month(14), cause="A new form."),)
    values: list[float | None] = [*CALM, *LOW]
    values[3] = None
    words = keys(judgement, measure(values, rebases=rebases, points=points(values, n13="Strike")))
    assert "from the 11 points of the baseline" in words
    assert "These limits are dashed because they are provisional: 11 points" in words
    assert "A: January 2024, the change began." in words
    assert "B: February 2024, strike." in words
    assert "C: March 2024, limits are set anew: a new form." in words
    assert "Gap in the line, with no value: April 2023." in words


def test_many_notes_are_left_to_the_table(judgement: Judgement) -> None:
    notes = {f"n{at}": "A note" for at in range(9)}
    assert "a note" not in keys(judgement, measure(points=points(CALM, **notes)))


@pytest.mark.parametrize(
    ("target", "state"),
    [(5.0, Assurance.FAIL), (60.0, Assurance.PASS), (21.0, Assurance.HIT_OR_MISS)],
)
def test_a_target_has_its_state_in_words(
    judgement: Judgement, target: float, state: Assurance
) -> None:
    words = {Assurance.FAIL: "misses", Assurance.PASS: "meets", Assurance.HIT_OR_MISS: "hits or"}
    latest, said = states(judgement, measure(CALM, target=target))
    assert latest == "Latest point: no more than chance"
    assert words[state] in said


def test_few_points_are_not_called_chance(judgement: Judgement) -> None:
    assert states(judgement, measure([26, 42, 40])) == [f"Latest point: {TOO_FEW}"]


def test_one_chart_has_no_small_ones_and_two_share_an_axis(judgement: Judgement) -> None:
    one = shown(judgement, measure(CALM)).over_time
    late = measure(CALM, id="late", label="Late")
    two = shown(judgement, measure(CALM + LOW), late).over_time
    assert one is not None
    assert two is not None
    assert (len(one.small), len(two.small)) == (0, 2)
    assert two.axis == "January 2023 to October 2024"
    assert [view.href for view in two.small] == [f"#{v.figure.id}" for v in two.series]


def test_a_case_without_a_series_stays_as_it_is(judgement: Judgement) -> None:
    assert shown(judgement, measure()).over_time is None
    assert trend(known(told(measure()), judgement)) is None


def test_the_lead_measure_is_that_of_the_aim_or_the_first_outcome(judgement: Judgement) -> None:
    watched = measure(CALM, id="pain", label="Pain", role=MeasureRole.BALANCING)
    found = trend(known(told(watched, measure(CALM)), judgement))
    assert found is not None
    assert found.label == "Falls"


def test_figures_of_a_page_are_numbered_in_order_and_have_their_files(
    judgement: Judgement,
) -> None:
    one = told(measure(CALM + LOW), measure(CALM, id="late", label="Late"))
    given = framework()
    page = case_page(one, appraise(one, given), judgement, given)
    heads = page.page.body.split("Figure ")[1:]
    assert [head[0] for head in heads] == [str(number + 1) for number in range(len(heads))]
    paths = [asset.path for asset in page.assets]
    assert f"cases/{one.slug}/chart-falls.csv" in paths


def test_words_of_an_author_are_never_markup(judgement: Judgement) -> None:
    hostile = measure(
        CALM + LOW,
        label="<script>x</script>",
        unit="<b>u</b>",
        rebases=(Rebase(date=month(14), cause="<i>x</i>"),),
    )
    one = told(hostile)
    given = framework()
    body = case_page(one, appraise(one, given), judgement, given).page.body
    assert "<script>x" not in body
    assert "<b>u" not in body
    assert "<i>x" not in body
