from dataclasses import replace
from typing import Any

import pytest

from civalue_build.model.enums import Better, MeasureResult
from civalue_build.model.estimate import PartialDate
from civalue_build.model.evidence import Evaluation
from civalue_build.model.measures import Effect, Measure, Observation, SeriesPoint
from civalue_build.present.case.base import Material
from civalue_build.present.case.measures import change, changed, measures_table, with_means

MEASURE = Measure(
    id="x",
    label="X",
    unit="day",
    better=Better.LOWER,
    before=Observation(value=2.4),
    after=Observation(value=1.1),
)


@pytest.mark.parametrize(
    ("better", "words"),
    [
        (Better.LOWER, "down from 2.4 to 1.1, which is better"),
        (Better.HIGHER, "down from 2.4 to 1.1, which is worse"),
        (Better.NEITHER, "down from 2.4 to 1.1"),
    ],
)
def test_the_direction_of_a_change_is_in_words(better: Better, words: str) -> None:
    assert change(replace(MEASURE, better=better)) == words


def test_a_stated_effect_stands_in_for_values_before_and_after() -> None:
    measure = replace(MEASURE, before=None, effect=Effect(value=3.5))
    assert change(measure) == "up by 3.5, which is worse"
    assert change(replace(measure, effect=None)) == "not stated"


def test_a_percentage_is_never_read_as_a_count() -> None:
    measure = replace(MEASURE, unit="percent")
    assert change(measure) == "down from 2.4% to 1.1%, which is better"
    alone = replace(measure, before=None, effect=Effect(value=-7))
    assert change(alone) == "down by 7%, which is better"


def test_pounds_stand_before_their_number_and_have_pence() -> None:
    measure = replace(MEASURE, unit="pounds", before=Observation(value=807.7))
    assert change(measure).startswith("down from £807.70 to £1.10")


@pytest.mark.parametrize(
    ("label", "unit", "after", "words"),
    [
        ("Length of stay", "days", 1.1, "down from 2.4 to 1.1 days, which is better"),
        ("Length of stay", "days", 1, "down from 2.4 to 1, which is better"),
        ("Days in hospital", "days", 1.1, "down from 2.4 to 1.1, which is better"),
        ("Sent elsewhere", "a year", 1.1, "down from 2.4 to 1.1 a year, which is better"),
        ("Sent home", "percent", 1.1, "down from 2.4% to 1.1%, which is better"),
    ],
)
def test_away_from_its_table_a_change_has_a_unit_that_its_label_does_not_name(
    known: Material, label: str, unit: str, after: float, words: str
) -> None:
    measure = replace(MEASURE, label=label, unit=unit, after=Observation(value=after))
    assert changed(known, measure) == words


def test_what_a_model_took_from_elsewhere_is_not_told_as_seen_here(known: Material) -> None:
    measure = replace(
        MEASURE,
        unit="percent",
        before=Observation(value=13.3, period="Ottawa, usual care"),
        after=Observation(value=7.1, period="Ottawa, with the programme"),
    )
    study = Evaluation(design="model", maryland=0)
    told = changed(replace(known, case=replace(known.case, evaluation=study)), measure)
    assert told.endswith("; before: Ottawa, usual care; after: Ottawa, with the programme")
    seen = replace(known, case=replace(known.case, evaluation=replace(study, maryland=2)))
    assert changed(seen, measure) == "down from 13.3% to 7.1%, which is better"


def test_no_change_is_neither_better_nor_worse() -> None:
    assert change(replace(MEASURE, after=Observation(value=2.4))) == "no change"


def month(year: int, number: int) -> PartialDate:
    return PartialDate(year=year, month=number)


SERIES = tuple(
    SeriesPoint(date=month(2024, number), value=value)
    for number, value in ((1, 99.0), (2, 8.0), (3, None), (4, 9.0), (5, 5.0), (6, 4.0))
)
UNSTATED = replace(MEASURE, before=None, after=None, points=SERIES, change_on=month(2024, 5))


def test_a_series_gives_the_means_before_and_after_the_change_and_says_so() -> None:
    found = with_means(replace(UNSTATED, points=SERIES[1:]), SERIES[1:])
    assert found.before == Observation(
        value=8.5, period="mean of 2 points of the series, February 2024 to April 2024"
    )
    assert found.after == Observation(
        value=4.5, period="mean of 2 points of the series, May 2024 to June 2024"
    )
    assert change(found) == "down from 8.5 to 4.5, which is better"


def test_points_after_the_baseline_ended_are_in_neither_mean() -> None:
    baseline = replace(UNSTATED, baseline_until=month(2024, 1))
    found = with_means(baseline, SERIES)
    assert found.before == Observation(value=99, period="the one point of the series, January 2024")


def test_what_is_stated_goes_before_what_the_series_gives() -> None:
    stated = replace(UNSTATED, after=Observation(value=4))
    assert with_means(stated, SERIES) == stated


@pytest.mark.parametrize(
    "measure",
    [replace(UNSTATED, change_on=None), replace(UNSTATED, change_on=month(2023, 1))],
    ids=["no date of change", "nothing before"],
)
def test_no_mean_is_made_up_where_the_series_cannot_be_parted(measure: Measure) -> None:
    assert with_means(measure, SERIES) == measure


def test_a_series_without_a_date_of_change_is_not_passed_over_in_silence(known: Material) -> None:
    case = replace(known.case, measures=(replace(UNSTATED, change_on=None),))
    table = measures_table(replace(known, case=case))
    assert table
    _, before, _, changed, _ = table.rows[0].cells
    assert (before.text, before.note) == ("not stated", "")
    assert changed.note == "there is a series, but not when the change began"


def test_means_of_a_series_are_called_neither_better_nor_worse(known: Material) -> None:
    case = replace(known.case, measures=(UNSTATED, replace(MEASURE, id="y")))
    table = measures_table(replace(known, case=case))
    assert table
    assert [row.cells[3].text for row in table.rows] == [
        "Down from 38.67 to 4.5",
        "Down from 2.4 to 1.1, which is better",
    ]


@pytest.mark.parametrize("changes", [{"points": SERIES}, {"result": MeasureResult.NO_EFFECT}])
def test_what_chance_may_explain_is_called_neither_better_nor_worse(
    known: Material, changes: dict[str, Any]
) -> None:
    """A chart that shows no signal stands beside it, or a source that found no effect."""
    case = replace(known.case, measures=(replace(MEASURE, **changes),))
    table = measures_table(replace(known, case=case))
    assert table
    assert table.rows[0].cells[3].text == "Down from 2.4 to 1.1"
