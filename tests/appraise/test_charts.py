from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise.charts import chart, charts
from civalue_build.appraise.crossings import expected
from civalue_build.appraise.limits import FIRM, limits
from civalue_build.model.charts import MeasureChart
from civalue_build.model.enums import Assurance, Better, Chart, Reading, Signal, Variation
from civalue_build.model.estimate import PartialDate
from civalue_build.model.measures import Measure, Rebase, SeriesPoint
from civalue_build.source.framework import read_framework
from tests.builders import case
from tests.conftest import ROOT

PUBLISHED = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
CALM = [5, 6, 5, 4, 5, 6, 4, 5, 6, 5, 4, 5]


def measure(**changes: Any) -> Measure:
    return replace(Measure(id="m", label="M", unit="u", better=Better.LOWER), **changes)


def drawn(values: Sequence[float], **changes: Any) -> MeasureChart:
    points = [SeriesPoint(date=month(i), value=float(v)) for i, v in enumerate(values)]
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


def test_missing_months_stay_as_gaps_and_are_passed_over() -> None:
    points = tuple(
        SeriesPoint(date=month(i), value=None if i == 3 else float(v)) for i, v in enumerate(CALM)
    )
    made = case(measures=(measure(),), series={"m": points})
    found = charts(made)[0]
    assert [point.value for point in found.points][2:5] == [5, None, 5]
    assert found.points[3].signal is None
    without = [value for i, value in enumerate(CALM) if i != 3]
    assert found.segments[0].mean == drawn(without).segments[0].mean
    assert found.segments[0].upper == drawn(without).segments[0].upper
    assert found.segments[0].n == len(CALM) - 1


def test_a_constant_series_has_limits_on_its_mean_and_no_signal() -> None:
    assert signals(drawn([3] * 20)) == [None] * 20


def test_a_constant_series_of_tenths_is_on_its_mean_for_all_that_rounding_does() -> None:
    assert signals(drawn([0.1] * 20)) == [None] * 20


@pytest.mark.parametrize(
    ("last", "better", "expected"),
    [
        (99, Better.HIGHER, Variation.IMPROVEMENT_HIGH),
        (99, Better.LOWER, Variation.CONCERN_HIGH),
        (99, Better.NEITHER, Variation.NEUTRAL_HIGH),
        (-99, Better.HIGHER, Variation.CONCERN_LOW),
        (-99, Better.LOWER, Variation.IMPROVEMENT_LOW),
        (-99, Better.NEITHER, Variation.NEUTRAL_LOW),
        (5, Better.LOWER, Variation.COMMON_CAUSE),
    ],
)
def test_the_latest_point_decides_on_the_state_of_variation(
    last: float, better: Better, expected: Variation
) -> None:
    assert drawn([*CALM, last], better=better).variation is expected
    assert drawn([*CALM, last, 5], better=better).variation is Variation.COMMON_CAUSE


def test_limits_of_fewer_than_thirteen_points_are_provisional() -> None:
    threshold = read_framework(ROOT).threshold("series-points")
    assert threshold == FIRM
    assert drawn([*CALM, 5]).segments[0].provisional is False
    assert drawn(CALM).segments[0].provisional is True
    fixed = drawn([*CALM, *CALM], baseline_until=month(11)).segments[0]
    assert (fixed.base, fixed.n, fixed.provisional) == (12, 24, True)


def test_a_segment_says_why_it_began_and_where_it_ends() -> None:
    found = drawn([*CALM, *CALM], rebases=(Rebase(date=month(12), cause="A new system"),))
    assert [segment.cause for segment in found.segments] == ["", "A new system"]
    assert [segment.end for segment in found.segments] == [month(11), month(23)]
    assert [point.segment for point in found.points] == [0] * 12 + [1] * 12


def test_a_segment_of_one_point_has_no_limits_and_promises_nothing() -> None:
    rebased = (Rebase(date=month(12), cause="A new system"),)
    found = drawn([*CALM, 5], rebases=rebased, target=100)
    assert (found.segments[1].mean, found.segments[1].upper) == (5, None)
    assert found.assurance is None
    assert found.variation is Variation.COMMON_CAUSE


def test_a_rate_without_every_denominator_is_drawn_as_a_plain_chart_and_says_so() -> None:
    points = [SeriesPoint(date=month(i), value=float(v), denominator=9) for i, v in enumerate(CALM)]
    assert chart(measure(chart=Chart.RATE), points).chart is Chart.RATE
    holes = [replace(points[0], denominator=None), *points[1:]]
    found = chart(measure(chart=Chart.RATE), holes)
    assert (found.chart, found.asked) == (Chart.XMR, Chart.RATE)
    zero = chart(measure(chart=Chart.RATE), [replace(points[0], denominator=0.0), *points[1:]])
    assert zero.chart is Chart.XMR


def test_times_below_nothing_are_drawn_as_a_plain_chart() -> None:
    assert drawn([4, 9, 2], chart=Chart.TIME_BETWEEN).chart is Chart.TIME_BETWEEN
    assert drawn([4, -9, 2], chart=Chart.TIME_BETWEEN).chart is Chart.XMR


def test_equal_denominators_make_a_chart_of_rates_a_plain_one() -> None:
    points = [SeriesPoint(date=month(i), value=float(v), denominator=9) for i, v in enumerate(CALM)]
    segment = chart(measure(chart=Chart.RATE), points).segments[0]
    plain = drawn(CALM).segments[0]
    assert segment.mean == pytest.approx(plain.mean)
    assert segment.lower == pytest.approx(plain.lower)
    assert segment.upper == pytest.approx(plain.upper)


@pytest.mark.parametrize(
    ("useful", "fewest"),
    [(10, 2), (11, 2), (12, 3), (14, 4), (15, 4), (17, 5), (19, 6), (20, 6), (22, 7), (24, 8)],
)
def test_the_fewest_crossings_are_those_of_the_published_table(useful: int, fewest: int) -> None:
    assert expected(useful)[0] == fewest


def test_a_run_chart_says_whether_it_crosses_its_median_too_seldom_or_too_often() -> None:
    seldom = drawn([*range(10), *range(20, 30)], chart=Chart.RUN).segments[0].crossings
    often = drawn([1, 9] * 10, chart=Chart.RUN).segments[0].crossings
    assert seldom
    assert often
    assert (seldom.found, seldom.fewest) == (1, 6)
    assert (often.found, often.most) == (19, 13)


def test_notes_and_denominators_stay_with_their_points() -> None:
    noted = SeriesPoint(date=month(0), value=5.0, denominator=80, note="A ward moved")
    found = chart(measure(), [noted, SeriesPoint(date=month(1), value=4.0)])
    assert (found.points[0].note, found.points[0].denominator) == ("A ward moved", 80)
