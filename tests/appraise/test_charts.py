from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise.charts import chart, charts
from civalue_build.appraise.limits import limits
from civalue_build.model.charts import MeasureChart
from civalue_build.model.enums import Assurance, Better, Chart, Reading, Signal
from civalue_build.model.estimate import PartialDate
from civalue_build.model.measures import Measure, Rebase, SeriesPoint
from tests.builders import case

PUBLISHED = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
CALM = [5, 6, 5, 4, 5, 6, 4, 5, 6, 5, 4, 5]


def measure(**changes: Any) -> Measure:
    return replace(Measure(id="m", label="M", unit="u", better=Better.LOWER), **changes)


def drawn(values: Sequence[float], **changes: Any) -> MeasureChart:
    points = [(month(i), float(v)) for i, v in enumerate(values)]
    return chart(measure(**changes), points)


def month(index: int) -> PartialDate:
    return PartialDate(year=2020 + index // 12, month=index % 12 + 1)


def signals(found: MeasureChart) -> list[Signal | None]:
    return [point.signal for point in found.points]


def test_limits_are_those_of_the_published_example() -> None:
    found = limits(PUBLISHED)
    assert found.mean == pytest.approx(1.94, abs=0.005)
    assert found.lower == pytest.approx(-3.06, abs=0.005)
    assert found.upper == pytest.approx(6.95, abs=0.005)


def test_screening_leaves_out_the_ranges_of_an_outlier_once() -> None:
    found = limits(PUBLISHED, screened=True)
    assert found.lower == pytest.approx(-0.72, abs=0.005)
    assert found.upper == pytest.approx(4.60, abs=0.005)


def test_a_point_outside_the_limits_is_a_signal_and_reads_by_direction() -> None:
    found = drawn(PUBLISHED)
    assert signals(found)[4] is Signal.OUTSIDE_LIMITS
    assert found.points[4].reads is Reading.CONCERN
    assert drawn(PUBLISHED, better=Better.HIGHER).points[4].reads is Reading.IMPROVEMENT
    assert drawn(PUBLISHED, better=Better.NEITHER).points[4].reads is Reading.NEUTRAL


def test_six_falls_in_a_row_flag_all_seven_points_and_a_tie_breaks_them() -> None:
    fall = [50, 49, 48, 47, 46, 45, 44]
    falling = drawn([*fall, 60, 30, 60, 30])
    assert signals(falling)[:7] == [Signal.TREND] * 7
    assert falling.points[0].reads is Reading.IMPROVEMENT
    tied = drawn([50, 49, 48, 48, 47, 46, 45, 60, 30, 60, 30])
    assert Signal.TREND not in signals(tied)


def test_seven_points_on_one_side_are_a_shift_and_a_point_on_the_mean_breaks_it() -> None:
    found = drawn([0, 2, 0, 2, 0, 2, *[1.2, 1.3] * 4], baseline_until=month(5))
    assert signals(found)[-8:] == [Signal.SHIFT] * 8
    broken = drawn([0, 2, 0, 2, 0, 2, 1.2, 1.3, 1.2, 1, 1.3, 1.2, 1.3], baseline_until=month(5))
    assert Signal.SHIFT not in signals(broken)


def test_two_of_three_near_a_limit_flag_only_the_near_points() -> None:
    found = drawn([0, 2, 0, 2, 0, 2, 5, 1.5, 5, 0, 2], baseline_until=month(5))
    assert signals(found)[6:9] == [Signal.TWO_OF_THREE, None, Signal.TWO_OF_THREE]


def test_a_stated_cause_starts_a_segment_with_limits_of_its_own() -> None:
    rebased = (Rebase(date=month(12), cause="A new system"),)
    found = drawn([*CALM, *[x + 20 for x in CALM]], rebases=rebased)
    assert [segment.n for segment in found.segments] == [12, 12]
    assert found.segments[1].mean == pytest.approx(found.segments[0].mean + 20)
    assert signals(found) == [None] * 24


@pytest.mark.parametrize(
    ("target", "better", "expected"),
    [
        (100, Better.LOWER, Assurance.PASS),
        (-100, Better.LOWER, Assurance.FAIL),
        (100, Better.HIGHER, Assurance.FAIL),
        (5, Better.LOWER, Assurance.HIT_OR_MISS),
        (100, Better.NEITHER, None),
        (None, Better.LOWER, None),
    ],
)
def test_assurance_follows_the_last_limits(
    target: float | None, better: Better, expected: Assurance | None
) -> None:
    assert drawn(CALM, target=target, better=better).assurance is expected


def test_a_run_chart_skips_points_on_its_median_and_has_no_limits() -> None:
    found = drawn([1, 1, 1, 5, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9], chart=Chart.RUN)
    assert found.segments[0].mean == 7
    assert found.segments[0].upper is None
    on_median = drawn([3, 5, 3, 5, 3, 5, 6, 7, 6, 5, 7, 6, 7, 4, 4], chart=Chart.RUN)
    assert signals(on_median)[6:13] == [
        Signal.SHIFT,
        Signal.SHIFT,
        Signal.SHIFT,
        None,
        Signal.SHIFT,
        Signal.SHIFT,
        Signal.SHIFT,
    ]


def test_missing_months_are_gaps_and_never_points() -> None:
    points = tuple(
        SeriesPoint(date=month(i), value=None if i == 3 else float(v)) for i, v in enumerate(CALM)
    )
    made = case(measures=(measure(),), series={"m": points})
    assert len(charts(made)[0].points) == len(CALM) - 1


def test_a_constant_series_has_limits_on_its_mean_and_no_signal() -> None:
    assert signals(drawn([3] * 20)) == [None] * 20
