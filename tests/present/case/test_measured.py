"""What a case page says of its measures: charts, keys, verdicts."""

from collections.abc import Sequence
from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.enums import Assurance, Better, Chart, Claim, MeasureRole
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
    assert "a point outside the limits, from January 2024" in view.kept[0].value


def test_a_claim_that_a_study_carries_names_no_signal(judgement: Judgement) -> None:
    study = Evaluation(design="controlled-before-after", maryland=3)
    one = measure(CALM + LOW, effect=Effect(value=-10, ci=(-12, -8), controls=-1))
    view = gate(judgement, one, evaluation=study)
    assert "outside" not in view.kept[0].value
    assert view.cautions[0].value == (
        "Effect −10, confidence interval −12 to −8. "
        "−10 with the work, −1 where it was not done: a difference of −9."
    )
    assert "3 on a scale from 0 to 5" in view.design[0].note


def test_an_interval_with_no_effect_in_it_says_so(judgement: Judgement) -> None:
    view = gate(judgement, measure(effect=Effect(value=-1, ci=(-3, 1))))
    assert "It includes no effect at all" in view.cautions[0].value


def test_regression_to_the_mean_is_named_where_units_were_chosen_for_it(
    judgement: Judgement,
) -> None:
    study = Evaluation(design="before-after", maryland=1, selected_because_high=True)
    terms = [fact.term for fact in gate(judgement, measure(CALM + LOW), evaluation=study).cautions]
    assert "Risk: regression to the mean" in terms


def test_a_quantity_from_a_measure_shows_its_arithmetic(judgement: Judgement) -> None:
    line = {"quantity": None, "from_measure": FromMeasure(measure="falls", exposure=12, per_unit=2)}
    (fact,) = gate(judgement, measure(CALM + LOW), line=line).taken
    assert fact.value == "252 a year"
    assert fact.note.startswith("10.5 × 12 × 2: the change of “Falls”, × how many it applies to")


@pytest.mark.parametrize(
    ("is_net", "value", "words"),
    [
        (True, "30 a year", "(4 − 1) × 10"),
        (True, "30 a year", "Without taking that off it would be 40."),
        (False, "40 a year", "where the work was not done, 1, is not taken off"),
        (False, "40 a year", "with that it would be 30."),
    ],
)
def test_a_quantity_says_whether_the_controls_are_taken_off_and_what_else_it_would_be(
    judgement: Judgement, *, is_net: bool, value: str, words: str
) -> None:
    one = measure(effect=Effect(value=-4, controls=-1))
    taken = FromMeasure(measure="falls", exposure=10, net_of_controls=is_net)
    (fact,) = gate(judgement, one, line={"quantity": None, "from_measure": taken}).taken
    assert fact.value == value
    assert words in fact.note


def test_controls_that_did_better_make_a_quantity_a_loss(judgement: Judgement) -> None:
    """The virtual wards: −0.27 admissions before and after, −0.60 in matched controls."""
    one = measure(effect=Effect(value=-0.27, controls=-0.6))
    taken = FromMeasure(measure="falls", exposure=1000)
    (fact,) = gate(judgement, one, line={"quantity": None, "from_measure": taken}).taken
    assert fact.value == "−330 a year"
    assert fact.note.startswith("(0.27 − 0.6) × 1,000")


def test_claims_that_rest_on_the_same_showing_are_told_together(judgement: Judgement) -> None:
    lines = tuple(
        benefit(id=name, label=name.title(), measure="falls", claim=Claim.MEASURED)
        for name in ("first", "second")
    )
    one = case(benefits=lines, measures=(measure(CALM + LOW),), costs=())
    view = measured(known(one, judgement), "cases/x").gate
    assert view is not None
    (fact,) = view.kept
    assert fact.term == "Falls"
    assert fact.note == "So these stay as claimed: First (measured); Second (measured)."


def test_a_lowered_claim_says_how_few_points_there_are_and_what_the_case_adds(
    judgement: Judgement,
) -> None:
    one = measure([*CALM, 20, 22, 20], chart=Chart.RUN, note="Half a year is missing")
    (fact,) = gate(judgement, one).lowered
    assert "3 points are from the change on. On a run chart it takes 5 in a row" in fact.note
    assert fact.note.endswith("The case says: Half a year is missing.")


def test_a_target_is_not_judged_by_limits_that_the_process_has_left(judgement: Judgement) -> None:
    _, said = states(judgement, measure(CALM + LOW, target=12.0))
    assert said == (
        "Target 12: it cannot be judged, since the limits are those of the baseline, "
        "which the process has left"
    )


def test_of_few_points_no_line_is_drawn_that_says_what_to_expect(judgement: Judgement) -> None:
    found = shown(judgement, measure([26, 42, 40], target=41.0)).over_time
    assert found is not None
    (view,) = found.series
    assert "3 points are too few to set a mean, so none is drawn." in view.keys
    assert "Mean" not in view.figure.drawing
    assert "Limit" not in view.figure.drawing
    assert "too few points to set limits" in view.states[1].words


def test_the_key_tells_limits_marks_gaps_and_new_limits(judgement: Judgement) -> None:
    rebases = (Rebase(date=month(14), cause="A new form."),)
    values: list[float | None] = [*CALM, *LOW]
    values[3] = None
    words = keys(judgement, measure(values, rebases=rebases, points=points(values, n13="Strike")))
    assert "from the 11 points of the baseline" in words
    assert words.count("Dashed limits are provisional") == 1
    assert "at most 11 points set each pair" in words
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
    words = {
        Assurance.FAIL: "expected to miss",
        Assurance.PASS: "expected to meet",
        Assurance.HIT_OR_MISS: "meets or misses its target by chance",
    }
    latest, said = states(judgement, measure(CALM, target=target))
    assert latest == "Latest point: no signal of change"
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
